//! A lesson without a text, or with two.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A lesson without a text, or with two.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0206",
    name: "lesson-body",
    severity: Severity::Error,
    docs: "A lesson has no text, or has two. The text is either under `body:`, or in the file that `body_file:` names. Learners would find \
           an empty page, or not the text that you last corrected. Write the text, or keep one of the two.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1]}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// The lesson at `span` has no text.
pub(in crate::model) fn none(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a lesson needs `body` or `body_file`").at(span, "has no text").help("write the text below `body: |`")
}

/// It has two.
pub(in crate::model) fn both(span: Span, file: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a lesson has `body` or `body_file`, not both")
        .at(file, "a second text")
        .related(span, "this lesson")
        .help("remove one of the two")
}
