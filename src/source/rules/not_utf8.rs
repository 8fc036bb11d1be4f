//! A text in another encoding.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A text in another encoding.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0136",
    name: "not-utf8",
    severity: Severity::Error,
    docs: "Texts are read as UTF-8, the encoding that holds the letters of every language. This file was saved in another one, such as Windows-1252 \
           or UTF-16, or is no text at all, so its letters would come out wrong. Save it again with the encoding UTF-8; every editor can.",
    // No example in a text can show it; tests/it/hostile.rs does.
    wrong: &[],
    right: &[],
};

/// `path` is no UTF-8 at `place`; it is named at `at`.
pub(in crate::source) fn diagnostic(path: &str, place: Span, at: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{path}` is not UTF-8 text"))
        .at(place, "no character in UTF-8")
        .help("open the file in your editor and save it with the encoding UTF-8");
    match at {
        Some(span) => diagnostic.related(span, "named here"),
        None => diagnostic,
    }
}
