//! A time limit of no time.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A time limit of no time.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0227",
    name: "empty-time-limit",
    severity: Severity::Error,
    docs: "The time limit of an assessment is no time at all, so every attempt would end as it begins. Write a length of time, such as \
           `PT20M` for 20 minutes, or take the limit out.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_with!(
            "assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], time_limit: {limit: PT0S, extend: learner}}\n"
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_with!(
            "assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], time_limit: {limit: PT20M, extend: learner}}\n"
        ),
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for (_, assessment) in course.all_assessments() {
        if let Some(limit) = assessment.time_limit.as_ref().filter(|limit| limit.limit.is_zero()) {
            let diagnostic = Diagnostic::new(&LINT, format!("the time limit of `{}` is no time at all", assessment.id));
            diagnostics.push(diagnostic.at(limit.span, "ends at once").help("give it a duration such as `PT20M`"));
        }
    }
}
