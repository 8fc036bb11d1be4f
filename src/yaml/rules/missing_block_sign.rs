//! A text of several lines has no `|` above it.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::{Form, Kind, Node};

/// A text of several lines has no `|` above it.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0128",
    name: "missing-block-sign",
    severity: Severity::Error,
    docs: "A text of several lines has no `|` after its colon. Without it, a line with a colon is taken for a setting and a line with a `-` \
           for a list, and words after ` #` are dropped. Put `|` after the colon, and leave the lines of the text below it as they are.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ndescription:\n  Two rules: wash, and dry.\n  One course: this.\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ndescription: |\n  Two rules: wash, and dry.\n  One course: this.\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a text of several lines needs a `|` after its key";

/// A text was expected, and `node` was read as keys: the words before each `:` are none.
pub(in crate::yaml) fn became_keys(node: &Node) -> Option<Diagnostic> {
    let Kind::Map(entries) = &node.kind else { return None };
    let first = entries.first().filter(|first| first.form == Form::Lines && first.key.text.contains(' '))?;
    let found = Diagnostic::new(&LINT, MESSAGE).at(first.key.span, "YAML reads this as a key");
    Some(found.help("put `|` after the key, and the text on the lines below it"))
}
