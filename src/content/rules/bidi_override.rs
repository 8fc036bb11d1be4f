//! A character that shows a text in another order than it is read.

use crate::diag::{Diagnostic, Edit, Lint, Severity};
use crate::yaml::Text;

/// A character that overrides the direction of a text.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0262",
    name: "direction-override",
    severity: Severity::Warning,
    docs: "The text holds a character that cannot be seen, and that turns the letters after it round. Learners would see something else \
           than a screen reader says, and one answer could look like another. It comes with words copied from elsewhere. `coursec check \
           --fix` deletes it. Languages that are written from right to left do not need it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: \"Clean\\u202e hands\"\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// The first such character of `text`: an override, or an embedding. Unicode UAX 9, 2.1 and 2.2.
pub(in crate::content) fn check(text: &Text) -> Option<Diagnostic> {
    if text.text.is_ascii() {
        return None;
    }
    let overrides = |c: char| matches!(c, '\u{202a}'..='\u{202e}');
    let (at, c) = text.text.char_indices().find(|(_, c)| overrides(*c))?;
    let span = text.locate(at..at + c.len_utf8());
    let message = format!("the character U+{:04X} turns round what comes after it", u32::from(c));
    Some(
        Diagnostic::new(&LINT, message)
            .at(span, "here")
            .help("delete it; it cannot be seen, and is often copied from another program")
            .fix("delete it", vec![Edit { span, replacement: String::new() }]),
    )
}
