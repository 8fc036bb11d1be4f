//! A text alternative that is none, or too long to be one.

use super::{LESSON, PICTURE};
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A text alternative that is none, or too long to be one.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0412",
    name: "alternative-text",
    severity: Severity::Warning,
    docs: "A text alternative (alt text) is the name of a file, or is very long. It stands in for the picture, for learners who cannot see \
           it. Say in one sentence what matters in the picture. What needs more than 150 characters belongs in the text beside it, where \
           all can read it at their own pace. (WCAG 2.2, 1.1.1)",
    wrong: &[("lessons/how.md", "![tap-2.svg](media/tap.svg)\n"), ("media/tap.svg", PICTURE), ("units/hand-washing.yaml", LESSON)],
    right: &[
        ("lessons/how.md", "![A tap with a long handle](media/tap.svg)\n"),
        ("media/tap.svg", PICTURE),
        ("units/hand-washing.yaml", LESSON),
    ],
};

/// The most characters of a text alternative.
const LONGEST: usize = 150;

/// Endings of files that are shown or played.
const ENDINGS: [&str; 12] = ["avif", "bmp", "gif", "jpeg", "jpg", "mp3", "mp4", "pdf", "png", "svg", "webm", "webp"];

/// What is wrong with `alternative`, written at `span`, if something is.
#[must_use]
pub fn check(alternative: &str, span: Span) -> Option<Diagnostic> {
    let length = alternative.chars().count();
    if length > LONGEST {
        let message = format!("the text alternative has {length} characters; one has at most {LONGEST}");
        let help = "keep what matters most, and move the rest into the text beside the picture";
        return Some(Diagnostic::new(&LINT, message).at(span, "too long to listen to").help(help));
    }
    let ending = alternative.trim().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_name = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
    is_name.then(|| {
        Diagnostic::new(&LINT, format!("the text alternative `{}` is the name of a file", alternative.trim()))
            .at(span, "says nothing of what it shows")
            .help("say in a sentence what it shows, as in `A tap with a long handle`")
    })
}
