//! A pattern that cannot be used.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::pattern::Refusal;
use crate::yaml::Text;

/// A pattern that cannot be used.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0306",
    name: "bad-pattern",
    severity: Severity::Error,
    docs: "A pattern has a sign that cannot be used, or would take too long to compare. A pattern describes right answers by signs. `.` is \
           any character, `[0-9]` one of those, `\\d` a digit, `\\w` a letter or digit, `\\s` a space. `*`, `+`, `?` and `{2,5}` say how \
           often, `(...)` makes a group, and `a|b` means one or the other. One repetition inside another, such as `(2+)+`, is too much. \
           Where you can, list the right answers under `answers` instead: that is easier to read and to check.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[time]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", twenty]
    patterns:
      time: ["(2+)+0"]
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
    patterns:
      time: ["2+0"]
"#
        ),
    )],
};

/// `text` is refused for a reason that stands at some of its bytes.
pub(in crate::item) fn refused(text: &Text, (bytes, reason): Refusal) -> Diagnostic {
    Diagnostic::new(&LINT, "this pattern cannot be used").at(text.locate(bytes), "because of this").help(reason)
}
