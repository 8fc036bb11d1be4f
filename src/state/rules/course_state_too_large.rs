//! The answers of a whole course that an LMS has no room for in one record.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;
use crate::target::Target;

/// The answers of a whole course that an LMS has no room for in one record.
pub(in crate::state) static LINT: Lint = Lint {
    code: "E0613",
    name: "course-state-too-large",
    severity: Severity::Error,
    docs: "With `structure: course-per-sco` the answers of all units share one record, and together they may need more room than there is: an LMS that speaks SCORM 1.2 \
           keeps about 4,000 characters for each learner. The message says what each unit takes. Leave `structure` out, so that each unit has a \
           record of its own, or ask for shorter typed answers.",
    wrong: &[],
    right: &[],
};

/// The frame of `course`, of which each of `units` takes so much, may need `total` characters, more than the `limit` of `target`.
pub(in crate::state) fn diagnostic(course: &Course, total: u64, units: &[(&str, u64)], limit: u32, target: &Target) -> Diagnostic {
    let name = target.name;
    let mut largest = units.to_vec();
    largest.sort_by_key(|(_, letters)| std::cmp::Reverse(*letters));
    let figures: Vec<String> = largest.iter().map(|(title, letters)| format!("“{title}” {letters}")).collect();
    let said = format!("the answers of the whole course may need {total} characters, and target `{name}` has room for {limit}");
    let diagnostic = Diagnostic::new(&LINT, said)
        .help(format!("of these take {}", figures.join(", ")))
        .help("leave `structure` out, so that each unit has a record of its own");
    match course.structure.span {
        Some(span) => diagnostic.at(span, "one record for all units"),
        None => diagnostic,
    }
}
