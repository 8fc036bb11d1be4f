//! What can be wrong with a YAML file, before its meaning.

pub(super) mod alias;
pub(super) mod colon_in_text;
pub(super) mod comma_in_text;
pub(super) mod curly_quotes;
pub(super) mod document;
pub(super) mod duplicate_key;
pub(super) mod hash_in_text;
pub(super) mod heading_below_text;
pub(super) mod indentation;
pub(super) mod joined_lines;
pub(super) mod malformed;
pub(super) mod missing_block_sign;
pub(super) mod missing_key;
pub(super) mod missing_space;
pub(super) mod not_yet;
pub(super) mod quotation_mark;
pub(super) mod remark_after_text;
pub(super) mod reserved_key;
pub(super) mod sign_before_text;
pub(super) mod syntax;
pub(super) mod tab;
pub(super) mod tag;
pub(super) mod too_large;
pub(super) mod unknown_key;
pub(super) mod wrong_type;

pub use curly_quotes::check as curly_quotes;
pub use joined_lines::check as joined_lines;
pub use malformed::{checked, malformed};
pub use not_yet::is as is_not_yet;
pub use not_yet::word as not_yet_word;
pub use reserved_key::reserved as reserved_key;
pub(super) use unknown_key::is as is_unknown_key;
pub(super) use wrong_type::is as is_wrong_type;

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
    &hash_in_text::LINT,
    &comma_in_text::LINT,
    &colon_in_text::LINT,
    &sign_before_text::LINT,
    &tab::LINT,
    &missing_space::LINT,
    &indentation::LINT,
    &quotation_mark::LINT,
    &missing_block_sign::LINT,
    &remark_after_text::LINT,
    &curly_quotes::LINT,
    &joined_lines::LINT,
    &heading_below_text::LINT,
];
