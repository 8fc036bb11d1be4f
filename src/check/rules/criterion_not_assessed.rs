//! Every criterion is assessed by an item of an assessment.

use crate::check::coverage::{self, Gap};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A criterion that no item assesses.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0211",
    name: "criterion-not-assessed",
    severity: Severity::Warning,
    docs: "No assessment assesses this criterion: no item in one names it, or its outcome, in `assesses`. Learners could pass without \
           showing it. Practice items do not count; in a portfolio or an apprenticeship, the criterion's `evidence` counts too. Add an \
           item, or say in the criterion's `gap` why there is none. `coverage: {assessed: ...}` in course.yaml says how strict coursec is \
           here.",
    wrong: &[
        ("course.yaml", COURSE),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
    right: &[
        ("course.yaml", COURSE),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
};

/// A course that wants to be warned.
const COURSE: &str = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ncoverage: {assessed: warning}\n";

/// Finds the gaps.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let gap = Gap {
        lint: &LINT,
        level: course.coverage.assessed,
        key: "assessed",
        filled_by: &["items", "assesses", "assessments", "case_studies", "scenes", "choices"],
        fact: "is assessed by no item of an assessment",
        help: "add it to `assesses` of an item in an assessment, or say in its `gap` why not",
    };
    gap.find(course, |criterion, bearing| coverage::is_assessed(course, criterion, bearing), diagnostics);
}
