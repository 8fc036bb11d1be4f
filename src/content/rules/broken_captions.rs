//! Captions that no player can read.

use super::FILM;
use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// Captions that no player can read.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0414",
    name: "broken-captions",
    severity: Severity::Error,
    docs: "A file of captions has a line that players cannot read. They leave out what they cannot read, and learners miss what is said. \
           Captions are written in a form called WebVTT. The first line is `WEBVTT`. Each caption is a line with two times, such as \
           `00:01.000 --> 00:04.500`, then its words, then an empty line. Correct the line that the message shows.",
    wrong: &[
        ("media/film.md", "Hands under a tap. “Use running water.”\n"),
        ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom"),
        ("media/film.vtt", "WEBVTT\n\n00:01,000 --> 00:04.500\nUse running water.\n"),
        ("units/hand-washing.yaml", FILM),
    ],
    right: &[
        ("media/film.md", "Hands under a tap. “Use running water.”\n"),
        ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom"),
        ("media/film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.500\nUse running water.\n"),
        ("units/hand-washing.yaml", FILM),
    ],
};

/// The first line, at `span`, is not `WEBVTT`.
pub(in crate::content) fn no_head(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "the captions do not begin with `WEBVTT`").at(span, "the first line").help(
        "write `WEBVTT` into the first line, and leave the second one empty; a file in another form, such as `.srt`, has to be converted",
    )
}

/// The file whose first line is at `span` holds no caption.
pub(in crate::content) fn empty(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "the captions hold no caption")
        .at(span, "nothing after this")
        .help("export the captions again, or take the file out of `captions`")
}

/// The lines that begin at `span` have no times.
pub(in crate::content) fn no_times(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "these words belong to no caption")
        .at(span, "no times above it")
        .help("take out the empty line above it, or give it times: `00:01.000 --> 00:04.500`")
}

/// `time` at `span` is none.
pub(in crate::content) fn time(time: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{time}` is not a time in captions"))
        .at(span, "not a time")
        .help("write minutes, seconds and thousandths, as in `00:01.000`, with the hours before them if there are any");
    match time.find(',') {
        // As in SubRip.
        Some(comma) if time.matches(',').count() == 1 && !time.contains('.') => {
            let at = span.start + u32::try_from(comma).unwrap_or(0);
            let edit = Edit { span: Span { start: at, end: at + 1, ..span }, replacement: ".".to_owned() };
            diagnostic.fix("write a point in place of the comma", vec![edit])
        }
        _ => diagnostic,
    }
}
