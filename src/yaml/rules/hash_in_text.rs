//! A `#` in a text begins a remark.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;
use crate::yaml::remark::Remark;

/// A `#` in a text begins a remark.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0120",
    name: "hash-in-text",
    severity: Severity::Error,
    docs: "A space and a `#` inside a text begin a remark: a note that only you see. The rest of the line is dropped, so of `Press #1 to \
           talk to us` learners would read only `Press`. Put the text in quotes. If you meant a remark, give it a line of its own that \
           begins with `#` and a space.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands are rule #1 in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: 'Clean hands are rule #1 in a kitchen'\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a ` #` in a text drops the rest of the line";

/// A text that was cut at a remark, or has nothing but one.
pub(in crate::yaml) fn cut(text: &Text, remark: &Remark) -> Diagnostic {
    let found = Diagnostic::new(&LINT, MESSAGE).at(remark.span, "YAML reads this as a remark");
    remark.mend(found, text)
}
