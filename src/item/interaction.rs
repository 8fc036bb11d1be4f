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
