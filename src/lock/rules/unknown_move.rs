//! A move that cannot be followed.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::lock::{Kind, Lock};
use crate::model::Move;

/// A move that cannot be followed.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0288",
    name: "unknown-move",
    severity: Severity::Error,
    docs: "A line of `moved:` does not fit the course. Such a line says that something now stands in another place, so that learners keep \
           their answers. `from` is the path that it had when you last built the course, and `to` is the path that it has now. Both are \
           written in full, such as `unit/item`, and both are the same kind of thing. Correct the line, or take it out.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\nmoved:\n  - {from: hand-washing/q-before, to: hand-washing/q-when}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\nmoved: []\n",
    )],
};

/// How alike a path has to be to be meant.
const NEAR: f64 = 0.8;

/// The lock does not know `from`.
pub(in crate::lock) fn unknown(from: &str, lock: &Lock, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{from}` is not in the lock, so nothing can have moved from there")).at(span, "");
    match near(from, lock) {
        Some(path) => diagnostic.help(format!("did you mean `{path}`?")),
        None => diagnostic.help("write the full path that it had when it was last built, such as `unit/item`, or take the line out"),
    }
}

fn near<'a>(from: &str, lock: &'a Lock) -> Option<&'a str> {
    let scored = lock.things.paths().map(|path| (strsim::normalized_levenshtein(from, path), path.as_str()));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, path)| path)
}

/// The course has no `to`.
pub(in crate::lock) fn nowhere(to: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("nothing of the course is at `{to}`"))
        .at(span, "")
        .help("`to` is the full path that it has now, such as `unit/item`")
}

/// The course still has `from`.
pub(in crate::lock) fn still_there(from: &str, span: Span, there: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{from}` is said to have moved, but the course still has it"))
        .at(span, "")
        .related(there, "it is here")
        .help("take the line out of `moved:`, or give this thing another id")
}

/// It would become another kind of thing.
pub(in crate::lock) fn another_kind(moved: &Move, was: Kind, is: Kind) -> Diagnostic {
    let (from, to, was, is) = (&moved.from, &moved.to, was.name(), is.name());
    Diagnostic::new(&LINT, format!("`{from}` was of kind {was}, `{to}` is of kind {is}"))
        .at(moved.span, "")
        .help("a thing stays of its kind when it moves: take the line out of `moved:`")
}

/// `to` is a released thing of its own.
pub(in crate::lock) fn taken(to: &str, span: Span, there: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{to}` was released itself, so nothing else can move there"))
        .at(span, "")
        .related(there, "this is it")
        .help("give what has moved an id of its own")
}
