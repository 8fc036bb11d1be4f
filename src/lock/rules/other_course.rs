//! A lock that was released for a course with another id.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A lock that was released for a course with another id.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "W0292",
    name: "other-course",
    severity: Severity::Warning,
    docs: "The course has another id (the short name after `id:`) now than when it was released. If you renamed it, leave everything as it \
           is: learners' records go on under the old id. If you copied a course to begin a new one, delete `course.lock`, because the new \
           course has no learners yet.",
    wrong: &[("course.lock", "! release 1 version=0.9.0 digest=0 record=e786c208db245378\n. course 0 id=clean-kitchen at=0 since=1\n")],
    right: &[("course.lock", ". course 0\n")],
};

/// The lock was released for the course `known`.
pub(in crate::lock) fn diagnostic(known: &str, course: &Course) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the lock is that of the course `{known}`, the course is called `{}` now", course.id))
        .at(course.version_span, "")
        .help("if this is a new course that began as a copy, delete `course.lock`")
        .help(format!("if it was renamed, leave it: LMSs and records go on with `{known}`"))
}
