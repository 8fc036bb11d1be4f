//! The course as the field speaks of it: qualification, unit, outcome, criterion, lesson, assessment, item.
//!
//! In: `syntax`, every reference resolved by `lower`. Out: [`Course`], in which nothing dangles. Fails with all mistakes at once.

mod assessment;
mod course;
mod entry;
mod lesson;
mod outcome;
mod qualification;
mod unit;

pub use assessment::{Assessment, AssessmentFeedback, Purpose, ReportScore, Seed};
pub use course::{
    AfterCompletion, AssessmentsRule, CompleteWhen, Course, LrsSource, Media, Meta, Move, OnNewContent, TargetName, Tracking, Xapi,
};
pub use entry::{Faq, Guidance, KeyConcept, KeyTerm, Lists, Misconception, Mistake, Prerequisite};
pub use lesson::Lesson;
pub use outcome::{Criterion, Evidence, MarkingPoint, Outcome, OutcomeKind, Stem};
pub use qualification::{Qualification, Size};
pub use unit::{KeySkill, Unit};
