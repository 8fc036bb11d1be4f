//! What can be wrong with a YAML file, before its meaning.

pub(super) mod alias;
pub(super) mod document;
pub(super) mod duplicate_key;
pub(super) mod malformed;
pub(super) mod missing_key;
pub(super) mod not_yet;
pub(super) mod reserved_key;
pub(super) mod syntax;
pub(super) mod tag;
pub(super) mod too_large;
pub(super) mod unknown_key;
pub(super) mod wrong_type;

pub use malformed::{checked, malformed};
pub use not_yet::is as is_not_yet;
pub use not_yet::word as not_yet_word;
pub use reserved_key::reserved as reserved_key;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &syntax::LINT,
    &duplicate_key::LINT,
    &alias::LINT,
    &tag::LINT,
    &document::LINT,
    &too_large::LINT,
    &unknown_key::LINT,
    &missing_key::LINT,
    &wrong_type::LINT,
    &not_yet::LINT,
    &malformed::LINT,
    &reserved_key::LINT,
];
