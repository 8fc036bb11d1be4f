//! A statement that is larger than record stores like.

use crate::check::words::NoSlots;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::Item;
use crate::model::Course;

/// A statement that is larger than record stores like.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0661",
    name: "large-statement",
    severity: Severity::Warning,
    docs: "What a learner answers goes to a Learning Record Store (LRS) as a statement, with the question and all its options. With these texts it has \
           more than 16 kB, and each answer sends it again. When a learner closes the page, browsers send 64 kB at most, so answers could \
           be late. Ask a shorter question, and put what has to be read into the lesson before it.",
    // An example would fill pages; tests/it/launched.rs makes one.
    wrong: &[],
    right: &[],
};

/// The most bytes of a statement.
const MOST: usize = 16 * 1024;

/// What stands around the texts of an item: actor, verb, context, result.
const AROUND: usize = 2500;

/// What stands around a part: its id, its keys, its language.
const AROUND_PART: usize = 60;

/// Finds them, where statements are sent.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let launched = course.targets.iter().any(|(target, _)| target == "cmi5" || target == "xapi");
    if !launched && course.xapi.from.is_empty() {
        return;
    }
    let banked = course.banks.iter().flat_map(|bank| &bank.items).map(|item| &item.item);
    for item in course.units.iter().flat_map(|unit| &unit.items).chain(banked) {
        let size = size(item);
        if size > MOST {
            let fact = format!("a statement about this item has about {} kB", size.div_ceil(1000));
            let help = "ask a shorter question, with shorter options; put what has to be read into a lesson";
            diagnostics.push(Diagnostic::new(&LINT, fact).at(item.kind_span, "sent with each answer").help(help));
        }
    }
}

/// The bytes of a statement about `item`, or some more.
fn size(item: &Item) -> usize {
    let told = item.body.interaction(&NoSlots);
    let parts = told.components.values().flatten().map(|part| part.id.len() + part.description.len() + AROUND_PART);
    let patterns = told.xapi.iter().flatten().map(String::len);
    AROUND + item.prompt_plain().len() + parts.sum::<usize>() + patterns.sum::<usize>()
}
