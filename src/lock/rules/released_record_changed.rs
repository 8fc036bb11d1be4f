//! A line that a release wrote is gone or changed.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::lock::Release;

/// A line that a release wrote is gone or changed.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0283",
    name: "released-record-changed",
    severity: Severity::Error,
    docs: "A line that a release wrote into `course.lock` is gone or has changed. By these lines coursec finds what each learner has \
           answered, so answers could be lost or go to another question. Take back `course.lock` as that release left it, from your version \
           control (such as git) or a backup. Then build again.",
    wrong: &[("course.lock", "! release 1 version=0.9.0 digest=0 record=0\nhand-washing unit 0\n")],
    right: &[("course.lock", "hand-washing unit 0\n")],
};

const HELP: &str = "take `course.lock` from version control as that release left it, then build again";

/// The lines of release `ordinal` are not what it wrote.
pub(in crate::lock) fn diagnostic(ordinal: u32, release: &Release) -> Diagnostic {
    let version = &release.version;
    let diagnostic =
        Diagnostic::new(&LINT, format!("a number or id of release {ordinal} (version {version}) is gone or changed")).help(HELP);
    match release.span {
        Some(span) => diagnostic.at(span, "this release recorded it"),
        None => diagnostic,
    }
}

/// Things speak of release `ordinal`, and it is not there.
pub(in crate::lock) fn no_release(ordinal: u32) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the line of release {ordinal} is gone from `course.lock`")).help(HELP)
}
