//! An item in a text that does not show any, or in two texts.

use std::collections::BTreeMap;

use crate::content::{Reference, ReferenceKind};
use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::Course;

/// An item in a text that does not show any, or in two texts.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0230",
    name: "question-out-of-place",
    severity: Severity::Error,
    docs: "A question is shown where it cannot be, or in two places. A line `[item:id]` by itself shows an item there, as practice. Lessons \
           and scenes of case studies can show items; other texts cannot. Each item has one place, because it keeps one answer. Show it in \
           a lesson, and link to that lesson from elsewhere, or write another item.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_with!(
            "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\nsynopsis: |\n  Try this first.\n\n  [item:dry]\n"
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - id: when\n    title: When to wash\n    teaches: [LO1, 1.1]\n    body: |\n      Before you touch food.\n\n      [item:dry]\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let is_item = |reference: &&Reference| reference.kind == ReferenceKind::Item;
    for unit in &course.units {
        let mut shown: BTreeMap<String, Span> = BTreeMap::new();
        for reference in unit.shows() {
            let at = format!("{:?}", unit.item_at(&reference.id));
            match shown.get(&at) {
                Some(first) => diagnostics.push(again(reference, *first)),
                None => {
                    shown.insert(at, reference.span);
                }
            }
        }
        let places: Vec<Span> = unit.shows().map(|reference| reference.span).collect();
        let others = unit.references().filter(is_item).filter(|reference| !places.contains(&reference.span));
        diagnostics.extend(others.map(elsewhere));
    }
    let of_course = course.qualification.iter().flat_map(crate::model::Qualification::references);
    let of_banks = course.banks.iter().flat_map(crate::model::Bank::references);
    diagnostics.extend(of_course.chain(of_banks).filter(is_item).map(elsewhere));
}

fn again(reference: &Reference, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("item `{}` is shown twice", reference.id))
        .at(reference.span, "is shown again")
        .related(first, "is shown here")
        .help("take one of them out, or write another item for it")
}

fn elsewhere(reference: &Reference) -> Diagnostic {
    Diagnostic::new(&LINT, format!("item `{}` stands in a text that cannot show it", reference.id))
        .at(reference.span, "is neither a lesson nor a scene")
        .help("show it in a lesson, and lead to that with `[words](lesson:id)`")
}
