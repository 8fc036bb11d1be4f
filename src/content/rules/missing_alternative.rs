//! A picture without a text alternative.

use super::{LESSON, PICTURE};
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture without a text alternative.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0405",
    name: "missing-alternative",
    severity: Severity::Error,
    docs: "A picture has no text alternative (alt text). Learners who cannot see the picture need words in its place. Say what it shows \
           between the square brackets, as in `![A running tap](media/tap.svg)`. If they miss nothing without it, give it an entry in \
           `media:` with `decorative: true`. (WCAG 2.2, 1.1.1)",
    wrong: &[("lessons/how.md", "![](media/tap.svg)\n"), ("media/tap.svg", PICTURE), ("units/hand-washing.yaml", LESSON)],
    right: &[
        ("lessons/how.md", "![A tap with a long handle](media/tap.svg)\n"),
        ("media/tap.svg", PICTURE),
        ("units/hand-washing.yaml", LESSON),
    ],
};

/// The picture at `span` has no words in its brackets.
pub(in crate::content) fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a picture has no text alternative")
        .at(span, "nothing in the brackets")
        .help("write what it shows in the brackets: `![A tap with a long handle](media/tap.svg)`")
}
