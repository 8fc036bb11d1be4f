//! A key that is kept for later versions of the language.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// A key that is kept for later versions of the language.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0115",
    name: "reserved-key",
    severity: Severity::Error,
    docs: "This key (the word before a colon) is kept for a later version of coursec, and does nothing yet. There are five of them in \
           course.yaml: `languages`, `state`, `scales`, `combination` and `valid`. You would wait in vain for what you wrote there. Take \
           the key out, with all that is under it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nlanguages: [en-GB, cy]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `key` has no meaning yet.
#[must_use]
pub fn reserved(key: &Text) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the key `{}` is kept for a later version of the language", key.text))
        .at(key.span, "has no meaning yet")
        .help("take it out")
}
