//! A question of the FAQ that stands there twice.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Faq};

/// A question that is asked twice.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0254",
    name: "repeated-question",
    severity: Severity::Warning,
    docs: "A question is asked twice in the FAQ that a unit shows: twice in the unit, or in the unit and in the qualification. Two answers \
           to one question make readers doubt both. Keep one of them. To leave out the qualification's, write `inherit: {faq: {except: \
           [id]}}` in the unit, with the short name after the `id:` of that question.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         faq:\n  - {id: gel, question: Is gel enough?, answer: No.}\n  - {id: gel-again, question: is gel enough?, answer: Not with grease.}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         faq:\n  - {id: gel, question: Is gel enough?, answer: Not with grease.}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds them, those of the qualification once.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let above: &[Faq] = course.qualification.as_ref().map_or(&[], |qualification| &qualification.lists.faq);
    diagnostics.extend(twice(above.iter()));
    for unit in &course.units {
        let inherited = unit.inherited.get("faq").map_or(&[][..], Vec::as_slice);
        let mut seen: Vec<&Faq> = above.iter().filter(|entry| inherited.contains(&entry.id)).collect();
        let more = seen.len();
        seen.extend(&unit.lists.faq);
        let own: Vec<Span> = seen[more..].iter().map(|entry| entry.question.span).collect();
        let said = twice(seen.into_iter());
        diagnostics.extend(said.into_iter().filter(|said| said.primary.as_ref().is_some_and(|label| own.contains(&label.span))));
    }
}

/// Says of each question that stood before that it is there twice.
fn twice<'a>(entries: impl Iterator<Item = &'a Faq>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut said = Vec::new();
    for entry in entries {
        let key = entry.question.text.to_lowercase();
        if let Some(first) = seen.get(&key).filter(|_| !key.is_empty()) {
            said.push(
                Diagnostic::new(&LINT, "the question is asked twice")
                    .at(entry.question.span, "asked again")
                    .related(*first, "asked here first")
                    .help("keep one of them, with one answer"),
            );
        } else {
            seen.insert(key, entry.question.span);
        }
    }
    said
}
