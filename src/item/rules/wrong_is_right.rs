//! A typical wrong number is right, or there twice.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::decimal::Decimal;
use crate::yaml::{Cx, Spanned};

/// A typical wrong number is right, or there twice.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0322",
    name: "wrong-answer-is-right",
    severity: Severity::Error,
    docs: "A number under `wrong` is one of the right answers, or is there twice. Learners would never see its feedback. Change it or take \
           it out, or make the tolerance or the range smaller.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "fridge",
            r#"  - id: fridge
    type: numeric
    prompt: How warm may a fridge for food be?
    assesses: ["1.1"]
    range: {min: 0, max: 5}
    wrong: [{answer: 4, feedback: Warmer than that.}]
    unit: °C
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "fridge",
            r#"  - id: fridge
    type: numeric
    prompt: How warm may a fridge for food be?
    assesses: ["1.1"]
    range: {min: 0, max: 5}
    wrong: [{answer: 8, feedback: Cooler than that.}]
    unit: °C
"#
        ),
    )],
};

/// Reports a wrong `answer` that is `right`, or there already.
pub(in crate::item) fn check(answer: &Spanned<Decimal>, right: bool, twice: bool, cx: &mut Cx) {
    let number = answer.value;
    if right {
        cx.push(
            Diagnostic::new(&LINT, format!("wrong answer `{number}` is right"))
                .at(answer.span, "one of the right numbers")
                .help("change it or take it out, or make the tolerance or the range smaller"),
        );
    } else if twice {
        cx.push(
            Diagnostic::new(&LINT, format!("wrong answer `{number}` is there already"))
                .at(answer.span, "the same number again")
                .help("remove one of the two"),
        );
    }
}
