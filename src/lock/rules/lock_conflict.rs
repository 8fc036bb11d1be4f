//! Lines of the lock that contradict each other.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::lock::{Release, Thing};

/// Lines of the lock that contradict each other.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0282",
    name: "lock-conflict",
    severity: Severity::Error,
    docs: "Two lines of `course.lock` contradict each other about something that was released. This happens when two people each made a \
           release. Both lines cannot hold, and the wrong one would lose learners' answers. Take the `course.lock` that belongs to the \
           package your learners use, and build again.",
    wrong: &[("course.lock", "hand-washing unit 0 id=hand-washing at=0\nhand-washing unit 1 id=hand-washing at=1\n")],
    right: &[("course.lock", "hand-washing unit 0\n")],
};

const HELP: &str = "take `course.lock` from the branch whose package learners use, then build again";

fn conflict(message: String, first: Option<Span>, second: Option<Span>) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(&LINT, message).help(HELP);
    if let Some(span) = second {
        diagnostic = diagnostic.at(span, "");
    }
    match first {
        Some(span) => diagnostic.related(span, "the other line"),
        None => diagnostic,
    }
}

/// Two lines for the released thing at `path`.
pub(in crate::lock) fn things(path: &str, first: &Thing, second: &Thing) -> Diagnostic {
    conflict(format!("`course.lock` has two released lines for `{path}`"), first.span, second.span)
}

/// Two released things with one slot.
pub(in crate::lock) fn slots(first: &str, second: &str, thing: &Thing) -> Diagnostic {
    conflict(format!("`{first}` and `{second}` were released with the same number"), None, thing.span)
}

/// Two names for one released thing.
pub(in crate::lock) fn names(first: &str, second: &str, thing: &Thing) -> Diagnostic {
    conflict(format!("`{first}` and `{second}` are the same released thing"), None, thing.span)
}

/// Two lines of one thing about one release.
pub(in crate::lock) fn records(path: &str, release: u32, span: Span) -> Diagnostic {
    conflict(format!("`course.lock` says two things of `{path}` in release {release}"), None, Some(span))
}

/// Two releases with one number.
pub(in crate::lock) fn releases(ordinal: u32, first: &Release, second: &Release) -> Diagnostic {
    let (one, other) = (&first.version, &second.version);
    conflict(format!("two branches made release {ordinal}: version {one} and version {other}"), first.span, second.span)
}
