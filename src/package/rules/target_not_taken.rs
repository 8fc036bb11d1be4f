//! A package that the LMS does not import.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::Course;
use crate::target::{Profile, Takes, Target};

/// A package that the LMS does not import.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0640",
    name: "target-not-taken",
    severity: Severity::Warning,
    docs: "One of the packages cannot go into the LMS that the course names (`lms:` in course.yaml, or `--lms`), because this LMS does not \
           import packages of that kind. The package is built all the same, for it may be meant for another place. Take its target (a kind \
           of package) out of `targets`, or name another LMS. docs/lms has a page for each LMS that coursec knows, and says which package \
           it takes.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\ntargets: [scorm12]\nlms: knowbe4\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\ntargets: [scorm12]\nlms: moodle\n",
    )],
};

/// Whether the course's LMS takes packages of `target`, which stands at `listed`.
pub(in crate::package) fn check(course: &Course, target: &Target, listed: Option<Span>) -> Option<Diagnostic> {
    let profile = course.lms.value;
    if profile.takes(target) != Takes::No {
        return None;
    }
    let diagnostic = Diagnostic::new(&LINT, format!("{} does not import `{}`", profile.title, target.name));
    let diagnostic = match course.lms.span.or(listed) {
        Some(span) => diagnostic.at(span, "made for this LMS"),
        None => diagnostic,
    };
    Some(diagnostic.help(instead(profile)))
}

/// What it takes.
fn instead(profile: &Profile) -> String {
    let named: Vec<&str> = crate::target::names().filter(|name| *name != "web" && profile.takes.get(*name) != Some(&Takes::No)).collect();
    format!("it takes {}; docs/lms/{}.md says how", named.join(", "), profile.name)
}
