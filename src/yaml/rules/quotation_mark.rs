//! A quotation mark does not close a text, or closes it too early.

use crate::diag::{Lint, Severity};

/// A quotation mark does not close a text, or closes it too early.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0127",
    name: "quotation-mark",
    severity: Severity::Error,
    docs: "A text in quotes ends at the next mark of the same kind, and nothing may follow it. Close it where the text ends. Within `'...'` an apostrophe is written twice, as in `'don''t'`; within `\"...\"` a `\\` has a meaning of its own. A text that begins with a quotation mark of its own goes in quotes as a whole.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: 'Clean' hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: \"'Clean' hands\"\nunits: [units/hand-washing.yaml]\n",
    )],
};
