//! A unit: what one SCO teaches and assesses.

use std::collections::BTreeMap;

use super::{Assessment, Lesson, Lists, MarkingPoint, Media, Outcome};
use crate::content::{Blocks, Line};
use crate::diag::Span;
use crate::item::Item;
use crate::value::Id;

/// A unit.
#[derive(Debug)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// Number, UAN, level, credit, GLH: what is known, as `number`, `uan`, ... to its text, in the order of the language.
    pub identity: Vec<(&'static str, String)>,
    /// What it is about.
    pub synopsis: Option<Blocks>,
    /// Its learning outcomes.
    pub outcomes: Vec<Outcome>,
    /// What assessors look for.
    pub marking_points: Vec<MarkingPoint>,
    /// Its own lists.
    pub lists: Lists,
    /// For each list by its YAML name the ids of the qualification's entries that it inherits, in their order.
    pub inherited: BTreeMap<&'static str, Vec<Id>>,
    /// Skills it builds.
    pub key_skills: Vec<KeySkill>,
    /// Its media.
    pub media: Vec<Media>,
    /// Its lessons, in teaching order.
    pub lessons: Vec<Lesson>,
    /// Its assessments.
    pub assessments: Vec<Assessment>,
    /// Its items.
    pub items: Vec<Item>,
}

/// A skill that a unit builds.
#[derive(Debug)]
pub struct KeySkill {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The skill.
    pub text: Line,
}

impl Unit {
    /// The item called `id`.
    #[must_use]
    pub fn item(&self, id: &Id) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }
}
