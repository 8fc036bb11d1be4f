//! A file whose name differs in upper and lower case.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file whose name differs in upper and lower case.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0131",
    name: "file-name-case",
    severity: Severity::Error,
    docs: "The course and the file do not use the same capitals. Your computer may not mind, but others would not find the file. Write the \
           name in the course just as the file has it, or rename the file.",
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
