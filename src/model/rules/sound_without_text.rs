//! Sound that who cannot hear is left out of.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Sound without its text.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0431",
    name: "sound-without-text",
    severity: Severity::Error,
    docs: "A sound has no transcript. Learners who cannot hear it read there what is said. Write it into a file, best in Markdown, and name \
           the file after `transcript:`. Learners find it below the player. If they miss nothing without the sound, write `decorative: \
           true`. (WCAG 2.2, 1.2.1)",
    wrong: &[("units/hand-washing.yaml", ALONE), FILE],
    right: &[("units/hand-washing.yaml", WRITTEN), FILE, ("media/tap.md", "Water runs for twenty seconds. “Now dry them well.”\n")],
};

/// A sound, as small as it can be.
const FILE: (&str, &str) = ("media/tap.mp3", "ID3\u{3}\0\0\0\0\0\0");

/// A unit that plays the sound without its text.
const ALONE: &str = unit!("id: tap, file: media/tap.mp3, alt: A nurse washes her hands", "tap");

/// A unit that plays it with its text.
const WRITTEN: &str = unit!("id: tap, file: media/tap.mp3, alt: A nurse washes her hands, transcript: media/tap.md", "tap");

/// The sound `id` has none.
pub(in crate::model) fn diagnostic(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("sound `{id}` has no transcript"))
        .at(span, "learners who cannot hear it miss what is said")
        .help("write down what is said, and name the file: `transcript: media/....md`")
}
