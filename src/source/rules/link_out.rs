//! A link where a file should be.

use crate::diag::{Diagnostic, Lint, Severity};

/// A link where a file should be.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0133",
    name: "link-out",
    severity: Severity::Error,
    docs: "The file, or a folder on the way to it, is a symbolic link (a shortcut) that leads out of the course folder, to a folder, or nowhere. \
           What is outside the course is never read, so that a course is whole wherever it is copied to. Put the file itself in place of the link.",
    // No example in a text can show it; tests/it/hostile.rs does.
    wrong: &[],
    right: &[],
};

/// `path` is a link, or below one.
pub(in crate::source) fn diagnostic(path: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` is a link that does not lead to a file of this course"))
        .help("put the file itself into the course folder in place of the link")
}
