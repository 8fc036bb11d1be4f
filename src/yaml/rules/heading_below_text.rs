//! A heading below a text is dropped, because it is indented less.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::remark::Remark;

/// A heading below a text is dropped, because it is indented less.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "W0123",
    name: "heading-below-text",
    severity: Severity::Warning,
    docs: "A line that begins with `##` stands below a text, but has fewer spaces before it than the lines of the text. So it is read as a \
           remark, a note that learners never see. If it is a heading of the text, put as many spaces before it as its other lines \
           have. If it is a remark, begin it with one `#` where the line begins.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nqualification:\n  title: Hygiene\n  overview: |\n    Two rules.\n\n  ## Wash your hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nqualification:\n  title: Hygiene\n  overview: |\n    Two rules.\n\n    ## Wash your hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// The heading is a remark to YAML.
pub(in crate::yaml) fn dropped(remark: &Remark) -> Diagnostic {
    Diagnostic::new(&LINT, "this heading is not part of the text above it")
        .at(remark.span, "YAML reads this as a remark")
        .help("put as many spaces before it as the lines of the text have")
        .help("if it is a remark, begin it with one `#` where the line begins")
}
