//! Every criterion is taught by a lesson.

use crate::check::coverage::Gap;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A criterion that no lesson teaches.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0210",
    name: "criterion-not-taught",
    severity: Severity::Error,
    docs: "No lesson of the unit teaches this criterion: none names it, or its outcome, in `teaches`. Learners would be assessed on what \
           the course does not tell them. Add it to the `teaches` of a lesson. If you leave it out on purpose, give the reason in the \
           criterion's `gap`. `coverage: {taught: ...}` in course.yaml says how strict coursec is here.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [1.1, 1.2], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds the gaps.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let gap = Gap {
        lint: &LINT,
        level: course.coverage.taught,
        key: "taught",
        filled_by: &["lessons", "teaches"],
        fact: "is taught by no lesson",
        help: "add it to `teaches` of a lesson, or say in its `gap` why not",
    };
    gap.find(course, |_, bearing| !bearing.lessons.is_empty(), diagnostics);
}
