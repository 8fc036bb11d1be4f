//! What the language has, but this version cannot build.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// What the language has, but this version cannot build.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0113",
    name: "not-yet",
    severity: Severity::Error,
    docs: "The course uses something that this version of coursec cannot build yet. `coursec check` only notes it. `coursec build` stops \
           there, because learners would get another course than the one you wrote. Leave it out for now, or use a newer version of \
           coursec.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmath: true\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmath: false\n",
    )],
};

/// Something at `span` that asks for `what`, a plural such as "case studies".
#[must_use]
pub fn word(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("this version of coursec cannot build {what} yet"))
        .at(span, "not there yet")
        .help("leave it out for now")
}

/// Whether `diagnostic` is of this kind.
#[must_use]
pub fn is(diagnostic: &Diagnostic) -> bool {
    diagnostic.lint.code == LINT.code
}
