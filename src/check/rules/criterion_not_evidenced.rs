//! Every criterion says how it is evidenced.

use crate::check::coverage::Gap;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A criterion for which no evidence is asked.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0212",
    name: "criterion-not-evidenced",
    severity: Severity::Warning,
    docs: "A criterion does not say in `evidence` how learners show it at work, and this course asks for that. Learners would not know what \
           to collect for their portfolio. Add `evidence` with its `routes`, such as `observation`, or say in the criterion's `gap` why \
           there is none. `coverage: {evidenced: ...}` in course.yaml says how strict coursec is here.",
    wrong: &[
        ("course.yaml", COURSE),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - id: 1.1\n        statement: say when to wash\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
    right: &[
        ("course.yaml", COURSE),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - id: 1.1\n        statement: say when to wash\n        evidence: {routes: [observation]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
};

/// A course that wants to be warned.
const COURSE: &str = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ncoverage: {evidenced: warning}\n";

/// Finds the gaps.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let gap = Gap {
        lint: &LINT,
        level: course.coverage.evidenced,
        key: "evidenced",
        filled_by: &["evidence", "routes"],
        fact: "has no evidence",
        help: "add `evidence` with its `routes`, or say in its `gap` why not",
    };
    gap.find(course, |criterion, _| criterion.evidence.is_some(), diagnostics);
}
