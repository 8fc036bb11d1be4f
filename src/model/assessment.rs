//! An assessment.

use crate::content::Line;
use crate::diag::Span;
use crate::value::{Id, Thousandths};

/// A list of items that is answered as one.
#[derive(Debug)]
pub struct Assessment {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// What it is for.
    pub purpose: Purpose,
    /// Ids of its items, all of this unit, in the author's order.
    pub items: Vec<Id>,
    /// Whether items are shown in a drawn order.
    pub shuffle_items: bool,
    /// Whether options are shown in a drawn order.
    pub shuffle_options: bool,
    /// What a drawn order depends on.
    pub seed: Seed,
    /// How many attempts there are; `None`: as many as one likes.
    pub attempts: Option<u32>,
    /// The share of points that passes.
    pub pass_mark: Thousandths,
    /// When feedback is shown.
    pub feedback: AssessmentFeedback,
    /// Which attempt counts.
    pub report_score: ReportScore,
    /// Whether it counts to the unit's score: summative ones do, others where `counts: {score: true}` says so.
    pub counts: bool,
}

/// What an assessment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To find out where to begin.
    Diagnostic,
    /// To learn by.
    Formative,
    /// To be judged by.
    Summative,
}

/// What a drawn order depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Nothing: it is the same for all.
    Fixed,
    /// The learner.
    Learner,
    /// The learner and the attempt.
    Attempt,
}

/// When feedback is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentFeedback {
    /// After each answer.
    AfterEach,
    /// When the attempt has been submitted.
    AfterSubmit,
    /// When no attempt is left, or it is passed.
    AfterLastAttempt,
    /// Never: only the score.
    Never,
}

/// Which attempt counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportScore {
    /// The best.
    Best,
    /// The last.
    Last,
    /// The first.
    First,
}
