//! A reference that is there twice.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A reference that is there twice.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0205",
    name: "repeated-reference",
    severity: Severity::Error,
    docs: "The same thing is named twice in one list. An item comes once in an assessment, a unit once in a course, an outcome once in what \
           a lesson teaches. A second time would count it twice, or change nothing. Remove one of the two.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1, LO1], body: Before you touch food.}\n\
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

/// `what` at `span` stands at `first` already.
pub(in crate::model) fn twice(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{what}` is in this list twice"))
        .at(span, "again here")
        .related(first, "first here")
        .help("remove one of the two")
}
