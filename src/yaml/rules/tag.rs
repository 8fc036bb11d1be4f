//! Tags.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Tags.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0104",
    name: "yaml-tag",
    severity: Severity::Error,
    docs: "A value begins with `!`, which in YAML is a note on how to read it. coursec knows that already from the key (the word before the \
           colon). Remove the note. If your text only happens to begin with `!`, put it in quotes.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: !!str 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a YAML tag cannot be used here";

/// A tag.
pub(in crate::yaml) fn used(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, MESSAGE).at(span, "a tag").help("remove it, or put a text that begins with `!` in quotes")
}
