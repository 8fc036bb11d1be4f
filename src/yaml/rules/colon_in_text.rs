//! A colon in a text makes a key of what stands before it.

use crate::diag::{Lint, Severity};

/// A colon in a text makes a key of what stands before it.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0122",
    name: "colon-in-text",
    severity: Severity::Error,
    docs: "A `:` before a space ends a key, so a text that holds one cannot stand without quotes: in `title: Clean hands: the course` YAML takes `Clean hands` for a key. Put the text in quotes, or write it below a `|`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands: the course\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: 'Clean hands: the course'\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a text that holds `: ` needs quotes";
