//! A target that keeps records under IRIs, and a course that has none.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;
use crate::target::Target;

/// A target that keeps records under IRIs, and a course that has none.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0660",
    name: "target-needs-base-iri",
    severity: Severity::Error,
    docs: "cmi5 and xAPI keep what learners do under the web address of each thing, and the course has no `base_iri` to make these addresses of. It is a name and need not lead \
           anywhere; choose it once, below a domain of your own, for records of learners keep it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n\
         targets: [cmi5]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n\
         base_iri: https://learn.example.org/clean-hands\ntargets: [cmi5]\n",
    )],
};

/// What is wrong where `course` is built for `target` and has no IRI.
pub(in crate::package) fn check(course: &Course, target: &Target) -> Option<Diagnostic> {
    if !target.needs_iri || course.base_iri.is_some() || course.lost.contains("base_iri") {
        return None;
    }
    let diagnostic = Diagnostic::new(&LINT, format!("`{}` needs a `base_iri`, and the course has none", target.name))
        .help("add a web address of your own that stands for this course, such as `base_iri: https://learn.example.org/my-course`");
    let listed = course.targets.iter().find(|(name, _)| name == target.name);
    Some(match listed {
        Some((_, span)) => diagnostic.at(*span, "keeps records under web addresses"),
        None => diagnostic,
    })
}
