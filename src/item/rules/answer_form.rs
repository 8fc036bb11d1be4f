//! An answer that cannot be reported.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::{Cx, Named};

/// An answer that cannot be reported.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0308",
    name: "answer-form",
    severity: Severity::Error,
    docs: "An answer cannot be recorded as it is written. It has more than 255 characters or more than one line, holds one of `[,]`, `[.]` \
           and `[:]`, or begins with `{case_matters=`, `{order_matters=` or `{lang=`. In an LMS these signs have a meaning of their own, \
           and a longer answer would be cut, so the record would be wrong. Write the answer without them, or ask for a shorter one.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[time]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", "20[,]30"]
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

/// The longest answer, in characters: SCORM 1.2 RTE 3.4.7, and SCORM 2004's 250.
const LONGEST: usize = 250;

/// Reports what is wrong with the form of `answer`.
pub(in crate::item) fn check(answer: &Named, cx: &mut Cx) {
    let text = &answer.value;
    let marks = ["[,]", "[.]", "[:]"].into_iter().find(|mark| text.contains(mark));
    let heads = ["{case_matters=", "{order_matters=", "{lang="].into_iter().find(|head| text.starts_with(head));
    if let Some(mark) = marks.or(heads) {
        cx.push(
            Diagnostic::new(&LINT, format!("an answer cannot hold `{mark}`"))
                .at(answer.span, "has a meaning of its own in reports")
                .help("write the answer without it, or accept it by a pattern"),
        );
    } else if text.trim().contains(['\n', '\r']) {
        cx.push(
            Diagnostic::new(&LINT, "an answer is one line")
                .at(answer.span, "more than one line")
                .help("write the answer on one line; nobody can type a new line into a blank"),
        );
    } else if text.chars().count() > LONGEST {
        cx.push(
            Diagnostic::new(&LINT, format!("an answer has {LONGEST} characters at most"))
                .at(answer.span, "longer than that")
                .help("ask for a shorter answer"),
        );
    }
}
