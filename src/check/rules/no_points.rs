//! An assessment has points to get.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Assessment, Course, Entry, Unit};

/// An assessment without points.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0215",
    name: "assessment-without-points",
    severity: Severity::Error,
    docs: "An assessment has no items, or all of its items are worth nothing, so that no share of its points can ever be reached and nobody could pass it. Add \
           items, or give them points.",
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
    for unit in &course.units {
        for assessment in unit.assessments.iter().filter(|assessment| points(unit, assessment) == Some(0)) {
            let (fact, help) = if assessment.entries.is_empty() {
                ("has no items", "add items to its `items`")
            } else {
                ("has no points to get", "give its items points, or leave `points` out for one each")
            };
            diagnostics.push(
                Diagnostic::new(&LINT, format!("assessment `{}` {fact}", assessment.id))
                    .at(assessment.span, "nobody could pass it")
                    .help(help),
            );
        }
    }
}

/// Thousandths of points of all its items; `None` where that cannot be known.
fn points(unit: &Unit, assessment: &Assessment) -> Option<u64> {
    let known = assessment.whole && !unit.lost.contains("points");
    let points = |entry: &Entry| match entry {
        Entry::Own(item) => unit.item(&item.id).map(|item| u64::from(item.points.0)),
        Entry::Of(_) | Entry::Draw(_) => None,
    };
    assessment.entries.iter().map(points).sum::<Option<u64>>().filter(|_| known)
}
