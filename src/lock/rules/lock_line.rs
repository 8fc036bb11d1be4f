//! A line of the lock that cannot be read.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A line of the lock that cannot be read.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0280",
    name: "lock-line",
    severity: Severity::Error,
    docs: "Learners' records stand on `course.lock`. A line of it that cannot be read may be a slot that somebody's answers are kept under, so nothing is built. Take the file from version control again; in a merge that stopped, keep the lines of both sides.",
    wrong: &[("course.lock", "hand-washing\n")],
    right: &[("course.lock", "hand-washing unit 0\n")],
};

/// The line at `span` cannot be read, and `why`.
pub(in crate::lock) fn diagnostic(why: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a line of `course.lock` cannot be read").at(span, why).help(
        "take the file from version control as it was; after a merge that stopped, keep the lines of both sides and take the marks out",
    )
}
