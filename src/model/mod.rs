//! The course as the field speaks of it: qualification, unit, outcome, criterion, lesson, case study, assessment, item, bank.
//!
//! In: `syntax`, every reference resolved by `lower`. Out: [`Course`], in which nothing dangles. Fails with all mistakes at once.

mod assessment;
mod bank;
mod best_way;
mod case_study;
mod course;
mod cover;
mod entry;
mod index;
mod lesson;
mod lower;
mod outcome;
mod paper;
mod plan;
mod qualification;
mod renamed;
pub mod rules;
mod scope;
mod texts;
mod unit;
mod units;

pub use crate::syntax::{
    AfterCompletion, AssessmentsRule, Count, CoverageLevel, Ending, Extend, Feedback as AssessmentFeedback, Level, LrsSource, Navigation,
    OnNewContent, OutcomeKind, Profile, Purpose, ReportScore, Retry, Seed, Stem, Structure,
};
pub use assessment::{Assessment, Draw, Entry, Home, ItemPath, OwnItem, Quota, Taught, TimeLimit};
pub use bank::{Bank, BankItem};
pub use case_study::{CaseStudy, Onward, Scene, SceneChoice};
pub use course::{CompleteWhen, Course, Coverage, LintLevel, Media, Meta, Move, Setting, TargetName, Tracking, Xapi};
pub use entry::{Faq, Guidance, KeyConcept, KeyTerm, Lists, Misconception, Mistake, Prerequisite};
pub use index::{Defined, Index, Use};
pub use lesson::Lesson;
pub use lower::lower;
pub use outcome::{Criterion, Evidence, MarkingPoint, Outcome};
pub use paper::{ItemAt, Paper, Pool};
pub use plan::Stratum;
pub use qualification::{Qualification, Size};
pub use unit::{KeySkill, Unit, Unread};
pub use units::Units;
