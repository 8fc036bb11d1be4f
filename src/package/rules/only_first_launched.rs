//! Units that the LMS records nothing of.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Structure};
use crate::target::{Takes, Target};

/// Units that the LMS records nothing of.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0641",
    name: "only-first-launched",
    severity: Severity::Warning,
    docs: "The LMS that the course names (`lms:` in course.yaml, or `--lms`) opens or records only the first unit of this package. What \
           learners do in the other units is lost. With `structure: course-per-sco` the whole course is opened as one, and nothing is lost. \
           Or take another target (a kind of package) that this LMS does better with, such as `scorm12` for Moodle.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/nails.yaml]\ntargets: [scorm12]\nlms: open-edx\n",
        ),
        ("units/nails.yaml", NAILS),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/nails.yaml]\ntargets: [scorm12]\nlms: moodle\n",
        ),
        ("units/nails.yaml", NAILS),
    ],
};

/// A second unit.
const NAILS: &str = "id: nails\ntitle: Keep nails short\noutcomes:\n  - id: LO1\n    statement: keep nails clean\n    criteria:\n      - id: 1.1\n        statement: say why nails are short\n\
                     lessons:\n  - id: why\n    title: Why\n    teaches: [LO1, 1.1]\n    body: Germs live under long nails.\n\
                     assessments:\n  - id: test\n    title: Test\n    purpose: summative\n    items: [short]\n\
                     items:\n  - id: short\n    type: true-false\n    prompt: Short nails hold fewer germs.\n    assesses: [1.1]\n    answer: true\n";

/// Whether the course's LMS records all that a package of `target`, which stands at `listed`, launches.
pub(in crate::package) fn check(course: &Course, target: &Target, listed: Option<Span>) -> Option<Diagnostic> {
    let profile = course.lms.value;
    let several = course.structure.value == Structure::UnitPerSco && course.launched().count() > 1;
    if profile.takes(target) != Takes::One || !several {
        return None;
    }
    let diagnostic = Diagnostic::new(&LINT, format!("{} records only the first unit of a `{}` package", profile.title, target.name));
    let diagnostic = match course.lms.span.or(listed) {
        Some(span) => diagnostic.at(span, "made for this LMS"),
        None => diagnostic,
    };
    Some(diagnostic.help(format!("write `structure: course-per-sco`, or take another target: docs/lms/{}.md", profile.name)))
}
