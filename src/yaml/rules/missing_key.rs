//! A key that has to be there is not.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A key that has to be there is not.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0111",
    name: "missing-key",
    severity: Severity::Error,
    docs: "A line is missing that coursec cannot do without, such as the title of a lesson. The message names the key (the word before the \
           colon). Add that line, with as many spaces before it as the lines beside it have.",
    wrong: &[("course.yaml", "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\nunits: [units/hand-washing.yaml]\n")],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `what` at `span` has no `key`.
pub(in crate::yaml) fn missing(key: &str, what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("{what} needs `{key}`")).at(span, format!("`{key}` is missing")).help(format!("add `{key}: ...`"))
}
