//! A file whose name has the same letters, composed in another way.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file whose name has the same letters, composed in another way.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0139",
    name: "file-name-form",
    severity: Severity::Error,
    docs: "The path and the file's name look alike, but a letter such as `é` is one character in one of them and two (`e` and an accent) in the \
           other. Some machines take them for the same, others do not. Names of plain letters `a` to `z` never have this trouble.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/caf\u{e9}.yaml]\n",
        ),
        ("units/cafe\u{301}.yaml", "id: cafe\ntitle: In the café\n"),
    ],
    right: &[],
};

/// `path` was meant to be `real`.
pub(in crate::source) fn diagnostic(path: &str, real: &str, at: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` has a name on disk that only looks the same"))
        .help(format!("rename `{real}` to plain letters, and write the new name here"));
    match at {
        Some(span) => diagnostic.at(span, "its accents are made in another way"),
        None => diagnostic,
    }
}
