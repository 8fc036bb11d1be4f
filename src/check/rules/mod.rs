//! The rules, one a file.

/// A unit with an item, for the examples; what they add follows.
macro_rules! unit_with {
    ($more:literal) => {
        concat!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n",
            "lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n",
            "items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
            $more
        )
    };
}

/// The same, with an assessment of the item.
macro_rules! unit_and {
    ($more:literal) => {
        concat!(unit_with!("assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n"), $more)
    };
}

pub(super) mod blueprint_not_met;
pub(super) mod broker_without_address;
pub(super) mod complete_at_once;
pub(super) mod criterion_not_assessed;
pub(super) mod criterion_not_evidenced;
pub(super) mod criterion_not_taught;
pub(super) mod criterion_number;
pub(super) mod dead_end;
pub(super) mod draw_too_large;
pub(super) mod empty_answer;
pub(super) mod empty_correction;
pub(super) mod empty_limit;
pub(super) mod fixed_level;
pub(super) mod item_assesses_nothing;
pub(super) mod large_statement;
pub(super) mod less_in_scorm12;
pub(super) mod less_in_scorm2004;
pub(super) mod lesson_teaches_nothing;
pub(super) mod mark_between_scores;
pub(super) mod markup_in_line;
pub(super) mod no_criteria;
pub(super) mod no_extension;
pub(super) mod no_points;
pub(super) mod no_units;
pub(super) mod opens_after;
pub(super) mod order_left_to_lms;
pub(super) mod order_of_units;
pub(super) mod paper_without_points;
pub(super) mod placeholder_iri;
pub(super) mod positional_option;
pub(super) mod question_out_of_place;
pub(super) mod repeated_prompt;
pub(super) mod repeated_question;
pub(super) mod score_shown_as_pass;
pub(super) mod unknown_lint;
pub(super) mod unreachable_scene;
pub(super) mod unused_bank_item;
pub(super) mod unused_media;
pub(super) mod unused_term;
pub(super) mod weighting;

use crate::diag::Lint;

/// All of them, sorted by code.
pub static RULES: &[&Lint] = &[
    &criterion_not_taught::LINT,
    &no_criteria::LINT,
    &criterion_number::LINT,
    &no_points::LINT,
    &unknown_lint::LINT,
    &fixed_level::LINT,
    &no_units::LINT,
    &opens_after::LINT,
    &unreachable_scene::LINT,
    &dead_end::LINT,
    &draw_too_large::LINT,
    &blueprint_not_met::LINT,
    &empty_limit::LINT,
    &paper_without_points::LINT,
    &empty_correction::LINT,
    &question_out_of_place::LINT,
    &order_of_units::LINT,
    &criterion_not_assessed::LINT,
    &criterion_not_evidenced::LINT,
    &no_extension::LINT,
    &complete_at_once::LINT,
    &placeholder_iri::LINT,
    &order_left_to_lms::LINT,
    &repeated_question::LINT,
    &unused_term::LINT,
    &unused_media::LINT,
    &markup_in_line::LINT,
    &item_assesses_nothing::LINT,
    &lesson_teaches_nothing::LINT,
    &less_in_scorm12::LINT,
    &weighting::LINT,
    &positional_option::LINT,
    &less_in_scorm2004::LINT,
    &repeated_prompt::LINT,
    &mark_between_scores::LINT,
    &score_shown_as_pass::LINT,
    &empty_answer::LINT,
    &unused_bank_item::LINT,
    &broker_without_address::LINT,
    &large_statement::LINT,
];
