//! A release whose version is not higher than the last.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::lock::Release;
use crate::model::Course;

/// A release whose version is not higher than the last.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0286",
    name: "version-not-higher",
    severity: Severity::Error,
    docs: "The version of this release is not higher than that of the last one. Each release needs a number of its own, so that your LMS, \
           your learners and you mean the same package by it. Raise `version` in course.yaml: the last number for corrections, the middle \
           one for new content.",
    wrong: &[],
    right: &[],
};

/// Release `ordinal` was `last`, and the course's version is not higher.
pub(in crate::lock) fn diagnostic(course: &Course, ordinal: u32, last: &Release) -> Diagnostic {
    let (version, was) = (&course.version, &last.version);
    let diagnostic = Diagnostic::new(&LINT, format!("version {version} is not higher than {was}, the version of release {ordinal}"))
        .at(course.version_span, "raise it for a new release")
        .help("raise the last number of `version` for corrections, the middle one for new content");
    match last.span {
        Some(span) => diagnostic.related(span, "the last release"),
        None => diagnostic,
    }
}
