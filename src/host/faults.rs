//! What goes wrong on purpose.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// No delay is longer, in milliseconds.
pub(super) const LONGEST_DELAY: u64 = 60_000;

/// The faults that are on. Those of the API and the launch hold from the next launch, those of commits and of the LRS at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own on the panel")]
pub struct Faults {
    /// Milliseconds after the content's load until the API is there.
    pub api_delay: u64,
    /// No API at all.
    pub no_api: bool,
    /// What becomes of commits, and of the end of a session.
    pub commit: Commits,
    /// Milliseconds that a commit takes.
    pub commit_delay: u64,
    /// What the content sends while its page is left never arrives: the LMS has only synchronous requests, which browsers end there.
    pub lose_unload: bool,
    /// The content comes from another origin, so that every look at its parent is refused.
    pub cross_origin: bool,
    /// `cmi.core.lesson_mode`, `cmi.mode`, is the empty string.
    pub empty_mode: bool,
    /// The characters of `cmi.suspend_data` that are still there at the next launch.
    pub cut_suspend_data: Option<u32>,
    /// Only the mandatory elements are there; the others answer 401, in SCORM 2004 those that some LMSs lack 402.
    pub mandatory_only: bool,
    /// `review` or `browse`, whatever the launch says.
    pub mode: Option<String>,
    /// For no credit, whatever the launch says.
    pub no_credit: bool,
    /// What becomes of statements.
    pub lrs: LrsState,
}

/// What becomes of commits, and of the end of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Commits {
    /// They keep what they are given.
    #[default]
    Ok,
    /// They answer "false" with error 101 and keep nothing.
    False,
    /// They answer "true", but the last error is 101, and keep nothing.
    Lies,
}

/// What becomes of requests to the LRS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LrsState {
    /// They are answered.
    #[default]
    Up,
    /// They are answered with 503.
    Down,
    /// The connection is closed without an answer.
    Refused,
}

impl Faults {
    /// These faults with `change` laid over them.
    ///
    /// # Errors
    /// A sentence, where `change` names no fault or a value that it cannot have.
    pub fn with(&self, change: &Value) -> Result<Self, String> {
        let changed: Self = super::launch::overlay(self, change)?;
        match changed.mode.as_deref() {
            None | Some("review" | "browse") => Ok(changed),
            Some(_) => Err("`mode` is `review`, `browse` or null".to_owned()),
        }
    }
}
