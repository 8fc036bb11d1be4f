//! A file without content.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file without content.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0603",
    name: "empty-file",
    severity: Severity::Error,
    docs: "A file that the course uses is empty. Learners would see nothing, and some LMSs refuse the whole package. Put the real file \
           there, or take out what uses it.",
    wrong: with_picture!("media/tap.svg", ""),
    right: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

/// The course's file `path` is empty.
pub(in crate::package) fn diagnostic(path: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` is empty")).help("put the real file there, or take out what uses it");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
