//! An assessment.

use crate::content::Line;
use crate::diag::Span;
use crate::syntax::{Count, Extend, Feedback as AssessmentFeedback, Purpose, ReportScore, Retry, Seed};
use crate::value::{Duration, Id, Thousandths};

/// A list of items that is answered as one: of a unit, or of the whole course.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in YAML")]
pub struct Assessment {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// What it is for.
    pub purpose: Purpose,
    /// What its paper is made of, in the author's order.
    pub entries: Vec<Entry>,
    /// How many items of a paper assess each criterion, at least.
    pub blueprint: Vec<Quota>,
    /// Whether items are shown in a drawn order.
    pub shuffle_items: bool,
    /// Whether options are shown in a drawn order.
    pub shuffle_options: bool,
    /// What a drawn order depends on.
    pub seed: Seed,
    /// Where it says that a new attempt draws what the learner has not had before.
    pub unseen_first: Option<Span>,
    /// How many attempts there are; `None`: as many as one likes.
    pub attempts: Option<u32>,
    /// What a new attempt asks.
    pub retry: Retry,
    /// The share of points that passes.
    pub pass_mark: Thousandths,
    /// How long an attempt may take.
    pub time_limit: Option<TimeLimit>,
    /// When feedback is shown.
    pub feedback: AssessmentFeedback,
    /// Which attempt counts.
    pub report_score: ReportScore,
    /// Whether it counts to the score: summative ones do, others where `counts: {score: true}` says so.
    pub counts: bool,
    /// Whether every entry could be read and resolved: else nothing is said of what is not there.
    pub whole: bool,
}

impl Assessment {
    /// The items of its own unit that every paper has, in the author's order.
    pub fn items(&self) -> impl Iterator<Item = &Id> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Own(item) => Some(&item.id),
            Entry::Of(_) | Entry::Draw(_) => None,
        })
    }

    /// The draws.
    pub fn draws(&self) -> impl Iterator<Item = &Draw> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Draw(draw) => Some(draw),
            Entry::Own(_) | Entry::Of(_) => None,
        })
    }
}

/// What a paper is made of.
#[derive(Debug)]
pub enum Entry {
    /// An item of the unit that the assessment belongs to.
    Own(OwnItem),
    /// An item of a bank or of another unit.
    Of(ItemPath),
    /// Items that are drawn.
    Draw(Draw),
}

/// An item of the assessment's own unit.
#[derive(Clone, Debug)]
pub struct OwnItem {
    /// Its id.
    pub id: Id,
    /// Where the assessment names it.
    pub span: Span,
}

/// An item by its full path.
#[derive(Clone, Debug)]
pub struct ItemPath {
    /// Whose it is.
    pub home: Home,
    /// Its id there.
    pub id: Id,
    /// Where it is named.
    pub span: Span,
}

/// What an item belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// A unit.
    Unit(Id),
    /// A bank.
    Bank(Id),
}

/// Items that are drawn from a bank.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Where to point at it.
    pub span: Span,
    /// The bank.
    pub bank: Id,
    /// Outcomes and criteria of which an item assesses one at least; none: any item will do.
    pub assessing: Vec<Taught>,
    /// Tags that an item has, all of them.
    pub tags: Vec<String>,
    /// How many.
    pub count: Count,
    /// Where that is written.
    pub count_span: Span,
}

/// An outcome or a criterion of some unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taught {
    /// The unit.
    pub unit: Id,
    /// The outcome or criterion.
    pub id: Id,
}

/// How many items of a paper assess a criterion, at least.
#[derive(Clone, Debug)]
pub struct Quota {
    /// The criterion.
    pub criterion: Taught,
    /// Where it is written.
    pub span: Span,
    /// How many.
    pub least: u32,
}

/// How long an attempt may take.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    /// Where it is written.
    pub span: Span,
    /// How long.
    pub limit: Duration,
    /// Who may have longer, if said.
    pub extend: Option<Extend>,
}

impl TimeLimit {
    /// Whether learners may give themselves more: where nothing is said, they may. WCAG 2.2, 2.2.1.
    #[must_use]
    pub fn may_be_extended(&self) -> bool {
        self.extend != Some(Extend::Essential)
    }
}
