//! A draw of more items than there are.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Count, Course, Paper};

/// A draw of more items than there are.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0225",
    name: "draw-too-large",
    severity: Severity::Error,
    docs: "A draw (a random choice of items) asks for more items than the bank can give. Only items that fit its `assessing` and `tags` \
           count. Each comes once: what is in the assessment already, or goes to another draw, is not there for this one. The assessment \
           would be shorter than you planned. Draw fewer, add items to the bank, or write `draw: all`.",
    wrong: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, {bank: level-3, draw: 3}]}\n"),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
    right: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, {bank: level-3, draw: 2}]}\n"),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for (unit, assessment) in course.all_assessments() {
        let Some(paper) = Paper::of(course, unit.map(|unit| &unit.id), assessment) else { continue };
        let drawn = paper.drawn();
        for (pool, got) in paper.pools.iter().zip(drawn) {
            if pool.items.is_empty() {
                let message = format!("nothing in bank `{}` fits this draw", pool.draw.bank);
                let diagnostic = Diagnostic::new(&LINT, message).at(pool.draw.span, "draws nothing");
                diagnostics.push(diagnostic.help("change `assessing` or `tags`, or add items to the bank"));
            } else if got < pool.takes && pool.draw.count != Count::All {
                let fit = match got {
                    0 => "none is left".to_owned(),
                    1 => "there is 1".to_owned(),
                    _ => format!("there are {got}"),
                };
                let message = format!("this draw takes {} items of bank `{}`, and {fit} for it", pool.takes, pool.draw.bank);
                let diagnostic = Diagnostic::new(&LINT, message).at(pool.draw.count_span, "more than there are");
                diagnostics.push(diagnostic.help("draw fewer, or add items to the bank"));
            }
        }
    }
}
