//! A link where a file should be.

use crate::diag::{Diagnostic, Lint, Severity};

/// A link where a file should be.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0133",
    name: "link-out",
    severity: Severity::Error,
    docs: "The file is only a shortcut (a symbolic link), and it leads out of the course folder, to a folder, or nowhere. coursec reads \
           nothing from outside, so that a course is whole wherever you copy it. Put the file itself where the shortcut is.",
    // No example in a text can show it; tests/it/hostile.rs does.
    wrong: &[],
    right: &[],
};

/// `path` is a link, or below one.
pub(in crate::source) fn diagnostic(path: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` is a link that does not lead to a file of this course"))
        .help("put the file itself into the course folder in place of the link")
}
