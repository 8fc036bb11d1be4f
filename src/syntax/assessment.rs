//! An assessment as written.

use super::{Share, words};
use crate::content::Line;
use crate::diag::Span;
use crate::value::Duration;
use crate::yaml::{self, Cx, Decode, Kind, Named, Node, Plain, Spanned, record, resolve};

words! {
    /// What an assessment is for.
    pub enum Purpose {
        /// To find out where to begin.
        Diagnostic = "diagnostic",
        /// To learn by.
        Formative = "formative",
        /// To be judged by.
        Summative = "summative",
    }
}

words! {
    /// What a drawn order depends on.
    pub enum Seed {
        /// Nothing.
        Fixed = "fixed",
        /// The learner.
        Learner = "learner",
        /// The learner and the attempt.
        Attempt = "attempt",
    }
}

words! {
    /// When feedback is shown.
    pub enum Feedback {
        /// After each answer.
        AfterEach = "after-each",
        /// When the attempt has been submitted.
        AfterSubmit = "after-submit",
        /// When no attempt is left.
        AfterLastAttempt = "after-last-attempt",
        /// Never.
        Never = "never",
    }
}

words! {
    /// Which attempt counts.
    pub enum ReportScore {
        /// The best.
        Best = "best",
        /// The last.
        Last = "last",
        /// The first.
        First = "first",
    }
}

words! {
    /// What a new attempt asks.
    pub enum Retry {
        /// A paper of its own.
        All = "all",
        /// What was not right in the attempt before; the rest is kept.
        Wrong = "wrong",
    }
}

/// How many attempts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempts {
    /// As many as one likes.
    Unlimited,
    /// So many, at least one.
    Limited(u32),
}

impl Decode for Attempts {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if let Kind::Scalar(text, _) = &node.kind {
            if text.text == "unlimited" {
                return Some(Self::Unlimited);
            }
            // A frame keeps the number of an attempt; nobody needs more than a thousand.
            if let Plain::Number(number) = resolve(&text.text)
                && let Some(number) = number.parse().ok().filter(|number| (1..=1000).contains(number))
            {
                return Some(Self::Limited(number));
            }
        }
        cx.expected("`unlimited`, or a number from 1 to 1000", node);
        None
    }
}

/// How many items are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    /// All that there are.
    #[default]
    All,
    /// So many, at least one.
    Some(u32),
}

impl Decode for Count {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if let Kind::Scalar(text, _) = &node.kind {
            if text.text == "all" {
                return Some(Self::All);
            }
            if let Plain::Number(number) = resolve(&text.text)
                && let Some(number) = number.parse().ok().filter(|number| (1..=1000).contains(number))
            {
                return Some(Self::Some(number));
            }
        }
        cx.expected("`all`, or a number from 1 to 1000", node);
        None
    }
}

record! {
    /// Items that are drawn from a bank.
    pub struct Draw as "a draw" {
        /// Where to point at it.
        pub mark: Span = mark,
        /// The id of the bank.
        pub bank: Named = required,
        /// Outcomes and criteria of which an item assesses one at least.
        pub assessing: Vec<Named> = default,
        /// Tags that an item has, all of them.
        pub tags: Vec<Named> = default,
        /// How many.
        pub draw: Option<Spanned<Count>> = needed,
    }
}

/// An entry of `items`, as written.
#[derive(Clone, Debug)]
pub enum Entry {
    /// An item, by its id or path.
    Item(Named),
    /// Items that are drawn.
    Draw(Draw),
}

impl Decode for Entry {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Draw::decode(node, cx).map(Self::Draw),
            Kind::Scalar(text, _) if !text.text.is_empty() => Named::decode(node, cx).map(Self::Item),
            _ => {
                cx.expected("the id of an item, or a draw such as `{bank: level-3, draw: 3}`", node);
                None
            }
        }
    }
}

/// How many items of a paper assess each criterion, at least.
#[derive(Clone, Debug, Default)]
pub struct Blueprint(pub Vec<(Named, u32)>);

impl Decode for Blueprint {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            cx.expected("criteria, each with a number of items, such as `{1.1: 2, 1.2: 1}`", node);
            return None;
        };
        let read = |entry: &yaml::Entry, cx: &mut Cx| {
            let name = Named { value: entry.key.text.clone(), span: entry.key.span };
            u32::decode(&entry.value, cx).map(|number| (name, number))
        };
        Some(Self(entries.iter().filter_map(|entry| read(entry, cx)).collect()))
    }
}

words! {
    /// Why a time limit may be made longer. WCAG 2.2, 2.2.1.
    pub enum Extend {
        /// The learner may, before it ends.
        Learner = "learner",
        /// Nobody may: the limit is part of what is assessed.
        Essential = "essential",
    }
}

record! {
    /// How long an attempt may take.
    pub struct TimeLimit as "a time limit" {
        /// Where to point at it.
        pub mark: Span = mark,
        /// How long.
        pub limit: Option<Spanned<Duration>> = needed,
        /// Who may have longer.
        pub extend: Extend = optional,
    }
}

record! {
    /// An assessment.
    pub struct Assessment as "an assessment" {
        /// Its id.
        pub id: Named = required,
        /// Its title.
        pub title: Line = required,
        /// What it is for.
        pub purpose: Option<Purpose> = needed,
        /// Its items.
        pub items: Vec<Entry> = required,
        /// What has to be on its paper.
        pub blueprint: Blueprint = default,
        /// What a drawn order depends on.
        pub seed: Seed = optional,
        /// Whether a new attempt draws what the learner has not had before.
        pub unseen_first: Spanned<bool> = optional,
        /// What is drawn.
        pub shuffle: Shuffle = default,
        /// How many attempts there are.
        pub attempts: Attempts = optional,
        /// What a new attempt asks.
        pub retry: Spanned<Retry> = optional,
        /// The share of points that passes.
        pub pass_mark: Share = optional,
        /// How long an attempt may take.
        pub time_limit: TimeLimit = optional,
        /// When feedback is shown.
        pub feedback: Spanned<Feedback> = optional,
        /// Which attempt counts.
        pub report_score: ReportScore = optional,
        /// What it counts to.
        pub counts: Counts = default,
    }
}

record! {
    /// What is shown in a drawn order.
    pub struct Shuffle as "`shuffle`" {
        /// The items.
        pub items: bool = default,
        /// The options of each.
        pub options: bool = default,
    }
}

record! {
    /// What an assessment counts to.
    pub struct Counts as "`counts`" {
        /// Whether it counts to the score.
        pub score: bool = optional,
    }
}
