//! Points for what nobody marks.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// Points for what nobody marks.
pub(in crate::item) static LINT: Lint = Lint {
    code: "W0321",
    name: "points-never-count",
    severity: Severity::Warning,
    docs: "A setting does nothing in this item. Answers to likert, long-fill-in and performance items are neither right nor wrong: `points` \
           and `marking` never count to a score, and `feedback` is never shown. Take the line out. The points of a `rubric` stay: learners \
           see them when they compare their own text.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "sure, dry",
            r#"  - id: sure
    type: likert
    prompt: How sure do you feel?
    assesses: ["1.1"]
    points: 2
    scale: [{id: not-yet, text: Not yet}, {id: fully, text: Fully}]
  - {id: dry, type: true-false, prompt: Dry hands are safer., assesses: ["1.1"], answer: true}
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "sure, dry",
            r#"  - id: sure
    type: likert
    prompt: How sure do you feel?
    assesses: ["1.1"]
    scale: [{id: not-yet, text: Not yet}, {id: fully, text: Fully}]
  - {id: dry, type: true-false, prompt: Dry hands are safer., assesses: ["1.1"], answer: true}
"#
        ),
    )],
};

/// `key` stands in an item of type `kind`.
pub(in crate::item) fn useless(key: &Text, kind: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{}` has no meaning in an item of type `{kind}`", key.text))
        .at(key.span, if key.text == "feedback" { "never shown" } else { "never counts" })
        .help("leave it out")
}
