//! An item that assesses nothing.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// An item without an outcome or a criterion.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0259",
    name: "item-assesses-nothing",
    severity: Severity::Warning,
    docs: "An item does not say what it assesses. It counts for no criterion, and learners who get it wrong are not told which lesson to \
           read again. Add `assesses:` with the outcomes and criteria that it is about.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: wet, type: true-false, prompt: Wet hands are safer., answer: false}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, wet]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: wet, type: true-false, prompt: Wet hands are safer., answer: false, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, wet]}\n",
    )],
};

/// Finds them. A scale asks for an opinion, and assesses nothing.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let items = course.units.iter().filter(|unit| !unit.lost.contains("assesses")).flat_map(|unit| &unit.items);
    for item in items.filter(|item| item.assesses.is_empty() && item.kind.name != "likert") {
        diagnostics.push(
            Diagnostic::new(&LINT, format!("item `{}` assesses nothing", item.id))
                .at(item.span, "no outcome, no criterion")
                .help("add `assesses: [...]` with the criteria it is about"),
        );
    }
}
