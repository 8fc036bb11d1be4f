//! A tab stands where spaces belong.

use crate::diag::{Lint, Severity};

/// A tab stands where spaces belong.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0124",
    name: "tab-indentation",
    severity: Severity::Error,
    docs: "There is a tab at the beginning of a line, or a space that came with words from a word processor. Only plain spaces can be \
           there, because they show what belongs to what, and programs do not agree how wide the others are. Replace each tab by spaces, \
           two for each step, and type other spaces again. Most editors can do that for a whole file at once.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ntracking:\n\tafter_completion: normal\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ntracking:\n  after_completion: normal\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a tab stands where spaces belong";

/// What is wrong with spaces that are none to YAML.
pub(in crate::yaml) const ODD: &str = "the spaces before this line are not plain ones";
