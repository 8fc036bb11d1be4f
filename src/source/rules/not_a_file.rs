//! A folder or a device where a file should be.

use crate::diag::{Diagnostic, Lint, Severity};

/// A folder or a device where a file should be.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0134",
    name: "not-a-file",
    severity: Severity::Error,
    docs: "The path leads to a folder, or to something else that is not a file, so there is nothing to read. Put the file there, or name \
           another, such as `units/first.yaml`. If you mean all files of a folder, name each of them.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `path` is no file.
pub(in crate::source) fn diagnostic(path: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` is not a file")).help("put a file there, or name another, such as `units/first.yaml`")
}
