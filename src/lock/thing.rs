//! What the lock keeps of one thing.

use std::fmt;

use super::{Kind, SheetPurpose};
use crate::diag::Span;
use crate::item::Shape;

/// A tracked thing: its line in the lock, and the lines of its history.
#[derive(Clone, Debug)]
pub struct Thing {
    /// What it is.
    pub kind: Kind,
    /// Its number in its scope; for a sheet that among the sheets.
    pub slot: u32,
    /// For a sheet, the number of its page.
    pub page: Option<u32>,
    /// Once it was released: what it is known by.
    pub public: Option<Public>,
    /// What was so from which release on, ascending.
    pub history: Vec<Record>,
    /// Its line, where it has one already.
    pub(super) span: Option<Span>,
}

/// What a released thing is known by for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// The id it had at its first release.
    pub id: String,
    /// The slots that led to it at its first release: unit, then page, sheet or item, then part.
    pub at: Vec<u32>,
    /// The first release in which it had its present slot; `None` where that comes with the next.
    pub since: Option<u32>,
}

/// What became so with a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The number of the release.
    pub release: u32,
    /// What became so.
    pub facts: Facts,
}

/// How many are drawn, and the numbers of the items that they are drawn from.
pub type Draws = (u32, Vec<u32>);

/// What a release keeps of a thing beside its slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    /// It is not there any more.
    Gone,
    /// It is there again.
    Here,
    /// It reads so.
    Text {
        /// Digest of its text.
        wording: String,
    },
    /// It is a sheet.
    Sheet {
        /// What it is for.
        purpose: SheetPurpose,
        /// Numbers of the items that can be on a paper, in the author's order.
        items: Vec<u32>,
        /// Of how many of them every paper has how many: strata that share no item. Every paper has those in none.
        draws: Vec<Draws>,
        /// Digest of its title.
        wording: String,
    },
    /// It is an item.
    Item {
        /// How often it became another question, from 1.
        meaning: u32,
        /// The author's `revision`.
        revision: u32,
        /// Digest of what makes it this question.
        structure: String,
        /// Digest of its texts.
        wording: String,
        /// The shapes of a response.
        shapes: Vec<Shape>,
    },
}

impl Facts {
    /// The digest of the text, where there is one.
    pub(super) fn wording(&self) -> Option<&str> {
        match self {
            Self::Text { wording } | Self::Sheet { wording, .. } | Self::Item { wording, .. } => Some(wording),
            Self::Gone | Self::Here => None,
        }
    }
}

impl Thing {
    /// A thing that has just got its slot.
    pub(super) fn new(kind: Kind, slot: u32, page: Option<u32>) -> Self {
        Self { kind, slot, page, public: None, history: Vec::new(), span: None }
    }

    /// Whether a release has recorded it.
    #[must_use]
    pub fn is_released(&self) -> bool {
        self.public.is_some()
    }

    /// The slot of its page, if it is one or stands on one.
    #[must_use]
    pub fn page_slot(&self) -> Option<u32> {
        match self.kind {
            Kind::Overview | Kind::Lesson | Kind::CaseStudy | Kind::Results => Some(self.slot),
            _ => self.page,
        }
    }

    /// The last facts that are known of it.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts> {
        self.facts_at(u32::MAX)
    }

    /// What was so with release `release`.
    #[must_use]
    pub fn facts_at(&self, release: u32) -> Option<&Facts> {
        self.history.iter().rev().find(|record| record.release <= release).map(|record| &record.facts)
    }

    /// Whether it was part of release `release` in its present slot.
    #[must_use]
    pub fn was_in(&self, release: u32) -> bool {
        let since = self.public.as_ref().and_then(|public| public.since);
        since.is_some_and(|since| since <= release) && self.facts_at(release) != Some(&Facts::Gone)
    }

    /// Whether a release has gone without it.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.facts() == Some(&Facts::Gone)
    }
}

impl fmt::Display for Thing {
    /// Writes its line, without the path.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.slot)?;
        if let Some(page) = self.page {
            write!(f, " page={page}")?;
        }
        if let Some(public) = &self.public {
            write!(f, " id={} at={}", public.id, join(&public.at, "."))?;
            if let Some(since) = public.since {
                write!(f, " since={since}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Facts {
    /// Writes them as they stand after the number of the release.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("gone"),
            Self::Here => f.write_str("here"),
            Self::Text { wording } => write!(f, "wording={wording}"),
            Self::Sheet { purpose, items, draws, wording } => {
                write!(f, "purpose={} items={} wording={wording}", purpose.name(), join(items, ","))?;
                let draws: Vec<String> = draws.iter().map(|(takes, items)| format!("{takes}:{}", join(items, ","))).collect();
                if draws.is_empty() { Ok(()) } else { write!(f, " draws={}", draws.join("+")) }
            }
            Self::Item { meaning, revision, structure, wording, shapes } => {
                write!(f, "meaning={meaning} revision={revision} structure={structure} wording={wording} shapes={}", join(shapes, "+"))
            }
        }
    }
}

/// The words of a list, with `between` them.
pub(super) fn join<T: fmt::Display>(list: &[T], between: &str) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}
