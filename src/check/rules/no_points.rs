//! An assessment has points to get.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Assessment, Course, Paper, Unit};

/// An assessment without points.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0215",
    name: "assessment-without-points",
    severity: Severity::Error,
    docs: "An assessment has no points to give: it has no items, or all of them are worth 0. Nobody could pass it. Add items, or give them \
           points. An item without `points` is worth one.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1], points: 0}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for (unit, assessment) in course.all_assessments() {
        if points(course, unit, assessment) != Some(0) {
            continue;
        }
        let (fact, help) = if assessment.entries.is_empty() {
            ("has no items", "add items to its `items`")
        } else {
            ("has no points to get", "give its items points, or leave `points` out for one each")
        };
        let diagnostic = Diagnostic::new(&LINT, format!("assessment `{}` {fact}", assessment.id));
        diagnostics.push(diagnostic.at(assessment.span, "nobody could pass it").help(help));
    }
}

/// Thousandths of the points of all that can be on its papers; `None` where they cannot be known.
fn points(course: &Course, unit: Option<&Unit>, assessment: &Assessment) -> Option<u64> {
    let known = !unit.is_some_and(|unit| unit.lost.contains("points"));
    let paper = Paper::of(course, unit.map(|unit| &unit.id), assessment)
        .filter(|paper| known && paper.pools.iter().all(|pool| !pool.items.is_empty()))?;
    paper.items().iter().map(|at| course.item(at).map(|item| u64::from(item.points.0))).sum()
}
