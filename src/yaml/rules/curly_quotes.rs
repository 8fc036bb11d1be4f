//! Quotation marks of a word processor stand around a value.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::{Text, quoted};

/// Quotation marks of a word processor stand around a value.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "W0121",
    name: "curly-quotes",
    severity: Severity::Warning,
    docs: "The text is in the curly quotation marks of a word processor, such as `“...”`. Only straight ones are signs for coursec, so \
           learners will see the curly ones. Take them out. If learners should see them, put straight quotes around the whole text.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: “Clean hands”\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// Says so of a plain scalar that stands in such marks.
pub fn check(text: &Text) -> Option<Diagnostic> {
    let inner = quoted::curly(&text.text).filter(|_| (text.span.end - text.span.start) as usize == text.text.len())?;
    let found = Diagnostic::new(&LINT, "these quotation marks are part of the text")
        .at(text.span, "learners see the quotation marks")
        .help(format!("write `{inner}` without them, or `'{}'` if learners should see them", text.text));
    Some(found)
}
