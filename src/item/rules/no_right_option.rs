//! A choice without a right option.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A choice without a right option.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0302",
    name: "no-right-option",
    severity: Severity::Error,
    docs: "No option of the item is marked `correct: true`, so that every answer would be wrong. Mark the right one, or all that belong to a right answer.",
    wrong: &[(
        "units/hand-washing.yaml",
        r#"id: hand-washing
title: Wash your hands
outcomes:
  - id: LO1
    statement: keep hands clean
    criteria: [{id: '1.1', statement: say when hands have to be washed}]
lessons:
  - {id: when, title: When to wash, teaches: [LO1, '1.1'], body: Before you touch food.}
items:
  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands}
      - {id: wipe, text: Wipe your hands}
assessments:
  - {id: quiz, title: Quiz, purpose: formative, items: [next]}
"#,
    )],
    right: &[(
        "units/hand-washing.yaml",
        r#"id: hand-washing
title: Wash your hands
outcomes:
  - id: LO1
    statement: keep hands clean
    criteria: [{id: '1.1', statement: say when hands have to be washed}]
lessons:
  - {id: when, title: When to wash, teaches: [LO1, '1.1'], body: Before you touch food.}
items:
  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wipe your hands}
assessments:
  - {id: quiz, title: Quiz, purpose: formative, items: [next]}
"#,
    )],
};

/// The options begin at `span`.
pub(in crate::item) fn none(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "no option is right")
        .at(span, "none of these has `correct: true`")
        .help("add `correct: true` to each option that belongs to a right answer")
}
