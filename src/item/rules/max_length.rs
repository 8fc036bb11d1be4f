//! Room for a text that is none.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::{Cx, Spanned};

/// Room for a text that is none.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0324",
    name: "max-length",
    severity: Severity::Error,
    docs: "The number after `max_length` is too small or too large. It says how many characters learners may write in a long text: from 20 \
           to 4000. Fewer leave no room for an answer, and an LMS keeps no more. Write another number, or leave the line out for 600.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "why, dry",
            r#"  - id: why
    type: long-fill-in
    prompt: Why does gel not clean greasy hands?
    assesses: ["1.1"]
    model_answer: Grease shields germs from the alcohol.
    max_length: 8000
  - {id: dry, type: true-false, prompt: Dry hands are safer., assesses: ["1.1"], answer: true}
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "why, dry",
            r#"  - id: why
    type: long-fill-in
    prompt: Why does gel not clean greasy hands?
    assesses: ["1.1"]
    model_answer: Grease shields germs from the alcohol.
    max_length: 800
  - {id: dry, type: true-false, prompt: Dry hands are safer., assesses: ["1.1"], answer: true}
"#
        ),
    )],
};

/// The shortest room, in UTF-16 code units.
const LEAST: u32 = 20;
/// The longest: SCORM 2004's long-fill-in, RTE 4.2.9.
const MOST: u32 = 4000;

/// `max` where it is sound; what is nearest to it otherwise.
pub(in crate::item) fn checked(max: &Spanned<u32>, cx: &mut Cx) -> u32 {
    let sound = max.value.clamp(LEAST, MOST);
    if sound != max.value {
        cx.push(
            Diagnostic::new(&LINT, format!("a text of {} characters cannot be asked for", max.value))
                .at(max.span, format!("from {LEAST} to {MOST}"))
                .help(format!("write a number from {LEAST} to {MOST}, or leave `max_length` out for 600")),
        );
    }
    sound
}
