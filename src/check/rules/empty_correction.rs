//! A misconception that nothing corrects.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Lists};

/// A misconception that nothing corrects.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0229",
    name: "empty-correction",
    severity: Severity::Error,
    docs: "A misconception has no `correction`. Learners would read what is wrong and never what is right, and so they would learn the \
           mistake. Write what is right.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_and!("misconceptions:\n  - {id: cold, claim: Cold water cannot clean hands., correction: ''}\n"),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_and!("misconceptions:\n  - {id: cold, claim: Cold water cannot clean hands., correction: Soap cleans in cold water too.}\n"),
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for misconception in lists(course).flat_map(|lists| &lists.misconceptions) {
        if misconception.correction.plain().is_empty() && misconception.correction.span() != Span::default() {
            let diagnostic = Diagnostic::new(&LINT, format!("misconception `{}` has no correction", misconception.id));
            diagnostics.push(diagnostic.at(misconception.correction.span(), "empty").help("write what is so"));
        }
    }
}

/// The lists of the qualification and of the units.
pub(super) fn lists(course: &Course) -> impl Iterator<Item = &Lists> {
    course.qualification.iter().map(|qualification| &qualification.lists).chain(course.units.iter().map(|unit| &unit.lists))
}
