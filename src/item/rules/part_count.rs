//! Too few or too many options.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::Cx;

/// Too few or too many options.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0304",
    name: "part-count",
    severity: Severity::Error,
    docs: "A choice needs two options at least. It can have 36 at most, because SCORM 1.2 reports each as one character of 0-9 and a-z. Only one option can stay last.",
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

/// `what` are `count`, from two to `most`.
pub(in crate::item) fn check(what: &str, count: usize, most: usize, span: Span, cx: &mut Cx) {
    if count < 2 {
        cx.push(
            Diagnostic::new(&LINT, format!("two {what} are needed at least"))
                .at(span, format!("{count} here"))
                .help("add what a learner might take instead"),
        );
    } else if count > most {
        cx.push(
            Diagnostic::new(&LINT, format!("{count} {what} are too many"))
                .at(span, format!("{most} at most"))
                .help("split the item into several"),
        );
    }
}

/// A second part that stays last.
pub(in crate::item) fn last_twice(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "two options cannot both stay last")
        .at(span, "has `keep_last` too")
        .related(first, "stays last")
        .help("remove one `keep_last`")
}
