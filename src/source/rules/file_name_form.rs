//! A file whose name has the same letters, composed in another way.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file whose name has the same letters, composed in another way.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0139",
    name: "file-name-form",
    severity: Severity::Error,
    docs: "The name in the course and the name of the file look the same, but an accented letter such as `é` is stored in two different \
           ways. Some computers find the file all the same, others do not. Rename the file with the plain letters `a` to `z`, and write the \
           new name in the course.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/caf\u{e9}.yaml]\n",
        ),
        ("units/cafe\u{301}.yaml", "id: cafe\ntitle: In the café\noutcomes: []\n"),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/cafe.yaml]\n",
        ),
        ("units/cafe.yaml", "id: cafe\ntitle: In the café\noutcomes: []\n"),
    ],
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
