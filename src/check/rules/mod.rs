//! The rules, one a file.

pub(super) mod coverage;
pub(super) mod criterion_number;
pub(super) mod fixed_level;
pub(super) mod no_criteria;
pub(super) mod no_points;
pub(super) mod unknown_lint;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &coverage::TAUGHT,
    &no_criteria::LINT,
    &criterion_number::LINT,
    &no_points::LINT,
    &unknown_lint::LINT,
    &fixed_level::LINT,
    &coverage::ASSESSED,
    &coverage::EVIDENCED,
];
