//! A blueprint that no paper can meet.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Assessment, Course, Paper, Taught};

/// A blueprint that no paper can meet.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0226",
    name: "blueprint-not-met",
    severity: Severity::Error,
    docs: "The `blueprint` of an assessment asks for more items on a criterion than a learner can get. It says how many there are at least. \
           coursec counts the items that are always there, and the most that draws can add. An item on a whole outcome counts for each of \
           its criteria. Where items assess several criteria there can be too many ways to try them all; then it says that none was found. \
           Add items, draw more, or ask for fewer.",
    wrong: &[
        (
            "units/hand-washing.yaml",
            unit_with!(
                "assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, {bank: level-3, draw: 1}], blueprint: {1.1: 3}}\n"
            ),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
    right: &[
        (
            "units/hand-washing.yaml",
            unit_with!(
                "assessments:\n  - {id: test, title: Test, purpose: formative, items: [dry, {bank: level-3, draw: 1}], blueprint: {1.1: 2}}\n"
            ),
        ),
        ("banks/level-3.yaml", include_str!("bank.yaml")),
    ],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for (unit, assessment) in course.all_assessments().filter(|(_, assessment)| !assessment.blueprint.is_empty()) {
        let Some(paper) = Paper::of(course, unit.map(|unit| &unit.id), assessment) else { continue };
        for quota in &assessment.blueprint {
            let (most, least) = (paper.most(&quota.criterion), quota.least as usize);
            if most < least {
                let missing = least - most;
                let items = if missing == 1 { "item is" } else { "items are" };
                let message =
                    format!("{missing} {items} missing on criterion `{}` for the blueprint of `{}`", quota.criterion.id, assessment.id);
                let diagnostic =
                    Diagnostic::new(&LINT, message).at(quota.span, format!("asks for {least}, and a paper has {most} at most"));
                diagnostics.push(diagnostic.help("add items that assess it, draw more, or ask for fewer"));
            }
        }
        together(&paper, assessment, diagnostics);
    }
}

/// What each criterion could have by itself has to go into one paper.
fn together(paper: &Paper<'_>, assessment: &Assessment, diagnostics: &mut Vec<Diagnostic>) {
    let each = assessment.blueprint.iter().all(|quota| paper.most(&quota.criterion) >= quota.least as usize);
    if !each || paper.meets_blueprint() {
        return;
    }
    let criteria: Vec<&Taught> = assessment.blueprint.iter().map(|quota| &quota.criterion).collect();
    let asked: usize = assessment.blueprint.iter().map(|quota| quota.least as usize).sum();
    let room = paper.fixed.len() + paper.drawn().iter().sum::<usize>();
    let at = assessment.blueprint[0].span;
    let (message, label, help) = if asked > room && !paper.has_shared(&criteria) {
        let message = format!("the blueprint of `{}` asks for {asked} items, and a paper has {room}", assessment.id);
        (message, format!("{} too many in all", asked - room), "draw more, or ask for fewer")
    } else if paper.is_undecided() {
        let message = format!("no paper of `{}` was found that meets all of its blueprint", assessment.id);
        (message, "there are too many ways to try them all".to_owned(), "ask for fewer, draw more, or let items assess one criterion each")
    } else {
        let message = format!("no paper of `{}` meets all of its blueprint", assessment.id);
        (message, "each can be met, but not all at once".to_owned(), "draw more, or ask for fewer")
    };
    diagnostics.push(Diagnostic::new(&LINT, message).at(at, label).help(help));
}
