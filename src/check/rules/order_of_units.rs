//! A unit of a linear course that opens after one that comes later.

use super::order_left_to_lms::GLOVES;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Navigation};

/// A unit of a linear course that opens after one that comes later.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0231",
    name: "order-of-units",
    severity: Severity::Error,
    docs: "With `navigation: linear` each unit opens after the one before it, so a unit that also opens after a later one never opens. Put the units of \
           `units` in the order in which they are to be done, or take the reference out of `opens_after`.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gloves.yaml]\n\
             targets: [web]\nnavigation: linear\n",
        ),
        ("units/hand-washing.yaml", unit_and!("opens_after: [gloves]\n")),
        GLOVES,
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/gloves.yaml, units/hand-washing.yaml]\n\
             targets: [web]\nnavigation: linear\n",
        ),
        ("units/hand-washing.yaml", unit_and!("opens_after: [gloves]\n")),
        GLOVES,
    ],
};

/// Finds them. Those that open after themselves are told of elsewhere.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let Some(linear) = course.navigation.span.filter(|_| course.navigation.value == Navigation::Linear) else { return };
    for (place, unit) in course.units.iter().enumerate() {
        let later = |id| course.units.iter().skip(place + 1).any(|other| other.id == id);
        for (id, span) in unit.opens_after.iter().filter(|(id, _)| later(id.clone())) {
            diagnostics.push(
                Diagnostic::new(&LINT, format!("unit `{}` opens after `{id}`, which comes later in a linear course", unit.id))
                    .at(*span, "never opens")
                    .related(linear, "each unit opens after the one before it")
                    .help(format!("list `{id}` before `{}` in `units`, or take it out of `opens_after`", unit.id)),
            );
        }
    }
}
