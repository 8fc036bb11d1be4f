//! The files of a course as they are written: YAML, nothing resolved.
//!
//! In: trees of `yaml`. Out: [`Course`], [`Unit`] and [`Bank`]. Fails with every mistake of form in a file at once.

mod assessment;
mod bank;
mod case_study;
mod course;
mod files;
mod list;
mod media;
mod outcome;
mod qualification;
mod setting;
mod share;
mod unit;

pub use assessment::{
    Assessment, Attempts, Blueprint, Count, Counts, Draw, Entry, Extend, Feedback, Purpose, ReportScore, Retry, Seed, TimeLimit,
};
pub use bank::Bank;
pub use case_study::{CaseStudy, Ending, Scene, SceneChoice};
pub use course::{Course, Level, LevelWithReason, Levels, Lms, Meta, Move, Navigation, QualificationRef, Structure, TargetRef};
pub use files::{Files, parse};
pub use list::{Faq, Guidance, KeyConcept, KeyTerm, LISTS, Lists, Misconception, Mistake, Prerequisite};
pub use media::{Captions, Media};
pub use outcome::{Criterion, Evidence, MarkingPoint, Outcome, OutcomeKind, Stem};
pub use qualification::{AssessmentModel, Qualification, QualificationKind, Size};
pub use setting::{
    AfterCompletion, AssessmentsRule, CompleteWhen, Coverage, CoverageLevel, LrsSource, OnNewContent, Pages, Profile, Tracking, Xapi,
};
pub use share::Share;
pub use unit::{Head, Identity, Inherit, InheritRule, KeySkill, Lesson, Unit};

use crate::yaml::{Cx, Kind, Plain, Record, resolve, rules};

/// The version of the language that is read.
const LANGUAGE: &str = "1";

/// Reads `coursec: 1` where it is written.
fn language(record: &Record<'_>, needed: bool, cx: &mut Cx) {
    let Some(node) = record.node("coursec") else {
        if needed {
            record.required::<u32>("coursec", cx);
        }
        return;
    };
    match &node.kind {
        Kind::Scalar(text, _) if resolve(&text.text) == Plain::Number(LANGUAGE) => {}
        Kind::Scalar(text, _) => {
            cx.push(rules::malformed(&text.text, text.span, "this version of coursec reads version 1 of the language: `coursec: 1`"));
        }
        _ => cx.expected("`1`", node),
    }
}

/// An enum of words, with its place in YAML.
macro_rules! words {
    ($(#[$outer:meta])* pub enum $name:ident { $( $(#[$inner:meta])* $variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[$inner])* $variant, )* }

        impl $name {
            /// Its word in YAML.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::yaml::Cx) -> Option<Self> {
                $crate::yaml::word(node, &[$( ($word, Self::$variant) ),*], cx)
            }
        }
    };
}
use words;
