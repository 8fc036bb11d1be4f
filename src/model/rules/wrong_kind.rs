//! A reference to something of another kind.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::scope::{Name, Thing};

/// A reference to something of another kind.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0204",
    name: "wrong-kind",
    severity: Severity::Error,
    docs: "An id (the short name after `id:`) belongs to another kind of thing than is needed here. A lesson teaches outcomes and criteria, \
           an assessment has items, and so on. Anything else would count for nothing in the record. The message says what the id belongs to \
           and what is needed: name such a thing, or take this one out.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1, when], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// `name` is none of `things`.
pub(in crate::model) fn other(name: &Name, span: Span, things: &[Thing]) -> Diagnostic {
    let expected: Vec<String> = things.iter().map(|thing| thing.with_article()).collect();
    let expected = expected.join(", or ");
    Diagnostic::new(&LINT, format!("`{}` is {}, not {expected}", name.id, name.thing.with_article()))
        .at(span, format!("expected {expected}"))
        .related(name.span, "defined here")
}
