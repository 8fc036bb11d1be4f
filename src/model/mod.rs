//! The course as the field speaks of it: qualification, unit, outcome, criterion, lesson, assessment, item.
//!
//! In: `syntax`, every reference resolved by `lower`. Out: [`Course`], in which nothing dangles. Fails with all mistakes at once.

mod assessment;
mod course;
mod entry;
mod index;
mod lesson;
mod lower;
mod outcome;
mod qualification;
pub mod rules;
mod scope;
mod texts;
mod unit;

pub use crate::syntax::{
    AfterCompletion, AssessmentsRule, CoverageLevel, Feedback as AssessmentFeedback, Level, OnNewContent, OutcomeKind, Purpose,
    ReportScore, Seed, Stem,
};
pub use assessment::Assessment;
pub use course::{CompleteWhen, Course, Coverage, LintLevel, LrsSource, Media, Meta, Move, TargetName, Tracking, Xapi};
pub use entry::{Faq, Guidance, KeyConcept, KeyTerm, Lists, Misconception, Mistake, Prerequisite};
pub use index::{Defined, Index, Use};
pub use lesson::Lesson;
pub use lower::lower;
pub use outcome::{Criterion, Evidence, MarkingPoint, Outcome};
pub use qualification::{Qualification, Size};
pub use unit::{KeySkill, Unit};
