//! How an item reports: `cmi.interactions.n` and the interaction activity of xAPI.

use std::collections::BTreeMap;

/// The types of interaction. SCORM 1.2 RTE 3.4.7, xAPI 1.0.3 Data 2.4.4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InteractionKind {
    /// One or several of a list.
    Choice,
    /// Typed text.
    FillIn,
    /// One step of a scale, none of them right.
    Likert,
    /// A text of some length, which SCORM 1.2 knows as [`FillIn`](Self::FillIn).
    LongFillIn,
    /// Pairs.
    Matching,
    /// A number.
    Numeric,
    /// Steps that are done.
    Performance,
    /// Steps in an order.
    Sequencing,
    /// True or false.
    TrueFalse,
}

impl InteractionKind {
    /// The word of xAPI and SCORM 2004.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::FillIn => "fill-in",
            Self::Likert => "likert",
            Self::LongFillIn => "long-fill-in",
            Self::Matching => "matching",
            Self::Numeric => "numeric",
            Self::Performance => "performance",
            Self::Sequencing => "sequencing",
            Self::TrueFalse => "true-false",
        }
    }

    /// The word of SCORM 1.2, which has no long texts. RTE 3.4.7, cmi.interactions.n.type.
    #[must_use]
    pub fn scorm12(self) -> &'static str {
        match self {
            Self::LongFillIn => Self::FillIn.name(),
            _ => self.name(),
        }
    }
}

/// The ends of a number in SCORM 2004 where its author gave none: some LMSs take no open range, nor more than five digits.
const FARTHEST: &str = "99999";

impl Interaction {
    /// For each slot of a part its token in a response of SCORM 2004: letters, digits and `_`, as some LMSs take no more. RTE 4.1.1.6,
    /// `short_identifier_type`. The slot keeps ids apart that are alike without their hyphens.
    #[must_use]
    pub fn tokens2004(&self) -> BTreeMap<u32, String> {
        let token = |slot: u32, id: &str| if self.kind == InteractionKind::TrueFalse { id.to_owned() } else { token2004(id, slot) };
        self.tokens.iter().map(|(slot, (_, id))| (*slot, token(*slot, id))).collect()
    }

    /// Right responses in SCORM 2004's form, any one of which is right; empty where they are not known here. RTE 4.2.9.
    #[must_use]
    pub(super) fn scorm2004(&self) -> Vec<String> {
        let tokens: BTreeMap<&str, String> =
            self.tokens2004().into_iter().filter_map(|(slot, token)| Some((self.tokens.get(&slot)?.1.as_str(), token))).collect();
        let named = |id: &str| tokens.get(id).cloned().unwrap_or_default();
        let paired = |pair: &str| pair.split("[.]").map(named).collect::<Vec<_>>().join("[.]");
        let told = |pattern: &String| match self.kind {
            InteractionKind::TrueFalse => Some(pattern.clone()),
            InteractionKind::Choice | InteractionKind::Sequencing | InteractionKind::Matching => {
                Some(pattern.split("[,]").map(paired).collect::<Vec<_>>().join("[,]"))
            }
            // A range is closed at both ends.
            InteractionKind::Numeric => {
                let (min, max) = pattern.split_once("[:]").unwrap_or((pattern, pattern));
                // An end that is farther than what some LMSs take is closed behind it all the same: no range may be crossed.
                let far = |other: &str| match other.trim_start_matches('-').split('.').next().map_or(0, str::len) {
                    digits if digits < FARTHEST.len() || (digits == FARTHEST.len() && !other.contains(FARTHEST)) => FARTHEST.to_owned(),
                    digits => "9".repeat(digits + 1),
                };
                let end =
                    |end: &str, sign: &str, other: &str| if end.is_empty() { format!("{sign}{}", far(other)) } else { end.to_owned() };
                Some(format!("{}[:]{}", end(min, "-", max), end(max, "", min)))
            }
            InteractionKind::FillIn | InteractionKind::Likert | InteractionKind::LongFillIn | InteractionKind::Performance => None,
        };
        self.xapi.iter().flatten().filter_map(told).collect()
    }
}

/// The token of the part called `id` at `slot`.
#[must_use]
pub fn token2004(id: &str, slot: u32) -> String {
    let plain: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("{plain}_{slot}")
}

/// A component of an interaction: an option, a step, a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its id in xAPI.
    pub id: String,
    /// Its plain text.
    pub description: String,
}

/// How an item reports.
#[derive(Clone, Debug)]
pub struct Interaction {
    /// The type.
    pub kind: InteractionKind,
    /// Right responses in SCORM 1.2's form, any one of which is right; empty where 1.2 cannot say it.
    pub scorm12: Vec<String>,
    /// `correctResponsesPattern` of xAPI; `None` where the item has no right answer or its key cannot be told exactly.
    pub xapi: Option<Vec<String>>,
    /// The lists of components by their names in xAPI: `choices`, `scale`, `source`, `target`, `steps`.
    pub components: BTreeMap<&'static str, Vec<Component>>,
    /// For each slot of a part its token in a response: SCORM 1.2's one character, xAPI's component id.
    pub tokens: BTreeMap<u32, (char, String)>,
}
