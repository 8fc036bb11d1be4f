//! A text that is too large to be one.

use crate::diag::{Diagnostic, Lint, Severity};

/// A text that is too large to be one.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0135",
    name: "file-too-large",
    severity: Severity::Error,
    docs: "A text file of the course has more than 16 MB. Nobody writes that much by hand: perhaps it is a film or a download with the \
           wrong name. Put those into `media/`, and divide a long text into several files.",
    // No example in a text can show it; tests/it/hostile.rs does.
    wrong: &[],
    right: &[],
};

/// `path` has `size` bytes, of at most `most`.
pub(in crate::source) fn diagnostic(path: &str, size: u64, most: u64) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` has {size} bytes; a text has at most {most}"))
        .help("split the text into several files, or put the file into media/ if it is no text")
}
