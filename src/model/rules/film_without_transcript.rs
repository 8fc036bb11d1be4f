//! Films that learners who cannot see are left out of.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A film without a transcript.
pub(in crate::model) static LINT: Lint = Lint {
    code: "W0440",
    name: "film-without-transcript",
    severity: Severity::Warning,
    docs: "A film has no transcript. Learners who cannot see it, and those who would rather read, need in words what it shows and what is \
           said in it. Write that into a file, best in Markdown, and name the file after `transcript:`. Learners find it below the player. \
           (WCAG 2.2, 1.2.3)",
    wrong: &[("units/hand-washing.yaml", CAPTIONED), FILE, CAPTIONS],
    right: &[
        ("units/hand-washing.yaml", WRITTEN),
        FILE,
        CAPTIONS,
        ("media/film.md", "A nurse holds her hands under a tap. “Use running water.”\n"),
    ],
};

/// A film, as small as it can be.
const FILE: (&str, &str) = ("media/film.mp4", "\0\0\0\u{18}ftypmp42\0\0\0\0mp42isom");

/// Its captions.
const CAPTIONS: (&str, &str) = ("media/film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.500\nUse running water.\n");

/// A unit that shows the film with captions alone.
const CAPTIONED: &str =
    unit!("id: film, file: media/film.mp4, alt: Hands under a tap, captions: [{lang: en, file: media/film.vtt}]", "film");

/// A unit that shows it with its text, too.
const WRITTEN: &str = unit!(
    "id: film, file: media/film.mp4, alt: Hands under a tap, captions: [{lang: en, file: media/film.vtt}], transcript: media/film.md",
    "film"
);

/// The film `id` has none.
pub(in crate::model) fn diagnostic(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("film `{id}` has no transcript"))
        .at(span, "learners who cannot see it miss what it shows")
        .help("write down what is shown and said, and name the file: `transcript: media/....md`")
}
