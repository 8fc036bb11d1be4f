//! What of the language this version cannot build: the one place that says so. Each line goes when it can.
//!
//! A build stops at it, for learners would get another course, or another record, than the one that is written. A check notes it.

use crate::diag::{Diagnostic, Severity, Span};
use crate::item::Item;
use crate::model::{Course, Unit};
use crate::yaml::rules::{is_not_yet as is, not_yet_word};

/// Whether `diagnostic` says that something cannot be built yet.
#[must_use]
pub fn is_not_yet(diagnostic: &Diagnostic) -> bool {
    is(diagnostic)
}

/// Makes notes of what cannot be built.
pub fn note_only(diagnostics: &mut [Diagnostic]) {
    diagnostics.iter_mut().filter(|diagnostic| is(diagnostic)).for_each(|diagnostic| diagnostic.severity = Severity::Note);
}

/// Finds what cannot be built.
pub(super) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let mut say = |span: Span, what: &str| diagnostics.push(not_yet_word(span, what));
    if let (true, Some(span)) = (course.math.value, course.math.span) {
        say(span, "mathematics");
    }
    course.banks.iter().flat_map(|bank| &bank.items).for_each(|item| of_item(&item.item, &mut say));
    course.units.iter().for_each(|unit| of_unit(unit, &mut say));
}

fn of_unit(unit: &Unit, say: &mut impl FnMut(Span, &str)) {
    unit.items.iter().for_each(|item| of_item(item, say));
}

fn of_item(item: &Item, say: &mut impl FnMut(Span, &str)) {
    if !item.kind.built {
        say(item.kind_span, &format!("items of type `{}`", item.kind.name));
    }
}
