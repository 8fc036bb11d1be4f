//! An answer is there twice.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::Named;

/// An answer is there twice.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0307",
    name: "duplicate-answer",
    severity: Severity::Error,
    docs: "The same answer is there twice for one blank. Capitals and extra spaces make no difference, unless `ignore` says otherwise: \
           `twenty` and `Twenty` are one answer. Remove one of them. An answer cannot be both right and wrong.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[time]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", twenty, Twenty]
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[time]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", twenty]
"#
        ),
    )],
};

/// `answer` stands at `first` already.
pub(in crate::item) fn twice(answer: &Named, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("answer `{}` is accepted already", answer.value))
        .at(answer.span, "the same answer")
        .related(first, "first here")
        .help("remove one of the two")
}

/// `answer` is both right and wrong, or wrong twice.
pub(in crate::item) fn right_and_wrong(answer: &Named, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("wrong answer `{}` is there already", answer.value))
        .at(answer.span, "the same answer")
        .related(first, "first here")
        .help("remove one of the two")
}
