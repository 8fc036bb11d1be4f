//! A package that the LMS does not import.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::Course;
use crate::target::{Profile, Takes, Target};

/// A package that the LMS does not import.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0640",
    name: "target-not-taken",
    severity: Severity::Warning,
    docs: "The course is built for one LMS (`lms:` in course.yaml, or `--lms`), and this LMS does not import one of the packages that are built. The package is made all the same: it may be for another \
           place. docs/lms has a page for each LMS that coursec knows; it says which package to take there. Take the target out of `targets`, or name another LMS.",
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
