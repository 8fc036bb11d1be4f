//! A target that this version cannot build.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A target that this version cannot build.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0602",
    name: "later-target",
    severity: Severity::Warning,
    docs: "The course lists a target (a kind of package) that this version of coursec cannot build yet. It is left out, and the others are \
           built. Take it out of the list, or build the course with a newer version.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n\
         targets: [scorm12, cmi5]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n\
         targets: [scorm12]\n",
    )],
};

/// `name` at `span` is skipped.
pub(in crate::package) fn diagnostic(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("target `{name}` cannot be built by this version, so it is skipped"))
        .at(span, "skipped")
        .help("take it out of the list, or build it with a later version")
}
