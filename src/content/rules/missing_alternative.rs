//! A picture without a text alternative.

use super::{LESSON, PICTURE};
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture without a text alternative.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0405",
    name: "missing-alternative",
    severity: Severity::Error,
    docs: "Learners who cannot see a picture need words in its place. Say what it shows in the brackets, or make it an entry of `media:` with `alt:`, or \
           with `decorative: true` if it shows nothing that matters.",
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
