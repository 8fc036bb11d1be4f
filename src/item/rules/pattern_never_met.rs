//! A pattern that no answer meets.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// A pattern that no answer meets.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0323",
    name: "pattern-never-met",
    severity: Severity::Error,
    docs: "No answer that a learner can type will ever fit this pattern. Most often it asks for something that `ignore` takes away before \
           the two are compared: a `-` where punctuation is ignored, two spaces where spaces are, an `é` where accents are. Or it asks for \
           more characters than there is room for. Take that out of the pattern.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "code",
            r#"  - id: code
    type: fill-in
    prompt: Which code stands on the soap?
    assesses: ["1.1"]
    patterns: ["A  [0-9]"]
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "code",
            r#"  - id: code
    type: fill-in
    prompt: Which code stands on the soap?
    assesses: ["1.1"]
    patterns: ["A [0-9]"]
"#
        ),
    )],
};

/// `text` is a pattern that none of the answers meets which it describes.
pub(in crate::item) fn never(text: &Text) -> Diagnostic {
    Diagnostic::new(&LINT, format!("no answer meets pattern `{}`", text.text))
        .at(text.span, "never met")
        .help("leave out of it what `ignore` takes from an answer, and keep it short")
}
