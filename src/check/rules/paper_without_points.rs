//! A paper on which there is nothing to get.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, ItemAt, Paper};

/// A paper without points.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0228",
    name: "paper-without-points",
    severity: Severity::Error,
    docs: "A draw (a random choice of items) can give a learner a paper on which no item is worth a point, such as only scales and free \
           texts. That learner could not pass. Put an item with points on every paper, or draw by `tags` that only such items have.",
    wrong: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: summative, items: [{bank: level-3, draw: 1}]}\n"),
        ),
        ("banks/level-3.yaml", BANK),
    ],
    right: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry, {bank: level-3, draw: 1}]}\n"),
        ),
        ("banks/level-3.yaml", BANK),
    ],
};

/// A bank with an item that is not marked.
const BANK: &str = "id: level-3\ntitle: Level 3\nunit: hand-washing\nitems:\n  - {id: soap, type: true-false, prompt: Soap helps., answer: true, assesses: [1.1]}\n  \
                    - id: sure\n    type: likert\n    prompt: How sure are you?\n    assesses: [1.1]\n    scale:\n      - {id: not-yet, text: Not yet}\n      - {id: very, text: Very}\n";

/// Finds them; where no paper has points, another rule says it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for (unit, assessment) in course.all_assessments() {
        let known = !unit.is_some_and(|unit| unit.lost.contains("points"));
        let Some(paper) = Paper::of(course, unit.map(|unit| &unit.id), assessment).filter(|_| known) else { continue };
        let points = |items: &[ItemAt]| items.iter().map(|at| course.item(at).map(|item| item.points.0)).collect::<Option<Vec<u32>>>();
        let Some(fixed) = points(&paper.fixed) else { continue };
        let Some(strata) = paper.strata().iter().map(|one| Some((one.takes, points(&one.items)?))).collect::<Option<Vec<_>>>() else {
            continue;
        };
        // A draw can take nothing but items without points where there are enough of them.
        let can_be_empty = |(takes, points): &(usize, Vec<u32>)| points.iter().filter(|points| **points == 0).count() >= *takes;
        let some = strata.iter().any(|(takes, points)| *takes > 0 && points.iter().any(|points| *points > 0));
        if some && fixed.iter().all(|points| *points == 0) && strata.iter().all(can_be_empty) {
            let diagnostic = Diagnostic::new(&LINT, format!("a paper of assessment `{}` can have no points to get", assessment.id));
            diagnostics
                .push(diagnostic.at(assessment.span, "nobody could pass such a paper").help("put an item with points on every paper"));
        }
    }
}
