//! A package that some LMSs refuse.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A package that some LMSs refuse.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0604",
    name: "large-package",
    severity: Severity::Warning,
    docs: "The package has more than 50 MB, which some LMSs refuse; above 250 MB most do. Save films and pictures smaller, ask how much \
           your LMS takes, or make two courses of it.",
    // No example in a text can show it; tests/it/hostile_media.rs does.
    wrong: &[],
    right: &[],
};

/// The package has `size` bytes, more than `most`; the largest of its files is used at `span`.
pub(in crate::package) fn diagnostic(size: u64, most: u64, span: Option<Span>) -> Diagnostic {
    let (size, most) = (size / 1_000_000, most / 1_000_000);
    let diagnostic = Diagnostic::new(&LINT, format!("the package has {size} MB; LMSs often take no more than {most} MB"))
        .help("save films and pictures smaller, ask what your LMS takes, or make two courses of it");
    match span {
        Some(span) => diagnostic.at(span, "the largest file"),
        None => diagnostic,
    }
}
