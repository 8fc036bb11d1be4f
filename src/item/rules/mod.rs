//! What can be wrong with an item.

pub(super) mod answer_form;
pub(super) mod bad_pattern;
pub(super) mod blanks;
pub(super) mod duplicate_answer;
pub(super) mod duplicate_id;
pub(super) mod equal_options;
pub(super) mod no_right_option;
pub(super) mod part_count;
pub(super) mod unknown_type;

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
];
