//! The file is no YAML.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// The file is no YAML.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0101",
    name: "yaml-syntax",
    severity: Severity::Error,
    docs: "The file cannot be read as YAML. Most often a line is not indented like its neighbours, a quotation mark or bracket is left open, \
           or a text holds `: ` or begins with `[`, `{`, `*`, `&`, `!`, `%`, `@` or a quotation mark without being quoted. Put such a text in quotes, \
           or write it as a block after `|`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands: the course\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: 'Clean hands: the course'\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What the parser says.
pub(in crate::yaml) fn invalid(span: Span, reason: &str) -> Diagnostic {
    let hint = if reason.contains("mapping values") {
        "put a text that holds `: ` in quotes, or write it below a `|`"
    } else if reason.contains("indent") {
        "indent the line like its neighbours, with spaces"
    } else if reason.contains("tab") {
        "indent with spaces: YAML takes no tabs"
    } else if reason.contains("quoted") || reason.contains("end of stream") {
        "close the quotation mark or the bracket"
    } else {
        "look at the indentation, quotation marks and brackets here and in the line above"
    };
    Diagnostic::new(&LINT, "this file is not valid YAML").at(span, reason).help(hint)
}

/// A key that is a list or a mapping.
pub(in crate::yaml) fn key_is_no_text(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a key has to be a text").at(span, "not a text").help("put the key in quotes if the brackets belong to it")
}
