//! Mistakes about files.

pub mod clashing_courses;
pub(super) mod clashing_texts;
pub(super) mod file_name_case;
pub(super) mod file_name_form;
pub(super) mod file_too_large;
pub(super) mod link_out;
pub(super) mod missing_file;
pub(super) mod not_a_file;
pub(super) mod not_utf8;
pub(super) mod path_not_allowed;
pub(super) mod unreadable_file;

use crate::diag::Lint;

/// The kinds of mistakes about files, by code.
pub static RULES: &[&Lint] = &[
    &missing_file::LINT,
    &file_name_case::LINT,
    &path_not_allowed::LINT,
    &link_out::LINT,
    &not_a_file::LINT,
    &file_too_large::LINT,
    &not_utf8::LINT,
    &unreadable_file::LINT,
    &clashing_courses::LINT,
    &file_name_form::LINT,
    &clashing_texts::LINT,
];
