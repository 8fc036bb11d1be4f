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
];
