//! What can be wrong between the things of a course.

pub(super) mod conflict;
pub(super) mod lesson_body;
pub(super) mod media_text;
pub(super) mod not_inherited;
pub(super) mod other_unit;
pub(super) mod repeated;
pub(super) mod scene_onward;
pub(super) mod undefined;
pub(super) mod unlisted_unit;
pub(super) mod wrong_kind;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &undefined::LINT,
    &not_inherited::LINT,
    &wrong_kind::LINT,
    &repeated::LINT,
    &lesson_body::LINT,
    &conflict::LINT,
    &media_text::LINT,
    &other_unit::LINT,
    &scene_onward::LINT,
    &unlisted_unit::LINT,
];
