//! A key that is kept for later versions of the language.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// A key that is kept for later versions of the language.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0115",
    name: "reserved-key",
    severity: Severity::Error,
    docs: "The language keeps a few keys of course.yaml for later: `languages`, `state`, `scales`, `combination` and `valid`. They have no meaning yet, so \
           nothing would come of what is written there. Take the key out.",
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
