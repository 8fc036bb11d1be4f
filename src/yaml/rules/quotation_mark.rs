//! A quotation mark does not close a text, or closes it too early.

use crate::diag::{Lint, Severity};

/// A quotation mark does not close a text, or closes it too early.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0127",
    name: "quotation-mark",
    severity: Severity::Error,
    docs: "A text in quotes has no closing quote, or something follows the closing quote. The text ends at the next mark of the same kind: \
           of `'Clean' hands` only `Clean` is in the quotes. Close the quotes where the text ends. For an apostrophe inside `'...'` write \
           two, as in `'don''t'`. For a `\\` inside `\"...\"` write `\\\\`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: 'Clean' hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: \"'Clean' hands\"\nunits: [units/hand-washing.yaml]\n",
    )],
};
