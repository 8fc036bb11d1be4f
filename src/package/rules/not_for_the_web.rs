//! A file in a form that browsers do not play, or that is far larger than it need be.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file in a form that is not for web pages.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0442",
    name: "not-for-the-web",
    severity: Severity::Warning,
    docs: "The file is in a form that is not made for the web. Pictures in BMP or TIFF and sounds in WAV or AIFF are about ten times as \
           large as they need be. Films in AVI, WMV, MOV or MP4 with HEVC play in some browsers only; in the others learners see an empty \
           frame. Save pictures as PNG, JPEG or WebP, sounds as MP3 or M4A, films as MP4 with H.264.",
    wrong: with_picture!("media/tap.bmp", "BM"),
    right: with_picture!("media/tap.gif", "GIF89a\u{40}\u{1}\u{40}\u{1}"),
};

/// File `path` is `what`, and is better saved as `better`.
pub(in crate::package) fn diagnostic(path: &str, what: &str, better: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` is {what}")).help(format!("save it as {better}"));
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
