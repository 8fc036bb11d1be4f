//! Mistakes about what an LMS keeps of a learner.

pub(super) mod course_state_too_large;
pub(super) mod state_too_large;

use crate::diag::Lint;

/// The kinds of mistakes about state, by code.
pub static RULES: &[&Lint] = &[&course_state_too_large::LINT, &state_too_large::LINT];
