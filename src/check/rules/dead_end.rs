//! A scene from which the story never ends.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Onward, Scene};
use crate::value::Id;

/// A scene from which the story never ends.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0224",
    name: "dead-end",
    severity: Severity::Error,
    docs: "From this scene no way leads to an `end`. Learners would go round in a circle, and could never finish the case study. Let a \
           choice or a `next` lead to a scene that has an `end`.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_and!(
            "case_studies:\n  - id: lunch\n    title: A busy lunch\n    start: raw\n    scenes:\n      - {id: raw, text: You cut raw chicken., next: wait}\n      - {id: wait, text: You wait., next: raw}\n"
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_and!(
            "case_studies:\n  - id: lunch\n    title: A busy lunch\n    start: raw\n    scenes:\n      - {id: raw, text: You cut raw chicken., next: wait}\n      - {id: wait, text: You wait., end: neutral}\n"
        ),
    )],
};

/// Finds them: each circle once, at its first scene.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for case in course.units.iter().flat_map(|unit| &unit.case_studies) {
        if !case.whole || !case.scenes.iter().all(Scene::is_known) {
            continue;
        }
        let mut ending: BTreeSet<&Id> = BTreeSet::new();
        loop {
            let ends = |scene: &&Scene| matches!(scene.onward, Some(Onward::End(_))) || scene.nexts().any(|next| ending.contains(next));
            let found: BTreeSet<&Id> = case.scenes.iter().filter(ends).map(|scene| &scene.id).collect();
            if found.len() == ending.len() {
                break;
            }
            ending = found;
        }
        let mut stuck = case.scenes.iter().filter(|scene| !ending.contains(&scene.id));
        if let Some(first) = stuck.next() {
            let message = format!("from scene `{}` no way leads to an end of `{}`", first.id, case.id);
            let diagnostic = Diagnostic::new(&LINT, message).at(first.span, "goes round in a circle");
            let diagnostic = diagnostic.help("lead a choice or a `next` to a scene with an `end`");
            diagnostics.push(stuck.fold(diagnostic, |said, scene| said.related(scene.span, "so does this")));
        }
    }
}
