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
    docs: "A space is missing after the colon of a key (the word before it), or after the `-` of a list. Without the space the whole line \
           is taken for a text, and nothing is set by it. Put the space in.",
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

/// No space after the `sign` at byte `at`.
pub(in crate::yaml) fn after(sign: &str, at: usize) -> Slip {
    Slip {
        lint: &LINT,
        message: format!("a space is missing after `{sign}`"),
        at: at..at + 1,
        label: "no space after it".to_owned(),
        help: vec![format!("put a space after the `{sign}`")],
        fix: Some(("put a space after it".to_owned(), vec![Patch::insert(at + 1, " ")])),
        mends: vec![vec![Patch::insert(at + 1, " ")]],
        stopped: None,
    }
}
