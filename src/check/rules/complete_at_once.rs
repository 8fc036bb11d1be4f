//! A course that is complete before anything is done.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{AssessmentsRule, Course};

/// A course that is complete before anything is done.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0222",
    name: "complete-at-once",
    severity: Severity::Warning,
    docs: "Learners are recorded as complete the moment they open a unit, because neither pages nor assessments are needed for it. Your LMS \
           would report a finished course for somebody who has read nothing. Ask for pages or assessments in `complete_when`, such as \
           `pages: all`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntracking: {complete_when: {pages: none, assessments: none}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntracking: {complete_when: {pages: none, assessments: passed}}\n",
    )],
};

/// Finds it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let when = &course.tracking.complete_when;
    if let (Some(span), 0, AssessmentsRule::None) = (when.span, when.pages.0, when.assessments) {
        let diagnostic = Diagnostic::new(&LINT, "every learner is complete the moment a unit is opened");
        diagnostics.push(diagnostic.at(span, "asks for nothing").help("ask for pages or assessments, such as `pages: all`"));
    }
}
