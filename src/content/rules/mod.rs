//! Mistakes in texts.

pub mod alternative_text;
pub(super) mod bidi_override;
pub(super) mod block_in_inline;
pub(super) mod broken_captions;
pub(super) mod caption_times;
pub(super) mod control_character;
pub(super) mod deprecated_language;
pub(super) mod heading_level;
pub(super) mod heading_skips;
pub(super) mod image_elsewhere;
pub(super) mod language_case;
pub(super) mod language_tag;
pub(super) mod link_address;
pub(super) mod link_text;
pub(super) mod missing_alternative;
pub(super) mod nested_too_deep;
pub(super) mod open_address;
pub(super) mod raw_html;
pub(super) mod table_caption;
pub(super) mod table_head;
pub(super) mod unknown_callout;
pub(super) mod unknown_language;
pub(super) mod without_script;

use crate::diag::{Diagnostic, Lint, Span};
use crate::value::{Language, TagFault};

/// The kinds of mistakes in texts, by code.
pub static RULES: &[&Lint] = &[
    &unknown_language::LINT,
    &raw_html::LINT,
    &heading_level::LINT,
    &link_address::LINT,
    &image_elsewhere::LINT,
    &missing_alternative::LINT,
    &block_in_inline::LINT,
    &unknown_callout::LINT,
    &control_character::LINT,
    &language_tag::LINT,
    &nested_too_deep::LINT,
    &heading_skips::LINT,
    &table_head::LINT,
    &table_caption::LINT,
    &broken_captions::LINT,
    &caption_times::LINT,
    &deprecated_language::LINT,
    &language_case::LINT,
    &without_script::LINT,
    &bidi_override::LINT,
    &link_text::LINT,
    &alternative_text::LINT,
    &open_address::LINT,
];

/// A unit whose lesson is `lessons/how.md`, for the examples.
const LESSON: &str = include_str!("lesson.yaml");

/// A picture, for the examples.
const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M1 1h6v6\"/></svg>\n";

/// What is wrong with the tag `written` at `span`, which is `language`, if something is.
#[must_use]
pub fn tag_fault(language: &Language, written: &str, span: Span) -> Option<Diagnostic> {
    let Some(fault) = language.fault(written) else { return without_script::check(language.as_str(), span) };
    Some(match fault {
        TagFault::Unknown { kind, part, meant } => unknown_language::unknown(kind, &part, meant.as_deref(), span),
        TagFault::Deprecated(now) => deprecated_language::replaced(written, &now, span),
        TagFault::Case(canonical) => language_case::unusual(written, &canonical, span),
    })
}

/// A unit with the film `media/film.mp4` and its captions, `media/film.vtt`, for the examples.
const FILM: &str = include_str!("film.yaml");
