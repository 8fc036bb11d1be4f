//! A release of what has no slots yet.

use super::lock_would_change::{count, shown};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A release of what has no slots yet.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0285",
    name: "release-needs-lock",
    severity: Severity::Error,
    docs: "The course has changed since it was last built. A release has to be what you built and looked at before, so that learners get no \
           surprise. Build without `--release`, look at the course, and keep `course.lock` with it (in git: commit both). Then release.",
    wrong: &[],
    right: &[],
};

/// These `lines` would change.
pub(in crate::lock) fn diagnostic(lines: &[String], course: &Course) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the course has changed since its lock was written: {} would change", count(lines)))
        .at(course.version_span, "a release gives no new numbers")
        .help(shown(lines))
        .help("build without `--release` and commit `course.lock`, then release")
}
