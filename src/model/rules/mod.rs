//! What can be wrong between the things of a course.

/// A unit around media, for the examples of rules.
macro_rules! unit {
    ($media:literal, $shown:literal) => {
        concat!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n",
            "media:\n  - {", $media, "}\n",
            "lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: \"Before you touch food.\\n\\n![](media:", $shown, ")\"}\n",
            "items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
            "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        )
    };
}

pub(super) mod conflict;
pub(super) mod film_without_captions;
pub(super) mod film_without_transcript;
pub(super) mod lesson_body;
pub(super) mod media_text;
pub(super) mod not_inherited;
pub(super) mod other_unit;
pub(super) mod repeated;
pub(super) mod scene_onward;
pub(super) mod sound_without_text;
pub(super) mod undefined;
pub(super) mod unlisted_unit;
pub(super) mod unused_file;
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
    &film_without_captions::LINT,
    &sound_without_text::LINT,
    &unlisted_unit::LINT,
    &unused_file::LINT,
    &film_without_transcript::LINT,
];
