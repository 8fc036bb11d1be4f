//! What is kept of a learner between two visits, as `docs/runtime-contract.md` section 3 has it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A learner's state of one launchable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The slot of the page the learner stands at.
    pub page: u32,
    /// Slots of the pages that were read.
    pub read: BTreeSet<u32>,
    /// The session's own random number, where one was needed.
    pub seed: Option<u32>,
    /// Grows with each save.
    pub counter: u32,
    /// Whether all was done.
    pub completion: Completion,
    /// Whether it was passed.
    pub success: Success,
    /// By slot what became of each sheet that was touched.
    pub sheets: BTreeMap<u32, SheetState>,
}

/// Whether a launchable is complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Completion {
    /// Not yet.
    #[default]
    Incomplete,
    /// It is.
    Completed,
}

/// Whether a launchable is passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Success {
    /// Nothing decided it, or nothing can.
    #[default]
    Unknown,
    /// It is.
    Passed,
    /// It is not, and cannot be any more.
    Failed,
}

/// What became of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetState {
    /// How many attempts were submitted.
    pub attempts: u32,
    /// Whether one of them passed.
    pub passed: bool,
    /// The best of them.
    pub best: Option<Mark>,
    /// The last of them.
    pub last: Option<Mark>,
    /// The first of them.
    pub first: Option<Mark>,
    /// The paper of the attempt that is open, or was the last.
    pub paper: Option<Paper>,
    /// By slot the items of the paper that were answered or tried.
    pub answers: BTreeMap<u32, Answer>,
}

/// What an attempt was worth, in thousandths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The points reached.
    pub points: u32,
    /// The points that could be reached.
    pub max: u32,
}

/// What an attempt asks: the items of a layout's sheet, less what has since gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The hash of the layout that it was drawn from.
    pub layout: u32,
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// What its order is drawn by, where it is drawn.
    pub seed: Option<u32>,
    /// Whether it was handed in.
    pub submitted: bool,
    /// Where its time is limited, when that is over: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<u64>,
}

/// An answer, or what is left of one that is open again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// One value for each shape of the item; `None` where there is no answer.
    pub response: Option<Vec<Given>>,
    /// Whether it was checked, and is closed.
    pub checked: bool,
    /// How often it was checked.
    pub tries: u32,
}

/// One value of a response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// One of several.
    Number(u32),
    /// What was typed.
    Text(String),
    /// A set, an order, or for each place a number or none.
    List(Vec<Option<u32>>),
}
