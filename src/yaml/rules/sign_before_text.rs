//! A text begins with a sign of YAML.

use crate::diag::{Lint, Severity};

/// A text begins with a sign of YAML.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0123",
    name: "sign-before-text",
    severity: Severity::Error,
    docs: "The text begins with a sign that has a meaning of its own in YAML: `*`, `&`, `!`, `%`, `@`, a backtick, `[`, `{`, `|` or `>`, or \
           `-` or `?` with a space. So `**Wash** your hands` is not read as a text with a bold word, and learners would not see it. Put the \
           text in quotes, or put `|` after the colon and the text on the next line, with two more spaces before it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: *Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: '*Clean hands'\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong with a text that begins with `sign`.
pub(in crate::yaml) fn message(sign: char) -> String {
    match sign {
        '`' => "a text cannot begin with a backtick unless it is in quotes".to_owned(),
        '-' | '?' => format!("a text cannot begin with `{sign} ` unless it is in quotes"),
        _ => format!("a text cannot begin with `{sign}` unless it is in quotes"),
    }
}
