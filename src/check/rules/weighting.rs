//! Points that SCORM 1.2 cannot tell as a weighting.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;
use crate::value::Thousandths;

/// Points above 100.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0323",
    name: "points-above-100",
    severity: Severity::Warning,
    docs: "An item is worth more than 100 points. Some LMSs refuse a number above 100 there in SCORM 1.2, so coursec does not send it, and \
           reports in your LMS cannot say how much the item counts. Only proportions matter for a score: 10 and 20 are the same as 100 and \
           200. Give all items of the assessment fewer points, in the same proportion.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1], points: 200}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1], points: 20}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// The largest weighting that every learning management system takes.
const MOST: Thousandths = Thousandths(100_000);

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if !course.targets.iter().any(|(target, _)| target == "scorm12") {
        return;
    }
    for item in course.units.iter().flat_map(|unit| &unit.items).filter(|item| item.points > MOST) {
        diagnostics.push(
            Diagnostic::new(&LINT, format!("item `{}` is worth {} points", item.id, item.points))
                .at(item.span, "more than 100")
                .help("give all items of its assessment fewer points, in the same proportion"),
        );
    }
}
