//! An assessment as written.

use super::{Share, words};
use crate::content::Line;
use crate::yaml::{Cx, Decode, Kind, Named, Node, Plain, record, resolve, rules};

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

/// An item of an assessment, as written.
#[derive(Clone, Debug, Default)]
pub struct ItemRef(pub Named);

impl Decode for ItemRef {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if matches!(node.kind, Kind::Map(_)) {
            cx.push(rules::not_yet_word(node.mark(), "draws from item banks"));
            return None;
        }
        let named = Named::decode(node, cx)?;
        if named.value.starts_with("bank:") {
            cx.push(rules::not_yet_word(named.span, "items of banks"));
            return None;
        }
        Some(Self(named))
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
        pub purpose: Option<Purpose> = required,
        /// Its items.
        pub items: Vec<ItemRef> = required,
        /// What a drawn order depends on.
        pub seed: Seed = optional,
        /// What is drawn.
        pub shuffle: Shuffle = default,
        /// How many attempts there are.
        pub attempts: Attempts = optional,
        /// The share of points that passes.
        pub pass_mark: Share = optional,
        /// When feedback is shown.
        pub feedback: Feedback = optional,
        /// Which attempt counts.
        pub report_score: ReportScore = optional,
        /// What it counts to.
        pub counts: Counts = default,
    }
    later {
        "blueprint" => "blueprints",
        "unseen_first" => "draws of unseen items first",
        "time_limit" => "time limits",
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
