//! Answers that an LMS has no room for.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Unit;
use crate::state::Bound;
use crate::target::Target;

/// Answers that an LMS has no room for.
pub(in crate::state) static LINT: Lint = Lint {
    code: "E0620",
    name: "state-too-large",
    severity: Severity::Error,
    docs: "The answers of one unit may need more room than there is. Between two visits an LMS keeps a limited number of characters for \
           each learner, SCORM 1.2 about 4,000, and would cut off the rest. Typed answers need most: ask for shorter ones, put fewer blanks \
           into the unit, or make two units of it.",
    wrong: &[],
    right: &[],
};

/// How many of the largest items are pointed out.
const SHOWN: usize = 3;

/// The frame of `unit` may need more than the `limit` of `target`.
pub(in crate::state) fn diagnostic(unit: &Unit, bound: &Bound, limit: u32, target: &Target) -> Diagnostic {
    let (id, total, name) = (&unit.id, bound.total, target.name);
    let mut diagnostic =
        Diagnostic::new(&LINT, format!("the answers of unit `{id}` may need {total} characters, and target `{name}` has room for {limit}"))
            .at(unit.span, "")
            .help("typed answers take most: accept shorter ones, put fewer blanks into a unit, or divide the unit in two");
    let mut largest: Vec<_> = bound.items.iter().filter(|(_, characters)| *characters > 0).collect();
    largest.sort_by_key(|(_, characters)| std::cmp::Reverse(*characters));
    for (id, characters) in largest.into_iter().take(SHOWN) {
        let case = || unit.case_studies.iter().find(|case| case.id == *id).map(|case| case.span);
        if let Some(span) = unit.item(id).map(|item| item.span).or_else(case) {
            diagnostic = diagnostic.related(span, format!("up to {characters} characters"));
        }
    }
    diagnostic
}
