//! What the LMS keeps of a learner in a unit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::faults::Commits;

/// More calls than these are not remembered; the oldest go first.
const CALLS: usize = 5_000;

/// A unit in a package, and a learner: what one standard stores, another cannot read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Key {
    /// The course's id.
    pub course: String,
    /// The unit's public id.
    pub unit: String,
    /// The learner's id; absent: that of the launch options.
    #[serde(default)]
    pub learner: String,
    /// The target of the package; absent: SCORM 1.2.
    #[serde(default = "usual")]
    pub target: String,
}

fn usual() -> String {
    "scorm12".to_owned()
}

/// A learner's record.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Record {
    /// The data model as it was kept last, element by element.
    pub model: Option<BTreeMap<String, String>>,
    /// Whether the last session that kept anything came to its end.
    pub finished: bool,
    /// How often it was launched; the number of the present session.
    pub sessions: u64,
    /// Calls of all sessions.
    pub calls: Vec<Call>,
}

/// A call of the content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Call {
    /// The session, from 1.
    #[serde(default)]
    pub session: u64,
    /// Its number in the session, from 0.
    pub n: u64,
    /// The function's name.
    pub name: String,
    /// What it was given.
    pub args: Vec<Value>,
    /// What it answered.
    pub answer: String,
    /// The last error after it.
    pub error: String,
}

/// What the page of a session sends.
#[derive(Debug, Deserialize)]
pub(super) struct Report {
    /// `commit`, `finish`, or `calls` where only calls are told.
    pub event: String,
    /// The data model.
    #[serde(default)]
    pub model: BTreeMap<String, String>,
    /// Calls since the last report.
    #[serde(default)]
    pub calls: Vec<Call>,
}

/// What a commit, and the end of a session, answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Answer {
    /// `true` or `false`.
    pub answer: &'static str,
    /// The last error.
    pub error: &'static str,
}

impl Record {
    /// Begins another session and gives its number.
    pub(super) fn launch(&mut self) -> u64 {
        self.sessions += 1;
        self.sessions
    }

    /// Takes what session number `session` sends. A session that is not the present one keeps nothing.
    pub(super) fn take(&mut self, session: u64, report: Report, commits: Commits) -> Answer {
        let calls = report.calls.into_iter().map(|call| Call { session, ..call });
        self.calls.extend(calls);
        self.calls.sort_by_key(|call| (call.session, call.n));
        let surplus = self.calls.len().saturating_sub(CALLS);
        self.calls.drain(..surplus);
        if report.event == "calls" {
            return Answer { answer: "true", error: "0" };
        }
        match commits {
            Commits::Ok if session == self.sessions => {
                self.finished = report.event == "finish";
                self.model = Some(report.model);
                Answer { answer: "true", error: "0" }
            }
            Commits::Ok | Commits::False => Answer { answer: "false", error: "101" },
            Commits::Lies => Answer { answer: "true", error: "101" },
        }
    }
}
