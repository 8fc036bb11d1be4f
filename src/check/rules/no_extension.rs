//! A time limit that nobody may extend.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A time limit that nobody may extend.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0221",
    name: "time-limit-without-extension",
    severity: Severity::Warning,
    docs: "A time limit does not say who may have longer. Some learners need more time, because of a disability, for example. With `extend: \
           learner` they can take it. If working fast is a part of what you assess, write `extend: essential`. (WCAG 2.2, 2.2.1)",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_with!("assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], time_limit: {limit: PT20M}}\n"),
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
        if let Some(limit) = assessment.time_limit.as_ref().filter(|limit| limit.extend.is_none()) {
            let diagnostic = Diagnostic::new(&LINT, format!("the time limit of `{}` does not say who may have longer", assessment.id));
            let diagnostic = diagnostic.at(limit.span, "without `extend`");
            diagnostics.push(diagnostic.help("add `extend: learner`, or `extend: essential` where the limit is part of what is assessed"));
        }
    }
}
