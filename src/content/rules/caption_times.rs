//! Captions whose times run backwards.

use super::FILM;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Captions whose times run backwards.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0415",
    name: "caption-times",
    severity: Severity::Error,
    docs: "The times of a caption are not in order: it ends before it begins, or it begins before the caption above it. A player shows such \
           a caption too late, or never. Correct its times, or put the captions in the order in which they begin.",
    wrong: &[
        ("media/film.md", "Hands under a tap. “Use running water.”\n"),
        ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom"),
        ("media/film.vtt", "WEBVTT\n\n00:04.500 --> 00:01.000\nUse running water.\n"),
        ("units/hand-washing.yaml", FILM),
    ],
    right: &[
        ("media/film.md", "Hands under a tap. “Use running water.”\n"),
        ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom"),
        ("media/film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.500\nUse running water.\n"),
        ("units/hand-washing.yaml", FILM),
    ],
};

/// A caption ends at `end`, not after its beginning, at `start`.
pub(in crate::content) fn ends_first(end: Span, start: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a caption ends before it begins")
        .at(end, "its end")
        .related(start, "its beginning")
        .help("see whether the two times have changed places")
}

/// A caption begins at `span`, before the one that stands above it, at `before`.
pub(in crate::content) fn goes_back(span: Span, before: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a caption begins before the one above it")
        .at(span, "earlier")
        .related(before, "than this one")
        .help("put the captions into the order in which they begin")
}
