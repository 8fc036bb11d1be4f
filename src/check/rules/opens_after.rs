//! Units that open after each other, or after themselves.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Unit};
use crate::value::Id;

/// Units that open after each other, or after themselves.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0222",
    name: "never-opens",
    severity: Severity::Error,
    docs: "A unit waits for itself, or units wait for each other, so that none of them ever opens. `opens_after` names the units that come \
           first. Take one of these names out.",
    wrong: &[("units/hand-washing.yaml", unit_and!("opens_after: [hand-washing]\n"))],
    right: &[("units/hand-washing.yaml", unit_and!(""))],
};

/// Finds them: each circle once, at the unit of it that comes first.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let mut told: BTreeSet<&Id> = BTreeSet::new();
    for unit in &course.units {
        if told.contains(&unit.id) {
            continue;
        }
        let Some(circle) = circle(course, unit) else { continue };
        told.extend(circle.iter().map(|(id, _)| *id));
        let names: Vec<String> = circle.iter().map(|(id, _)| format!("`{id}`")).collect();
        let diagnostic = match names.as_slice() {
            [one] => Diagnostic::new(&LINT, format!("unit {one} opens after itself")),
            names => Diagnostic::new(&LINT, format!("units {} open after each other", names.join(", "))),
        };
        let places: Vec<Span> = circle.iter().map(|(_, span)| *span).collect();
        let diagnostic = diagnostic.at(places[0], "never opens").help("take one of these references out of `opens_after`");
        diagnostics.push(places[1..].iter().fold(diagnostic, |said, place| said.related(*place, "waits for the next")));
    }
}

/// The way from `unit` back to it: each unit on it, with the place where it names the next.
fn circle<'a>(course: &'a Course, unit: &'a Unit) -> Option<Vec<(&'a Id, Span)>> {
    let mut way: Vec<(&'a Id, Span)> = Vec::new();
    let mut seen: BTreeSet<&'a Id> = BTreeSet::new();
    // Depth first, with the places still to try at each step.
    let mut open: Vec<(&'a Unit, usize)> = vec![(unit, 0)];
    while let Some((at, tried)) = open.pop() {
        way.truncate(open.len());
        let Some((next, span)) = at.opens_after.get(tried) else { continue };
        open.push((at, tried + 1));
        way.push((&at.id, *span));
        if *next == unit.id {
            return Some(way);
        }
        if seen.insert(next) {
            open.extend(course.units.called(next).map(|unit| (unit, 0)));
        }
    }
    None
}
