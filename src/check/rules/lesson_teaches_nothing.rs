//! A lesson that teaches nothing.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A lesson without an outcome or a criterion.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0260",
    name: "lesson-teaches-nothing",
    severity: Severity::Warning,
    docs: "A lesson does not say what it teaches. Nobody can see what it is for, and what it teaches may look as if it were missing. Add \
           `teaches:` with the outcomes and criteria that it is about. If it teaches none, as a word of welcome, silence this warning with \
           that reason.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n  \
         - {id: welcome, title: Welcome, body: Nice to see you.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let lessons = course.units.iter().filter(|unit| !unit.lost.contains("teaches")).flat_map(|unit| &unit.lessons);
    for lesson in lessons.filter(|lesson| lesson.teaches.is_empty()) {
        diagnostics.push(
            Diagnostic::new(&LINT, format!("lesson `{}` teaches nothing", lesson.id))
                .at(lesson.span, "no outcome, no criterion")
                .help("add `teaches: [...]` with the criteria it is about"),
        );
    }
}
