//! A merge that was repaired.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::lock::Thing;

/// A merge that was repaired.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "W0291",
    name: "lock-repaired",
    severity: Severity::Warning,
    docs: "Two things have the same number in `course.lock`, because two people added them at the same time. That is normal, and nothing is \
           lost: what is already released keeps the number, and the other gets a new one. Keep the `course.lock` that this build writes \
           together with the course (in git: commit it).",
    wrong: &[("course.lock", "hand-washing unit 0\nhand-washing/q-gel item 0\nhand-washing/q-when item 0\n")],
    right: &[("course.lock", "hand-washing unit 0\nhand-washing/q-gel item 0\nhand-washing/q-when item 1\n")],
};

/// The thing at `name` has the slot of `keeps` and gets a new one.
pub(in crate::lock) fn gives_way(name: &str, keeps: &str, thing: &Thing) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{name}` gets a new number, because `{keeps}` has the same"))
        .help("nothing is lost: commit the `course.lock` that this build writes");
    match thing.span {
        Some(span) => diagnostic.at(span, "added on another branch"),
        None => diagnostic,
    }
}

/// Of two lines for `path` this one stays.
pub(in crate::lock) fn two_lines(path: &str, stays: &Thing, second: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{path}` has two lines in `course.lock`; number {} stays", stays.slot))
        .help("nothing is lost: commit the `course.lock` that this build writes");
    match second {
        Some(span) => diagnostic.at(span, "added on another branch"),
        None => diagnostic,
    }
}
