//! Two texts whose names are one on some systems.

use crate::diag::{Diagnostic, Lint, Severity};

/// Two texts whose names are one on some systems.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0140",
    name: "clashing-texts",
    severity: Severity::Error,
    docs: "The names of two files differ only in capitals, or in the way an accent is stored. On Windows and on a Mac there can be only one \
           of them, so the other would get lost. Rename one of the two.",
    // A folder on such a system cannot hold both; tests/it/hostile_files.rs shows it.
    wrong: &[],
    right: &[],
};

/// `path` cannot stand beside `other`.
pub(in crate::source) fn diagnostic(path: &str, other: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` and `{other}` are one file on some systems"))
        .help("rename one of them so that they differ in more than upper and lower case or accents")
}
