//! Mistakes that show when a package is put together.

/// Sources of an example: the smallest unit, with a picture at `$path` that holds `$picture`, and more files.
macro_rules! with_picture {
    ($path:literal, $picture:literal $(, $more:expr)*) => {
        &[
            (
                "units/hand-washing.yaml",
                concat!(
                    "id: hand-washing\ntitle: Wash your hands so that food stays safe\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n",
                    "    criteria:\n      - id: 1.1\n        statement: wash hands in a way that removes germs\n",
                    "media:\n  - id: tap\n    file: ",
                    $path,
                    "\n    alt: Hands under a tap\nlessons:\n  - id: when-and-how\n    title: When and how to wash\n    teaches: [LO1, 1.1]\n    body: |\n",
                    "      Use running water.\n\n      ![](media:tap)\n",
                    "assessments: [{id: test, title: Test, purpose: summative, items: [t-dry]}]\n",
                    "items:\n  - id: t-dry\n    type: true-false\n    prompt: Dry hands pass on fewer germs than wet hands.\n",
                    "    assesses: [1.1]\n    answer: true\n"
                ),
            ),
            ($path, $picture),
            $($more,)*
        ]
    };
}

/// A unit with an assessment of one item that allows so many attempts, for the examples.
macro_rules! unit_asking {
    ($attempts:literal) => {
        concat!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n",
            "lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n",
            "items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n",
            "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry], attempts: ",
            $attempts,
            "}\n"
        )
    };
}

/// A unit with eleven outcomes and an item about some of them, for the examples.
macro_rules! unit_about {
    ($assesses:literal) => {
        concat!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n",
            "  - {id: LO1, statement: say fact 1, criteria: [{id: 1.1, statement: say fact 1}]}\n  - {id: LO2, statement: say fact 2, criteria: [{id: 2.1, statement: say fact 2}]}\n  - {id: LO3, statement: say fact 3, criteria: [{id: 3.1, statement: say fact 3}]}\n  - {id: LO4, statement: say fact 4, criteria: [{id: 4.1, statement: say fact 4}]}\n  - {id: LO5, statement: say fact 5, criteria: [{id: 5.1, statement: say fact 5}]}\n  - {id: LO6, statement: say fact 6, criteria: [{id: 6.1, statement: say fact 6}]}\n  - {id: LO7, statement: say fact 7, criteria: [{id: 7.1, statement: say fact 7}]}\n  - {id: LO8, statement: say fact 8, criteria: [{id: 8.1, statement: say fact 8}]}\n  - {id: LO9, statement: say fact 9, criteria: [{id: 9.1, statement: say fact 9}]}\n  - {id: LO10, statement: say fact 10, criteria: [{id: 10.1, statement: say fact 10}]}\n  - {id: LO11, statement: say fact 11, criteria: [{id: 11.1, statement: say fact 11}]}\n",
            "lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1, LO2, 2.1, LO3, 3.1, LO4, 4.1, LO5, 5.1, LO6, 6.1, LO7, 7.1, LO8, 8.1, LO9, 9.1, LO10, 10.1, LO11, 11.1], body: Before you touch food.}\n",
            "items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: ",
            $assesses,
            "}\n  - {id: rest, type: true-false, prompt: Wet hands are safer., answer: false, assesses: [1.1, 2.1, 3.1, 4.1, 5.1, 6.1]}\n  - {id: last, type: true-false, prompt: Cold hands are safer., answer: false, assesses: [7.1, 8.1, 9.1, 10.1, 11.1]}\n",
            "assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, rest, last]}\n"
        )
    };
}

pub(super) mod blocked_file;
pub(super) mod broken_address;
pub(super) mod broken_picture;
pub(super) mod clashing_names;
pub(super) mod code_in_file;
pub(super) mod empty_file;
pub(super) mod large_file;
pub(super) mod large_package;
pub(super) mod large_picture;
pub(super) mod left_out_objectives;
pub(super) mod long_title;
pub(super) mod many_objectives;
pub(super) mod many_records;
pub(super) mod no_iri;
pub(super) mod not_for_the_web;
pub(super) mod only_first_launched;
pub(super) mod package_too_large;
pub(super) mod picture_reaches_out;
pub(super) mod secret;
pub(super) mod target_not_taken;
pub(super) mod unsafe_name;
pub(super) mod unwritable_character;
pub(super) mod wrong_kind_of_file;

use crate::diag::Lint;

/// The kinds of mistakes about packages, by code.
pub static RULES: &[&Lint] = &[
    &unsafe_name::LINT,
    &clashing_names::LINT,
    &empty_file::LINT,
    &unwritable_character::LINT,
    &secret::LINT,
    &code_in_file::LINT,
    &broken_address::LINT,
    &package_too_large::LINT,
    &wrong_kind_of_file::LINT,
    &blocked_file::LINT,
    &picture_reaches_out::LINT,
    &broken_picture::LINT,
    &no_iri::LINT,
    &large_picture::LINT,
    &not_for_the_web::LINT,
    &long_title::LINT,
    &large_file::LINT,
    &large_package::LINT,
    &left_out_objectives::LINT,
    &target_not_taken::LINT,
    &only_first_launched::LINT,
    &many_records::LINT,
    &many_objectives::LINT,
];
