//! A scene that no way leads to.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Scene};
use crate::value::Id;

/// A scene that no way leads to.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0223",
    name: "unreachable-scene",
    severity: Severity::Error,
    docs: "No way through the case study leads to this scene, so learners never see it. Let a choice or a `next` lead to it, or take it \
           out.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_and!(
            "case_studies:\n  - id: lunch\n    title: A busy lunch\n    start: raw\n    scenes:\n      - {id: raw, text: You cut raw chicken., end: neutral}\n      - {id: wash, text: You wash your hands., end: good}\n"
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_and!(
            "case_studies:\n  - id: lunch\n    title: A busy lunch\n    start: raw\n    scenes:\n      - {id: raw, text: You cut raw chicken., next: wash}\n      - {id: wash, text: You wash your hands., end: good}\n"
        ),
    )],
};

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for case in course.units.iter().flat_map(|unit| &unit.case_studies) {
        // A way that could not be read may lead anywhere.
        let known = case.whole && case.scenes.iter().all(Scene::is_known);
        let Some(start) = case.start.as_ref().filter(|_| known) else { continue };
        let mut reached: BTreeSet<&Id> = BTreeSet::new();
        let mut next = vec![start];
        while let Some(id) = next.pop() {
            if reached.insert(id) {
                next.extend(case.scene(id).into_iter().flat_map(Scene::nexts));
            }
        }
        for scene in case.scenes.iter().filter(|scene| !reached.contains(&scene.id)) {
            let message = format!("no way through `{}` leads to scene `{}`", case.id, scene.id);
            let diagnostic = Diagnostic::new(&LINT, message).at(scene.span, "never seen");
            diagnostics.push(diagnostic.help(format!("lead a choice or a `next` to `{}`, or take it out", scene.id)));
        }
    }
}
