//! A remark after a text may be part of it.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::remark::Remark;

/// A remark after a text may be part of it.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "W0120",
    name: "remark-after-text",
    severity: Severity::Warning,
    docs: "A space and a `#` after a text begin a remark: a note that learners never see. Here it may have been meant as a part of the \
           text. If so, put the text in quotes. If it is a remark, put two spaces before the `#`, or move it to the line above.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands # in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands  # in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// A text stands before something that is a remark to YAML.
pub(in crate::yaml) fn cut(remark: &Remark) -> Diagnostic {
    let found = Diagnostic::new(&LINT, "what follows ` #` is not part of the text").at(remark.span, "YAML reads this as a remark");
    let found = remark.advise(found);
    found.help("if it is a remark, put two spaces before the `#`, or move it to the line above")
}
