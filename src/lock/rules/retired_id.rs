//! An id that another thing has had.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::lock::Thing;
use crate::lock::census::Counted;

/// An id that another thing has had.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0287",
    name: "retired-id",
    severity: Severity::Error,
    docs: "This id (the short name after `id:`) belonged to something else in an earlier release. Learners' records still mean that other \
           thing by it, even if you have renamed or removed it. Their answers would get mixed up. Choose an id that was never released.",
    wrong: &[
        ("course.lock", LOCK),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
             lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [q-when]}\n\
             items:\n  - {id: q-when, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
        ),
    ],
    right: &[
        ("course.lock", LOCK),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
             lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [q-dry]}\n\
             items:\n  - {id: q-dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
        ),
    ],
};

/// A lock in which a release has taken `q-when` out.
const LOCK: &str = "! release 1 version=0.8.0 digest=0 record=47443c712a45e6e6\n! release 2 version=0.9.0 digest=0 record=e5758651b72f96e4\nhand-washing unit 0 id=hand-washing at=0 since=1\nhand-washing/q-when item 0 id=q-when at=0.0 since=1\nhand-washing/q-when @2 gone\n";

/// `thing` has the path of a thing that was released and is no more, or is of another kind.
pub(in crate::lock) fn retired(thing: &Counted<'_>, known: &Thing) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{}` is the id of {} that was released before", thing.path, with_article(known)))
        .at(thing.span, "it cannot be used again")
        .help("choose an id that was never released: learners' records mean the other by this one");
    match known.span {
        Some(span) => diagnostic.related(span, "released as this"),
        None => diagnostic,
    }
}

/// `thing` has the public id of what is at `other` now; `there` where that is still in the course.
pub(in crate::lock) fn public(thing: &Counted<'_>, other: &str, there: bool) -> Diagnostic {
    let path = &thing.path;
    let diagnostic = Diagnostic::new(&LINT, format!("`{path}` has the id that `{other}` was released with"))
        .at(thing.span, "it cannot be used again")
        .help("choose an id that was never released: learners' records mean the other by this one");
    if there {
        return diagnostic;
    }
    diagnostic.help(format!("if it is the same thing, add to `moved:` in course.yaml: `{{from: {other}, to: {path}}}`"))
}

fn with_article(thing: &Thing) -> String {
    let name = thing.kind.name();
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']) && name != "unit";
    format!("{} {name}", if vowel { "an" } else { "a" })
}
