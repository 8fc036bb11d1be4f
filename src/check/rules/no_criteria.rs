//! An outcome has criteria.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// An outcome without criteria.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0213",
    name: "outcome-without-criteria",
    severity: Severity::Error,
    docs: "A learning outcome has no criteria, so nobody can tell when a learner has reached it. Add at least one criterion that says how \
           it is shown.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [LO1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [LO1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let read = course.units.iter().filter(|unit| !unit.lost.contains("criteria"));
    let outcomes = read.flat_map(|unit| &unit.outcomes);
    for outcome in outcomes.filter(|outcome| outcome.criteria.is_empty()) {
        let message = format!("outcome `{}` has no criteria", outcome.id);
        diagnostics
            .push(Diagnostic::new(&LINT, message).at(outcome.span, "without criteria").help("add a criterion that says how it is shown"));
    }
}
