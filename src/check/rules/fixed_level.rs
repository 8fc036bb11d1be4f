//! `lints` names an error.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// An error cannot be allowed.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0217",
    name: "fixed-level",
    severity: Severity::Error,
    docs: "The list `lints:` in course.yaml tries to change an error. Only warnings can be silenced or made stricter; their codes begin \
           with W. An error means that the course would not work for learners. Correct the error, and take this entry out of `lints:`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n\
         lints: {no-right-option: {level: allow, reason: We like riddles.}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `lint` is an error.
pub(in crate::check) fn fixed(lint: &Lint, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{}` is an error, and `lints` is for warnings", lint.name))
        .at(span, "cannot be silenced")
        .help("take this entry out")
}
