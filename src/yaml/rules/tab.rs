//! A tab stands where spaces belong.

use crate::diag::{Lint, Severity};

/// A tab stands where spaces belong.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0124",
    name: "tab-indentation",
    severity: Severity::Error,
    docs: "YAML tells what belongs to what by the spaces before a line, and takes no tabs there: editors do not agree how wide a tab is. Most editors can turn tabs into spaces for a whole file.",
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
