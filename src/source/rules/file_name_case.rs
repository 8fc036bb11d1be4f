//! A file whose name differs in upper and lower case.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file whose name differs in upper and lower case.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0131",
    name: "file-name-case",
    severity: Severity::Error,
    docs: "The path and the file differ in upper and lower case. Some machines take them for the same, others do not; a course has to work on \
           all of them.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/Hand-Washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `path` was meant to be `real`.
pub(in crate::source) fn diagnostic(path: &str, real: &str, at: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` is written `{real}` on disk"))
        .help(format!("write `{real}`, or rename the file: upper and lower case have to agree"));
    match at {
        Some(span) => diagnostic.at(span, "upper and lower case differ").write(real, span, true),
        None => diagnostic,
    }
}
