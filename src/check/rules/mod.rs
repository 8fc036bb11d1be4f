//! The rules, one a file.

pub(super) mod criterion_not_assessed;
pub(super) mod criterion_not_evidenced;
pub(super) mod criterion_not_taught;
pub(super) mod criterion_number;
pub(super) mod fixed_level;
pub(super) mod less_in_scorm12;
pub(super) mod no_criteria;
pub(super) mod no_points;
pub(super) mod no_units;
pub(super) mod positional_option;
pub(super) mod unknown_lint;
pub(super) mod weighting;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &criterion_not_taught::LINT,
    &no_criteria::LINT,
    &criterion_number::LINT,
    &no_points::LINT,
    &unknown_lint::LINT,
    &fixed_level::LINT,
    &no_units::LINT,
    &criterion_not_assessed::LINT,
    &criterion_not_evidenced::LINT,
    &less_in_scorm12::LINT,
    &weighting::LINT,
    &positional_option::LINT,
];
