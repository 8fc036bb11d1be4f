//! More than a file of a course can need.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// More than a file of a course can need.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0106",
    name: "yaml-too-large",
    severity: Severity::Error,
    docs: "The file is too large for a course: it has more than 16 MB, more than 500,000 values, or more than 64 levels inside one another. \
           Usually such a file is no course file at all, or a program has written it by mistake. If a unit has really grown so large, make \
           several units of it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmoved: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\
         ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmoved: []\n",
    )],
};

/// Too many bytes.
pub(in crate::yaml) fn file(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(&LINT, format!("this file is larger than {} MiB", limit / 1024 / 1024)).at(span, "").help("split it into several files")
}

/// Too many levels.
pub(in crate::yaml) fn deep(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(&LINT, format!("values are nested deeper than {limit} levels"))
        .at(span, "too deep")
        .help("look for a bracket or a `-` too many")
}

/// Too many values.
pub(in crate::yaml) fn many(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(&LINT, format!("this file has more than {limit} values")).at(span, "one too many").help("split it into several files")
}
