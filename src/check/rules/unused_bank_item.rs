//! Items of banks that are on no paper.

use std::collections::BTreeSet;

use crate::content::ReferenceKind;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Home, ItemAt, Paper};

/// An item of a bank that is on no paper.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0354",
    name: "unused-bank-item",
    severity: Severity::Warning,
    docs: "No learner ever meets this item of a bank: no assessment names it, and no draw (a random choice of items) can take it. Perhaps \
           its `tags` or `assesses` are misspelt. Correct them, name the item in an assessment, or take it out. If no assessment uses the \
           bank at all, the message says so once.",
    wrong: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, bank:level-3/soap]}\n"),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
    right: &[
        (
            "units/hand-washing.yaml",
            unit_with!("assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, {bank: level-3, draw: 1}]}\n"),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
};

/// Finds them, where every assessment could be read.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let papers: Option<Vec<Paper<'_>>> =
        course.all_assessments().map(|(unit, assessment)| Paper::of(course, unit.map(|unit| &unit.id), assessment)).collect();
    let lost = course.lost.contains("assessments")
        || course.units.iter().any(|unit| unit.lost.contains("assessments") || unit.lost.contains("items"));
    let Some(papers) = papers.filter(|_| !lost) else { return };
    let used: BTreeSet<&ItemAt> =
        papers.iter().flat_map(|paper| paper.fixed.iter().chain(paper.pools.iter().flat_map(|pool| &pool.items))).collect();
    let shown: BTreeSet<&str> = course
        .units
        .iter()
        .flat_map(crate::model::Unit::references)
        .filter(|reference| reference.kind == ReferenceKind::Item)
        .map(|reference| reference.id.as_str())
        .collect();
    for bank in course.banks.iter().filter(|bank| bank.whole) {
        let at = |id: &crate::value::Id| ItemAt { home: Home::Bank(bank.id.clone()), id: id.clone() };
        let is_used = |id| used.contains(&at(id)) || shown.contains(format!("bank:{}/{id}", bank.id).as_str());
        let unused: Vec<_> = bank.items.iter().filter(|item| !is_used(&item.item.id)).collect();
        if unused.len() == bank.items.len() {
            let diagnostic = Diagnostic::new(&LINT, format!("no assessment uses bank `{}`", bank.id)).at(bank.span, "used nowhere");
            diagnostics.push(diagnostic.help("draw from it in an assessment, or take the file out"));
            continue;
        }
        for item in unused {
            let diagnostic = Diagnostic::new(&LINT, format!("item `{}` of bank `{}` is on no paper", item.item.id, bank.id));
            diagnostics
                .push(diagnostic.at(item.item.span, "no draw can take it").help("look at its `tags` and `assesses`, or take it out"));
        }
    }
}
