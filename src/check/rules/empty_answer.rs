//! A question of the FAQ without an answer.

use crate::check::rules::empty_correction::lists;
use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::Course;

/// A question without an answer.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0353",
    name: "empty-answer",
    severity: Severity::Warning,
    docs: "A question of the FAQ has no `answer`. Learners would open it and find nothing. Write the answer, or take the question out.",
    wrong: &[("units/hand-washing.yaml", unit_and!("faq:\n  - {id: gel, question: Is gel enough?, answer: ''}\n"))],
    right: &[("units/hand-washing.yaml", unit_and!("faq:\n  - {id: gel, question: Is gel enough?, answer: Not where hands are dirty.}\n"))],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for faq in lists(course).flat_map(|lists| &lists.faq) {
        if faq.answer.plain().is_empty() && faq.answer.span() != Span::default() {
            let diagnostic = Diagnostic::new(&LINT, format!("question `{}` of the FAQ has no answer", faq.id));
            diagnostics.push(diagnostic.at(faq.answer.span(), "empty").help("write the answer, or leave the question out"));
        }
    }
}
