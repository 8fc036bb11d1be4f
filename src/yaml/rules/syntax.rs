//! The file is no YAML.

use crate::diag::{Diagnostic, FileId, Lint, Severity, Span};
use crate::yaml::slip::Slip;

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

/// The parser stopped in `file`.
pub(in crate::yaml) fn invalid(file: FileId, slip: &Slip) -> Diagnostic {
    let span = Span::new(file, slip.at.start, slip.at.end);
    let diagnostic = Diagnostic::new(&LINT, "this file is not valid YAML").at(span, slip.label.as_str()).help(slip.help);
    match slip.stopped {
        Some(at) => diagnostic.related(Span::new(file, at, at), "still open here"),
        None => diagnostic,
    }
}

/// A key that is a list or a mapping.
pub(in crate::yaml) fn key_is_no_text(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a key has to be a text").at(span, "not a text").help("put the key in quotes if the brackets belong to it")
}
