//! Mistakes about the lock.

pub(super) mod lock_conflict;
pub(super) mod lock_line;
pub(super) mod lock_newer;
pub(super) mod lock_repaired;
pub(super) mod lock_would_change;
pub(super) mod other_course;
pub(super) mod release_needs_lock;
pub(super) mod released_record_changed;
pub(super) mod retired_id;
pub(super) mod structure_changed;
pub(super) mod unknown_move;
pub(super) mod vanished_id;
pub(super) mod version_not_higher;

use crate::diag::Lint;

/// The kinds of mistakes about the lock, by code.
pub static RULES: &[&Lint] = &[
    &lock_line::LINT,
    &lock_newer::LINT,
    &lock_conflict::LINT,
    &released_record_changed::LINT,
    &lock_would_change::LINT,
    &release_needs_lock::LINT,
    &version_not_higher::LINT,
    &retired_id::LINT,
    &unknown_move::LINT,
    &vanished_id::LINT,
    &lock_repaired::LINT,
    &other_course::LINT,
    &structure_changed::LINT,
];
