//! Two options say the same.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Two options say the same.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0303",
    name: "equal-options",
    severity: Severity::Error,
    docs: "Two options of the item show the same text, so that a learner cannot tell the right one from the wrong one. Change one of them or take it out.",
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
      - {id: wipe, text: Wash your  hands}
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

/// The text at `span` stands at `first` already.
pub(in crate::item) fn equal(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "two options say the same")
        .at(span, "the same text again")
        .related(first, "first here")
        .help("change one of them, or take it out")
}
