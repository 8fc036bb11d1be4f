//! SCORM 1.2 is told less of an item than other targets.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// SCORM 1.2 is told less.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0322",
    name: "less-in-scorm12",
    severity: Severity::Note,
    docs: "SCORM 1.2 cannot record all about this item: it has no way to say that a range of numbers is right, and no room for texts above \
           255 characters. Learners notice nothing, and their result is sent all the same.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: fridge, type: numeric, prompt: How warm may a fridge be?, assesses: [1.1], range: {min: 0, max: 5}}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [fridge]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: fridge, type: numeric, prompt: How warm may a fridge be?, assesses: [1.1], answer: 5}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [fridge]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if !course.targets.iter().any(|(target, _)| target == "scorm12") {
        return;
    }
    let banked = course.banks.iter().flat_map(|bank| &bank.items).map(|item| &item.item);
    for item in course.units.iter().flat_map(|unit| &unit.items).chain(banked) {
        if let Some((fact, help)) = item.body.less_in_scorm12() {
            diagnostics.push(Diagnostic::new(&LINT, fact).at(item.kind_span, "less of it is recorded").help(help));
        }
    }
}
