//! A text in another encoding.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A text in another encoding.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0136",
    name: "not-utf8",
    severity: Severity::Error,
    docs: "The file is not saved as UTF-8, the way of storing letters that has room for every language. Perhaps it was saved as \
           Windows-1252 or UTF-16, or it is no plain text at all, such as a Word document. Its letters would come out wrong. Open it in a \
           text editor, and save it again with the encoding UTF-8.",
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
