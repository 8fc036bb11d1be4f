//! A file that the machine does not give.

use crate::diag::{Diagnostic, Lint, Severity};

/// A file that the machine does not give.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0137",
    name: "unreadable-file",
    severity: Severity::Error,
    docs: "The file is there, but it cannot be opened. Often you have no permission to read it, or another program is using it. Close the \
           other program, or ask the person who owns the file.",
    // No example in a text can show it; tests/it/hostile.rs does.
    wrong: &[],
    right: &[],
};

/// `path` cannot be read because of `reason`.
pub(in crate::source) fn diagnostic(path: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` cannot be read: {reason}"))
        .help("see that you may read the file, and that no other program holds it")
}
