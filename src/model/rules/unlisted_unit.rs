//! A file in `units/` that the course does not list.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file in `units/` that the course does not list.
pub(in crate::model) static LINT: Lint = Lint {
    code: "W0224",
    name: "unlisted-unit",
    severity: Severity::Warning,
    docs: "There is a file in `units/` that the course does not name. It is neither checked nor built, so learners will not get it. Add it \
           to `units` in course.yaml, where it is to be taught, or move it out of the folder.",
    wrong: &[("units/gloves.yaml", "id: gloves\ntitle: Wear gloves\noutcomes: []\n")],
    right: &[],
};

/// The file at `path` is not listed in the `units` at `span`.
pub(in crate::model) fn unlisted(path: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("file `{path}` is not in the list of units"))
        .at(span, "not listed here")
        .help(format!("add `{path}` where it is taught, or take the file out"))
}
