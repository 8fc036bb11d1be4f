//! A key that the language does not have.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// A key that the language does not have.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0110",
    name: "unknown-key",
    severity: Severity::Error,
    docs: "A key (the word before a colon) is not one that coursec knows in this place. It is misspelt, or it belongs somewhere else. \
           coursec does not simply skip it: with `pass_mrak` in place of `pass_mark`, learners would pass or fail by the wrong mark. Use \
           the name that the message offers, or move the line to where it belongs.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nthemes: default\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntheme: default\n",
    )],
};

/// Whether `diagnostic` is of this kind.
pub(in crate::yaml) fn is(diagnostic: &Diagnostic) -> bool {
    diagnostic.lint.code == LINT.code
}

/// `what` has no `key`; it has `known`, of which `meant` was probably, or certainly, meant.
pub(in crate::yaml) fn unknown(key: &Text, what: &str, known: &[&'static str], meant: Option<(&str, bool)>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("{what} has no key `{}`", key.text)).at(key.span, "unknown key");
    match meant {
        Some((name, certain)) => diagnostic.help(format!("did you mean `{name}`?")).write(name, key.span, certain),
        // In braces a comma ends a text: `{text: Wash, then dry}`.
        None if key.text.contains(' ') => diagnostic.help("in `{...}` a comma ends a text: put a text that holds one in quotes"),
        None => diagnostic.help(format!("its keys are {}", list(known))),
    }
}

/// `a`, `b` and `c`.
fn list(names: &[&str]) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !once.contains(name) {
            once.push(name);
        }
    }
    let quoted: Vec<String> = once.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
