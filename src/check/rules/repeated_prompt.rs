//! Two items of a unit that ask the same.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::Item;
use crate::model::Course;

/// A prompt that stands twice in a unit.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0350",
    name: "repeated-prompt",
    severity: Severity::Warning,
    docs: "Two items of a unit have the same prompt, word for word. Perhaps one is a copy that was never changed. If not, learners and \
           reports cannot tell the two apart. Change one of the prompts, or take one of the items out.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: copy, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, copy]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: soap, type: true-false, prompt: Water alone is enough., answer: false, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, soap]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for unit in &course.units {
        let mut seen: BTreeMap<String, &Item> = BTreeMap::new();
        for item in &unit.items {
            let prompt = item.prompt_plain();
            if let Some(first) = seen.get(&prompt).filter(|_| !prompt.is_empty()) {
                diagnostics.push(
                    Diagnostic::new(&LINT, format!("item `{}` has the prompt of item `{}`", item.id, first.id))
                        .at(item.prompt.span(), "the same words")
                        .related(first.prompt.span(), "asked here first")
                        .help("change one of the prompts, or leave one of the items out"),
                );
            } else {
                seen.insert(prompt, item);
            }
        }
    }
}
