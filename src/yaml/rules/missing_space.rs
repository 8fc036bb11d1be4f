//! A space is missing after `:` or `-`.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};
use crate::yaml::Text;
use crate::yaml::mended::Patch;
use crate::yaml::slip::Slip;

/// A space is missing after `:` or `-`.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0125",
    name: "missing-space",
    severity: Severity::Error,
    docs: "A space is missing after the colon of a key (the word before it), or after the `-` of a list. Or it came with words from a word \
           processor, and is no plain space. Then the whole line is taken for a text, and nothing is set by it. Type a space there.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle:Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// In braces, no space after the `:` of `key` and its value, which YAML takes for one word.
pub(in crate::yaml) fn in_braces(word: &Text, key: &str) -> Diagnostic {
    let colon = word.locate(key.len()..key.len() + 1);
    let after = Span { start: colon.end, ..colon };
    Diagnostic::new(&LINT, "a space is missing after `:`")
        .at(colon, "no space after it")
        .help("put a space after the `:`")
        .fix("put a space after it", vec![Edit { span: after, replacement: " ".to_owned() }])
}

/// No space after the `sign` at byte `at`, or one that is none to YAML; `rest` of the line stands behind it.
pub(in crate::yaml) fn after(sign: &str, at: usize, rest: &str) -> Slip {
    let odd = rest.chars().next().filter(|c| c.is_whitespace());
    let (message, label, help) = match odd {
        Some(_) => (
            format!("the space after `{sign}` is no plain one"),
            "a space of a word processor behind it",
            "type the space again: it comes with words copied from another program".to_owned(),
        ),
        None => (format!("a space is missing after `{sign}`"), "no space after it", format!("put a space after the `{sign}`")),
    };
    let patches = vec![Patch::replace(at + 1..at + 1 + odd.map_or(0, char::len_utf8), " ")];
    Slip {
        lint: &LINT,
        message,
        at: at..at + 1,
        label: label.to_owned(),
        help: vec![help],
        fix: Some(("put a space after it".to_owned(), patches.clone())),
        mends: vec![patches.into()],
        stopped: None,
    }
}
