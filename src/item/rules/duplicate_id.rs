//! Two things in one scope have the same id.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::Named;

/// Two things in one scope have the same id.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0202",
    name: "duplicate-id",
    severity: Severity::Error,
    docs: "Two things have the same id (the short name after `id:`), so that nobody can tell which of them is meant. Capitals make no \
           difference: `wash` and `Wash` are one id. Give one of them another id, and correct the places that name it. Ids have to differ \
           within a unit, a bank, an item or a qualification, and so do those of the units and media of a course.",
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
      - {id: Wash, text: Wipe your hands}
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

/// `id`, a `what`, stands at `first` already.
#[must_use]
pub fn twice(what: &str, id: &Named, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("{what} `{}` has an id that is taken", id.value))
        .at(id.span, "the same id again")
        .related(first, "first here")
        .help("give one of them another id")
}
