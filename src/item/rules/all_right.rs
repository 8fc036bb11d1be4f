//! Every option is right.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::step::What;

/// Every option is right.
pub(in crate::item) static LINT: Lint = Lint {
    code: "W0320",
    name: "every-option-right",
    severity: Severity::Warning,
    docs: "Every option of the item is marked as right. A learner who ticks them all is right without knowing anything. Add an option that \
           is wrong, or take `correct: true` away where it does not belong.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wipe your hands, correct: true}
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
pub(in crate::item) fn all(what: What, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("every {} is right", what.one))
        .at(span, "all of these have `correct: true`")
        .help("add one that is wrong, or take a `correct: true` away")
}
