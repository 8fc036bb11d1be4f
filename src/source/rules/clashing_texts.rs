//! Two texts whose names are one on some systems.

use crate::diag::{Diagnostic, Lint, Severity};

/// Two texts whose names are one on some systems.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0140",
    name: "clashing-texts",
    severity: Severity::Error,
    docs: "Two files of the course have names that differ in upper and lower case only, or in how their accents are made. On Windows and on a \
           Mac only one of them can be there, so the course would lose the other on its way.",
    // A folder on such a system cannot hold both; tests/it/hostile_files.rs shows it.
    wrong: &[],
    right: &[],
};

/// `path` cannot stand beside `other`.
pub(in crate::source) fn diagnostic(path: &str, other: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` and `{other}` are one file on some systems"))
        .help("rename one of them so that they differ in more than upper and lower case or accents")
}
