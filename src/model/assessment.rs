//! An assessment.

use crate::content::Line;
use crate::diag::Span;
use crate::syntax::{Feedback as AssessmentFeedback, Purpose, ReportScore, Seed};
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
