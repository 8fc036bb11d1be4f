//! Films that who cannot hear is left out of.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A film without captions.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0430",
    name: "film-without-captions",
    severity: Severity::Error,
    docs: "A film has no captions. Learners who cannot hear it, or have no headphones at work, read them. Name a file of captions under \
           `captions:` for each language; video programs save such files in a form called WebVTT. If the film has no sound, one caption can \
           say so. If learners miss nothing without the film, write `decorative: true`. (WCAG 2.2, 1.2.2)",
    wrong: &[("units/hand-washing.yaml", SILENT), FILE, TEXT],
    right: &[
        ("units/hand-washing.yaml", CAPTIONED),
        FILE,
        ("media/film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.500\nUse running water.\n"),
        TEXT,
    ],
};

/// A film, as small as it can be.
const FILE: (&str, &str) = ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom");

/// What is shown and said in it.
const TEXT: (&str, &str) = ("media/film.md", "A nurse holds her hands under a tap. “Use running water.”\n");

/// A unit that shows the film without captions.
const SILENT: &str = unit!("id: film, file: media/film.mp4, alt: Hands under a tap, transcript: media/film.md", "film");

/// A unit that shows it with them.
const CAPTIONED: &str = unit!(
    "id: film, file: media/film.mp4, alt: Hands under a tap, captions: [{lang: en, file: media/film.vtt}], transcript: media/film.md",
    "film"
);

/// The film `id` has none.
pub(in crate::model) fn diagnostic(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("film `{id}` has no captions"))
        .at(span, "learners who cannot hear it miss what is said")
        .help("name a file of captions: `captions: [{lang: en, file: media/....vtt}]`")
}
