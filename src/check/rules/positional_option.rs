//! An option that speaks of the others by their places, where places are drawn.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::Item;
use crate::model::Course;

/// An option speaks of places that are drawn.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0324",
    name: "positional-option",
    severity: Severity::Warning,
    docs: "An option speaks of others by their letter or place, such as \"Both A and B\", but learners get the options in a random order. For \
           most of them it would be wrong. Say in words what is meant. An option such as \"None of the above\" can stay at the end: give it \
           `keep_last: true`.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: next, type: choice, prompt: What is safe?, assesses: [1.1], options: [{id: a, text: Soap, correct: true}, {id: b, text: Gel}, {id: c, text: Both A and B}]}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [next], shuffle: {options: true}}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: next, type: choice, prompt: What is safe?, assesses: [1.1], options: [{id: a, text: Soap, correct: true}, {id: b, text: Gel}, {id: c, text: Soap and gel}]}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [next], shuffle: {options: true}}\n",
    )],
};

/// Words that mean a place, in English.
static PLACES: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSet::new([
        r"^\(?[A-H]\)?(?:,? \(?[A-H]\)?)*,? (?:and|or|&) \(?[A-H]\)?\.?$",
        r"\b(?i:both|either|neither) \(?[A-Ha-h]\)? (?:and|or|nor) \(?[A-Ha-h]\)?(?:\W|$)",
        r"\b(?i:option|answer|choice)s? \(?(?:[A-H]|\d)\)?(?:\W|$)",
        r"\b(?i:the) (?:first|second|third|fourth|fifth|previous|next|last) (?:option|answer|choice|two|three|one)\b",
    ])
    .expect("the expressions are constants")
});

/// Words that mean all that stand before.
static ABOVE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bof (?:the|these )?\s*(?:above|below|preceding)\b").expect("the expression is a constant"));

/// Finds them, in courses in English.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if !course.lang.as_str().to_ascii_lowercase().starts_with("en") {
        return;
    }
    for unit in &course.units {
        for item in &unit.items {
            let drawn =
                unit.assessments.iter().find(|assessment| assessment.shuffle_options && assessment.items().any(|id| *id == item.id));
            if let Some(assessment) = drawn {
                diagnostics.extend(
                    placed(item).into_iter().map(|diagnostic| diagnostic.related(assessment.span, "shows options in a drawn order")),
                );
            }
        }
    }
}

/// What is to be said of the options of `item`.
fn placed(item: &Item) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, text) in item.body.options() {
        let plain = text.plain();
        let above = ABOVE.is_match(&plain) && item.body.keep_last() != Some(id);
        if above || PLACES.is_match(&plain) {
            let help = if above { "add `keep_last: true` to it, or say in words what is meant" } else { "say in words what is meant" };
            found.push(
                Diagnostic::new(&LINT, format!("option `{id}` speaks of the places of others"))
                    .at(text.span(), "places are drawn")
                    .help(help),
            );
        }
    }
    found
}
