//! A choice without a right option.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::step::What;

/// A choice without a right option.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0302",
    name: "no-right-option",
    severity: Severity::Error,
    docs: "No option of the item is marked as right, so every answer would be wrong. Add `correct: true` to the right option, or to each \
           one that belongs to the right answer.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands}
      - {id: wipe, text: Wipe your hands}
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wipe your hands}
"#
        ),
    )],
};

/// `what` begin at `span`.
pub(in crate::item) fn none(what: What, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("no {} is right", what.one))
        .at(span, "none of these has `correct: true`")
        .help(format!("add `correct: true` to each {} that belongs to a right answer", what.one))
}
