//! A line is not indented like those it belongs to.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::Text;

/// A line is not indented like those it belongs to.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0126",
    name: "indentation",
    severity: Severity::Error,
    docs: "A line has more or fewer spaces before it than the lines it belongs with. These spaces show what belongs to what: lines of the \
           same thing begin below one another, and what is inside a thing begins further right. Move the line until it stands below its \
           neighbours. If it is the next line of a text, put `|` after the colon of that text, and two more spaces before each of its \
           lines. Where the message says how many spaces to put in or take away, `coursec check --fix` does it for you.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\n  theme: default\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ntheme: default\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "this line is not indented like those it belongs to";

/// A key with a space in it, where a text stands before it.
pub(in crate::yaml) fn became_key(key: &Text, before: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "this line is read as a key, not as part of the text above")
        .at(key.span, "YAML reads this as a key")
        .related(before, "the text above ends here")
        .help("put a text of several lines below a `|`, and indent each of its lines")
}

/// A line with a key, read as part of the text above it.
pub(in crate::yaml) fn within_text(key: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&LINT, MESSAGE).at(key, label)
}
