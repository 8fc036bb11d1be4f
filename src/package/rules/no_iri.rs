//! A target that keeps records under IRIs, and a course that has none.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;
use crate::target::Target;

/// A target that keeps records under IRIs, and a course that has none.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0660",
    name: "target-needs-base-iri",
    severity: Severity::Error,
    docs: "The course has no `base_iri`, and it is built for cmi5 or xAPI. There, what learners do is recorded under a web address of the \
           course, so without one nothing could be recorded. Add an address that your organisation owns, such as `base_iri: \
           https://learn.example.org/hands`. No page has to be there. Choose it once and keep it, because learners' records keep it too.",
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
    // One that is written and cannot be read has been told.
    if !target.needs_iri || course.base_iri.is_some() || course.base_iri_span.is_some() || course.lost.contains("base_iri") {
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
