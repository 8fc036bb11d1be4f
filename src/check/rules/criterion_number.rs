//! Criteria are numbered as their outcomes.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;
use crate::value::Id;

/// A criterion with the number of another outcome.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0214",
    name: "criterion-number",
    severity: Severity::Error,
    docs: "A criterion has the number of another outcome: `2.1` belongs to `LO2`, not to `LO1`. Assessors look for criteria by their \
           numbers, and would look in the wrong place. Change the number, also where it is named, or move the criterion to its own outcome.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 2.1, statement: say when to wash}]}\n\
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

/// Finds them; outcomes without a number at the end of their id can have any.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for outcome in course.units.iter().flat_map(|unit| &unit.outcomes) {
        let Some(number) = number(&outcome.id) else { continue };
        for criterion in &outcome.criteria {
            let Some((first, rest)) = criterion.id.as_str().split_once('.') else { continue };
            if first.trim_start_matches('0') != number {
                let message = format!("criterion `{}` does not have the number of outcome `{}`", criterion.id, outcome.id);
                let diagnostic = Diagnostic::new(&LINT, message)
                    .at(criterion.span, "the number of another outcome")
                    .related(outcome.span, "its outcome");
                diagnostics.push(diagnostic.help(format!("number it `{number}.{rest}`, or move it to its outcome")));
            }
        }
    }
}

/// The number that an id ends with, without zeros before it.
fn number(id: &Id) -> Option<&str> {
    let text = id.as_str();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    Some(text[digits..].trim_start_matches('0')).filter(|number| !number.is_empty())
}
