//! Item types: what each is in YAML, how it is checked, marked, stored and reported, one file a type.
//!
//! In: a mapping of the spanned tree. Out: an [`Item`] whose [`Body`] answers for its type. Fails with located diagnostics.

mod belief;
mod body;
mod categorise;
mod choice;
mod decimal;
mod draft;
mod fill_in;
mod fold;
mod hotspot;
mod interaction;
mod likert;
mod long_fill_in;
mod mark;
mod matching;
mod numeric;
mod options;
mod pairs;
mod pattern;
mod performance;
pub mod rules;
mod sequencing;
mod shape;
mod step;
mod true_false;
mod unmarked;

use std::collections::BTreeSet;

use crate::content::{Blocks, Inline, Links};
use crate::diag::Span;
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

pub use belief::Belief;
pub use body::{Body, Parts};
pub use draft::{Draft, decode};
pub use interaction::{Component, Interaction, InteractionKind, token2004};
pub use shape::Shape;

/// Every type, sorted by name.
pub static ITEM_TYPES: &[&ItemType] = &[
    &categorise::TYPE,
    &choice::TYPE,
    &fill_in::TYPE,
    &hotspot::TYPE,
    &likert::TYPE,
    &long_fill_in::TYPE,
    &matching::TYPE,
    &numeric::TYPE,
    &performance::TYPE,
    &sequencing::TYPE,
    &true_false::TYPE,
];

/// A type of item, as data. One line in [`ITEM_TYPES`], one file here, one template `item/<name>.html`, one script
/// `items/<name>.js`, one set of vectors `tests/vectors/<name>.json`.
#[derive(Debug)]
pub struct ItemType {
    /// Its name in YAML, such as `true-false`.
    pub name: &'static str,
    /// The smallest item of the type, as YAML; a test builds it.
    pub example: &'static str,
    /// How a partly right answer counts unless the item says otherwise.
    pub marking: Marking,
    /// Whether `[[name]]` in its prompt is a blank.
    pub blanks: bool,
    /// Whether an answer is marked: an item of another type never counts to score or success, and has no points.
    pub marked: bool,
    /// Whether this version can show it: it has a template and a script. What is not built is read and checked all the same.
    pub built: bool,
    /// Reads what the type adds to an item. The prompt is there for types that have marks in it.
    pub decode: fn(&Record<'_>, &Blocks, &mut Cx) -> Option<Box<dyn Body>>,
}

/// A question.
#[derive(Debug)]
pub struct Item {
    /// Its id in the unit.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its type.
    pub kind: &'static ItemType,
    /// Where its type is written.
    pub kind_span: Span,
    /// The question, as written: what is shown is [`Item::prompt_html`].
    pub prompt: Blocks,
    /// Outcomes and criteria of the unit that it assesses, in the order written, resolved.
    pub assesses: Vec<Id>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// What a right answer is worth; nothing where its type is not marked.
    pub points: Thousandths,
    /// How a partly right answer counts.
    pub marking: Marking,
    /// A nudge, shown on demand.
    pub hint: Option<Inline>,
    /// What is said when it has been answered right.
    pub correct: Option<Inline>,
    /// What is said when it has been answered wrong.
    pub incorrect: Option<Inline>,
    /// What is said when it is partly right.
    pub partial: Option<Inline>,
    /// Raised by the author to ask the question again; 1 at first.
    pub revision: u32,
    /// Where it asks that stored answers are marked with the new key, never downwards; `None` where it does not.
    pub correction: Option<Span>,
    /// What its type adds.
    pub body: Box<dyn Body>,
}

impl Item {
    /// The question as its template shows it; a blank is `<span data-blank="SLOT"></span>`.
    #[must_use]
    pub fn prompt_html(&self, parts: &dyn Parts, links: &dyn Links) -> String {
        self.body.prompt_html(self.prompt.html(links), parts)
    }

    /// Every mark that an answer can get, in thousandths of a point.
    #[must_use]
    pub fn marks(&self) -> BTreeSet<u32> {
        let shares = match self.marking {
            Marking::AllOrNothing => 1,
            Marking::PerPart => self.body.shares(),
        };
        (0..=shares).map(|right| mark::share(self.points, right, shares).0).collect()
    }

    /// The question in plain words, for an LMS or LRS; a blank is `___`.
    #[must_use]
    pub fn prompt_plain(&self) -> String {
        self.prompt.plain()
    }
}

/// How a partly right answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// All points or none.
    AllOrNothing,
    /// A share for each part that is right.
    PerPart,
}

impl Marking {
    /// Its word in YAML and in the run-time's data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AllOrNothing => "all-or-nothing",
            Self::PerPart => "per-part",
        }
    }
}
