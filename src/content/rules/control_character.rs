//! A character that no page and no manifest can hold.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// A character that no page and no manifest can hold.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0408",
    name: "control-character",
    severity: Severity::Error,
    docs: "The text holds a character that cannot be seen, and that a package cannot store. It comes with words copied from another \
           program. Delete it: take out the words around it, and type them again.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: \"Clean\\x07 hands\"\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// The first character of `text` that XML 1.0 2.2 does not allow, if there is one.
pub(in crate::content) fn check(text: &Text) -> Option<Diagnostic> {
    // Most texts are letters of ASCII, and those are looked through at once.
    if text.text.bytes().all(|byte| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n')) {
        return None;
    }
    let (at, c) = text.text.char_indices().find(|(_, c)| !allowed(*c))?;
    let span = text.locate(at..at + c.len_utf8());
    let message = format!("the character U+{:04X} has no place in a text", u32::from(c));
    Some(Diagnostic::new(&LINT, message).at(span, "here").help("delete it; it cannot be seen, and is often copied from another program"))
}

/// Whether a text may hold `c`. XML 1.0 2.2.
pub(in crate::content) fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}
