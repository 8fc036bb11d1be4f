//! Mistakes of themes.

pub(super) mod broken_template;
pub(super) mod broken_words;
pub(super) mod low_contrast;
pub(super) mod missing_hook;
pub(super) mod no_words;
pub(super) mod not_shut_in;
pub(super) mod style_from_elsewhere;
pub(super) mod theme_contract;
pub(super) mod too_large;
pub(super) mod unknown_theme;
pub(super) mod unread_colour;
pub(super) mod unused_theme_file;
pub(super) mod without_name;

use crate::diag::Lint;

/// The kinds of mistakes of themes, by code.
pub static RULES: &[&Lint] = &[
    &unknown_theme::LINT,
    &broken_template::LINT,
    &broken_words::LINT,
    &missing_hook::LINT,
    &not_shut_in::LINT,
    &too_large::LINT,
    &theme_contract::LINT,
    &style_from_elsewhere::LINT,
    &low_contrast::LINT,
    &without_name::LINT,
    &no_words::LINT,
    &unused_theme_file::LINT,
    &unread_colour::LINT,
];
