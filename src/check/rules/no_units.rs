//! A course has units.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A course without units.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0218",
    name: "course-without-units",
    severity: Severity::Error,
    docs: "The course has no units: the list `units` is empty. There is nothing to learn, and an LMS refuses a package in which nothing can \
           be opened. Write a unit, and put its path into `units`, such as `units/first.yaml`.",
    wrong: &[("course.yaml", "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: []\n")],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// Finds it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if course.units.is_empty() && !course.lost.contains("units") {
        let diagnostic = Diagnostic::new(&LINT, format!("course `{}` has no units", course.id));
        diagnostics.push(
            diagnostic
                .at(course.title.span, "has nothing to learn")
                .help("write the path of a unit into `units`, such as `units/first.yaml`"),
        );
    }
}
