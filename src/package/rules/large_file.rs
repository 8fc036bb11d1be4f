//! A file that many learners wait for.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file that many learners wait for.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0603",
    name: "large-file",
    severity: Severity::Warning,
    docs: "A file has more than 100 MB. Learners on a phone wait long for it, and many LMSs refuse it. Save the film or picture smaller, or \
           put it on a web site and link to it.",
    // No example in a text can show it; tests/it/hostile_media.rs does.
    wrong: &[],
    right: &[],
};

/// File `path` has `size` bytes.
pub(in crate::package) fn diagnostic(path: &str, size: u64, span: Option<Span>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&LINT, format!("file `{path}` has {} MB; more than 100 MB is too much for many LMSs", size / 1_000_000))
            .help("save the film or picture smaller, or offer it on a web site and link to it");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
