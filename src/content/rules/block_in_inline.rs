//! A list, a heading or a second paragraph where a sentence should be.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A list, a heading or a second paragraph where a sentence should be.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0406",
    name: "block-in-inline",
    severity: Severity::Error,
    docs: "This text can be one paragraph only. Definitions, options, answers, hints and feedback have little room: they can have bold \
           words and links, but no lists, headings, tables or further paragraphs. Write one paragraph, or put the longer text into a \
           lesson.",
    wrong: &[("units/hand-washing.yaml", include_str!("block_in_inline.wrong.yaml"))],
    right: &[("units/hand-washing.yaml", include_str!("block_in_inline.right.yaml"))],
};

/// The text at `span` is more than a paragraph.
pub(in crate::content) fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "this text has to be one paragraph")
        .at(span, "more than one")
        .help("write it as one paragraph, or put the longer text into a lesson")
}
