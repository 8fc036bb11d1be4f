//! What keeps a record true: rules about a whole course.
//!
//! In: [`Course`]. Out: diagnostics, which levels of the course then make graver or silent. Cannot fail.

mod bearing;
mod coverage;
mod levels;
mod lines;
mod not_yet;
pub mod rules;
mod unread;
mod words;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::model::Course;

pub use bearing::{Bearing, Places};
pub use coverage::{is_uncovered, lacks};
pub use levels::apply as apply_levels;
pub use not_yet::{is_not_yet, note_only};
pub use unread::drop_what_follows;

/// A rule: what it finds in a course.
type Rule = fn(&Course, &mut Vec<Diagnostic>);

/// Every rule, by the name of its file.
const CHECKS: &[Rule] = &[
    not_yet::check,
    rules::blueprint_not_met::check,
    rules::complete_at_once::check,
    rules::criterion_not_assessed::check,
    rules::criterion_not_evidenced::check,
    rules::criterion_not_taught::check,
    rules::criterion_number::check,
    rules::dead_end::check,
    rules::broker_without_address::check,
    rules::draw_too_large::check,
    rules::empty_answer::check,
    rules::empty_correction::check,
    rules::empty_limit::check,
    rules::item_assesses_nothing::check,
    rules::large_statement::check,
    rules::less_in_scorm12::check,
    rules::less_in_scorm2004::check,
    rules::lesson_teaches_nothing::check,
    rules::mark_between_scores::check,
    rules::markup_in_line::check,
    rules::no_criteria::check,
    rules::no_extension::check,
    rules::no_points::check,
    rules::no_units::check,
    rules::opens_after::check,
    rules::order_left_to_lms::check,
    rules::order_of_units::check,
    rules::paper_without_points::check,
    rules::placeholder_iri::check,
    rules::positional_option::check,
    rules::question_out_of_place::check,
    rules::repeated_prompt::check,
    rules::repeated_question::check,
    rules::score_shown_as_pass::check,
    rules::unreachable_scene::check,
    rules::unused_bank_item::check,
    rules::unused_media::check,
    rules::unused_term::check,
    rules::weighting::check,
];

/// Everything that the rules find.
#[must_use]
pub fn check(course: &Course) -> Vec<Diagnostic> {
    let found = |rule: &fn(&Course, &mut Vec<Diagnostic>)| {
        let mut diagnostics = Vec::new();
        rule(course, &mut diagnostics);
        diagnostics
    };
    let found: Vec<Vec<Diagnostic>> = CHECKS.par_iter().map(found).collect();
    found.concat()
}
