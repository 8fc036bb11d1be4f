//! A pattern that cannot be used.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::pattern::Refusal;
use crate::yaml::Text;

/// A pattern that cannot be used.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0306",
    name: "bad-pattern",
    severity: Severity::Error,
    docs: "A pattern of a fill-in item is a regular expression for the whole answer, of a kind that means the same everywhere and never takes long: characters, `.`, classes such as `[0-9a-f]`, the escapes `\\d`, `\\w` and `\\s`, groups `(...)`, alternatives `a|b`, and the counts `*`, `+`, `?` and `{2,5}`. Looking around, back references and repetitions of repetitions are refused.",
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
