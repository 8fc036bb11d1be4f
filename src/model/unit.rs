//! A unit: what one SCO teaches and assesses.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assessment, CaseStudy, Lesson, Lists, MarkingPoint, Media, Outcome, Purpose};
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
    /// Units that have to be done before it opens, with the places where they are named.
    pub opens_after: Vec<(Id, Span)>,
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
    /// Its case studies.
    pub case_studies: Vec<CaseStudy>,
    /// Its assessments.
    pub assessments: Vec<Assessment>,
    /// Its items.
    pub items: Vec<Item>,
    /// Its items that could not be read.
    pub unread: Vec<Unread>,
    /// Keys of its file whose values could not be read whole, or lead nowhere: nothing is said of what is not there.
    pub lost: BTreeSet<&'static str>,
}

/// An item that could not be read, which has been said.
#[derive(Debug)]
pub struct Unread {
    /// Its id.
    pub id: Id,
    /// Outcomes and criteria that it assesses, as far as they are known.
    pub assesses: Vec<Id>,
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
    /// A unit that holds nothing but an assessment of the whole course, and has its name.
    #[must_use]
    pub fn of_assessment(assessment: Assessment) -> Self {
        Self {
            id: assessment.id.clone(),
            span: assessment.span,
            title: assessment.title.clone(),
            identity: Vec::new(),
            opens_after: Vec::new(),
            synopsis: None,
            outcomes: Vec::new(),
            marking_points: Vec::new(),
            lists: Lists::default(),
            inherited: BTreeMap::new(),
            key_skills: Vec::new(),
            media: Vec::new(),
            lessons: Vec::new(),
            case_studies: Vec::new(),
            assessments: vec![assessment],
            items: Vec::new(),
            unread: Vec::new(),
            lost: BTreeSet::new(),
        }
    }

    /// What the item called `id` assesses, whether or not the rest of it could be read.
    #[must_use]
    pub fn assessed_by(&self, id: &Id) -> &[Id] {
        let read = self.items.iter().find(|item| item.id == *id).map(|item| &item.assesses);
        let unread = || self.unread.iter().find(|item| item.id == *id).map(|item| &item.assesses);
        read.or_else(unread).map_or(&[], Vec::as_slice)
    }

    /// Whether it can be passed: an assessment decides that.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.assessments.iter().any(|assessment| assessment.purpose == Purpose::Summative)
    }

    /// The item called `id`.
    #[must_use]
    pub fn item(&self, id: &Id) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }
}
