//! What can be wrong with an item.

/// A unit with these items and an assessment of those of them that are named, for the examples.
macro_rules! unit_of {
    ($quiz:literal, $items:literal) => {
        concat!(include_str!("unit.yaml"), $items, "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [", $quiz, "]}\n")
    };
}

pub(super) mod all_right;
pub(super) mod answer_form;
pub(super) mod bad_pattern;
pub(super) mod blanks;
pub(super) mod duplicate_answer;
pub(super) mod duplicate_id;
pub(super) mod equal_options;
pub(super) mod max_length;
pub(super) mod no_right_option;
pub(super) mod numeric_range;
pub(super) mod part_count;
pub(super) mod pattern_never_met;
pub(super) mod points_never_count;
pub(super) mod region_place;
pub(super) mod unknown_part;
pub(super) mod unknown_type;
pub(super) mod wrong_is_right;

pub use duplicate_id::twice as taken_id;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &duplicate_id::LINT,
    &unknown_type::LINT,
    &no_right_option::LINT,
    &equal_options::LINT,
    &part_count::LINT,
    &blanks::LINT,
    &bad_pattern::LINT,
    &duplicate_answer::LINT,
    &answer_form::LINT,
    &unknown_part::LINT,
    &numeric_range::LINT,
    &wrong_is_right::LINT,
    &pattern_never_met::LINT,
    &max_length::LINT,
    &region_place::LINT,
    &all_right::LINT,
    &points_never_count::LINT,
];
