//! A package that no LMS takes.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A package that no LMS takes.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0608",
    name: "package-too-large",
    severity: Severity::Error,
    docs: "The package has more than 3 GB, and no LMS takes that. Save films and pictures smaller, put films on a web site and link to \
           them, or make two courses of it.",
    // No example in a text can show it; tests/it/hostile_media.rs does.
    wrong: &[],
    right: &[],
};

/// The package has `size` bytes, more than `most`; the largest of its files is used at `span`.
pub(in crate::package) fn diagnostic(size: u64, most: u64, span: Option<Span>) -> Diagnostic {
    let (size, most) = (size / 1_000_000, most / 1_000_000);
    let diagnostic = Diagnostic::new(&LINT, format!("the package has {size} MB; no LMS takes more than {most} MB"))
        .help("save films and pictures smaller, offer films on a web site, or make two courses of it");
    match span {
        Some(span) => diagnostic.at(span, "the largest file"),
        None => diagnostic,
    }
}
