//! Media without a text alternative.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Media without a text alternative.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0208",
    name: "media-without-text",
    severity: Severity::Error,
    docs: "A picture, sound or film has no text alternative (alt text). Learners who cannot see or hear it would not know what it is. Say \
           in `alt` what it shows. If they miss nothing without it, write `decorative: true` instead. (WCAG 2.2, 1.1.1)",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmedia: [{id: tap, file: media/tap.svg}]\n",
        ),
        ("units/hand-washing.yaml", SHOWN),
        ("media/tap.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmedia: [{id: tap, file: media/tap.svg, alt: A running tap}]\n",
        ),
        ("units/hand-washing.yaml", SHOWN),
        ("media/tap.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ],
};

/// A unit that shows the media, for the examples.
const SHOWN: &str = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
                     lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: \"Before you touch food.\\n\\n![](media:tap)\"}\n\
                     items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
                     assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n";

/// The media `id` has none.
pub(in crate::model) fn none(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("media `{id}` has no text alternative"))
        .at(span, "neither `alt` nor `decorative: true`")
        .help("say in `alt` what it shows")
}
