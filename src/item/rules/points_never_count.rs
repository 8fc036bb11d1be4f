//! Points for what nobody marks.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// Points for what nobody marks.
pub(in crate::item) static LINT: Lint = Lint {
    code: "W0321",
    name: "points-never-count",
    severity: Severity::Warning,
    docs: "Answers to likert, long-fill-in and performance items are not marked by the course, so `points` and `marking` have no meaning there: they never count to a score. Leave the key out. (The points in a `rubric` are for the learner's own eyes.) Nor is `feedback` shown: an answer that is neither right nor wrong has none.",
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
