//! A scene that goes on in no way, or in several.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A unit with a case study of these scenes, for the examples.
macro_rules! unit_with_scenes {
    ($scenes:literal) => {
        concat!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n",
            "lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n",
            "items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
            "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
            "case_studies:\n  - id: lunch\n    title: A busy lunch\n    start: raw\n    scenes:\n",
            $scenes
        )
    };
}

/// A scene that goes on in no way, or in several.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0221",
    name: "scene-onward",
    severity: Severity::Error,
    docs: "A scene of a case study does not say how it goes on, or says it twice. With `choices` the learner decides, with `next` a certain \
           scene follows, and with `end` the story ends as `good`, `poor` or `neutral`. Otherwise learners would be stuck there. Give the \
           scene exactly one of the three.",
    wrong: &[("units/hand-washing.yaml", unit_with_scenes!("      - {id: raw, text: You cut raw chicken.}\n"))],
    right: &[("units/hand-washing.yaml", unit_with_scenes!("      - {id: raw, text: You cut raw chicken., end: neutral}\n"))],
};

/// The scene `id` at `span` does not go on.
pub(in crate::model) fn none(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("scene `{id}` does not say how it goes on"))
        .at(span, "without a way on")
        .help("give it `choices`, or `next: scene-id`, or `end: good`, `poor` or `neutral`")
}

/// It goes on in two ways, each a key with its place.
pub(in crate::model) fn several(id: &str, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    Diagnostic::new(&LINT, format!("scene `{id}` has `{}` and `{}`", first.0, second.0))
        .at(second.1, "a second way on")
        .related(first.1, "the first")
        .help("keep one of them")
}
