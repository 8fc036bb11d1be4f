//! A lock that a later compiler wrote.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A lock that a later compiler wrote.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0281",
    name: "lock-newer",
    severity: Severity::Error,
    docs: "A newer version of coursec than yours wrote `course.lock`. Yours could misread it, and learners' answers would be lost. Install \
           the version that your colleagues use, and build again.",
    wrong: &[("course.lock", "! format 2\n")],
    right: &[("course.lock", "! format 1\n")],
};

/// The lock has this `format`.
pub(in crate::lock) fn diagnostic(format: u32, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`course.lock` has form {format}, which this version of coursec does not know"))
        .at(span, "written by a later version")
        .help("build with the version of coursec that wrote it")
}
