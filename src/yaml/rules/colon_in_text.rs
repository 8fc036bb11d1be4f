//! A colon in a text makes a key of what stands before it.

use crate::diag::{Lint, Severity};

/// A colon in a text makes a key of what stands before it.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0122",
    name: "colon-in-text",
    severity: Severity::Error,
    docs: "The text holds a colon with a space after it, which in YAML ends a key (the word before a colon). In `title: Clean hands: the \
           course`, nobody can tell what is the key and what is the text. Put the text in quotes, or put `|` after the first colon and the \
           text on the next line, with two more spaces before it.",
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
