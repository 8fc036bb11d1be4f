//! The right numbers of a numeric item are not told soundly.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::decimal::Decimal;
use crate::yaml::Spanned;

/// The right numbers of a numeric item are not told soundly.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0321",
    name: "numeric-range",
    severity: Severity::Error,
    docs: "The right answer of a numeric item cannot be used as it is written. It is an `answer`, with a `tolerance` if you like (`0.5`, or \
           `5%` of the answer). Or it is a `range` with `min`, `max` or both, and these two count as right. `min` cannot be above `max`, \
           and a tolerance cannot be below 0. An LMS keeps at most twelve digits before the point and seven after it. Correct what the \
           message shows.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "fridge",
            r#"  - id: fridge
    type: numeric
    prompt: How warm may a fridge for food be?
    assesses: ["1.1"]
    range: {min: 5, max: 0}
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
    unit: °C
"#
        ),
    )],
};

/// `number` has not the `look` it should have.
pub(in crate::item) fn form(number: &str, look: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("number `{number}` cannot be used")).at(span, "too long").help(look)
}

/// An `answer` or `tolerance` at `span` stands beside the `range`.
pub(in crate::item) fn both(span: Span, range: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "an item has an answer or a range, not both")
        .at(span, "beside a range")
        .related(range, "the range")
        .help("keep one of the two: `answer` with its `tolerance`, or `range`")
}

/// A range without an end.
pub(in crate::item) fn endless(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "this range has no end").at(span, "every number is in it").help("add `min`, `max` or both")
}

/// A range whose ends are crossed.
pub(in crate::item) fn crossed(min: &Spanned<Decimal>, max: &Spanned<Decimal>) -> Diagnostic {
    Diagnostic::new(&LINT, format!("no number is from {} to {}", min.value, max.value))
        .at(min.span, "is above `max`")
        .related(max.span, "`max`")
        .help("put the smaller number into `min` and the larger one into `max`")
}

/// A tolerance below nothing.
pub(in crate::item) fn negative(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a tolerance cannot be negative").at(span, "below 0").help("write it without the minus: it holds to both sides")
}
