//! The nodes of the activity tree.

use super::{Objective, PlacedCase, Whole};
use crate::item::Interaction;
use crate::lock::Draws;
use crate::model::{ItemAt, Navigation};
use crate::value::{Id, Iri, Thousandths};

/// What is delivered of a course: an organization in SCORM, a course in cmi5.
#[derive(Debug)]
pub struct Delivery {
    /// The course's activity.
    pub iri: Option<Iri>,
    /// Manifest identifier of the course, an NCName made of its public id.
    pub identifier: String,
    /// The course's title, plain.
    pub title: String,
    /// One for each unit, in teaching order, then one for each assessment of the course.
    pub launchables: Vec<Launchable>,
    /// The one SCO that holds all of them, in a course that is one SCO; `None` where each is a SCO of its own.
    pub whole: Option<Whole>,
    /// How learners go through the pages of a launchable, and, by what each opens after, through the launchables.
    pub navigation: Navigation,
    /// The release this is: its number from 1, or 0 for a build that is none.
    pub release: u32,
}

/// What is launched: an AU; a SCO, where each unit is one; else a document of the one SCO.
#[derive(Debug)]
pub struct Launchable {
    /// Place in `Course::launched`: of its unit, or of the course's assessment that it is.
    pub unit: usize,
    /// Its slot in the course.
    pub slot: u32,
    /// Its public id.
    pub public_id: String,
    /// NCName for manifests, made of the public id and the slot path of its first release; stands after a prefix such as `ITEM-`.
    pub identifier: String,
    /// Path of its document in a package, such as `units/online-customer-services.html`.
    pub file: String,
    /// Its activity.
    pub iri: Option<Iri>,
    /// Its title, plain.
    pub title: String,
    /// The outcomes of its unit, then those of other units that its assessments ask about.
    pub objectives: Vec<Objective>,
    /// Its pages in order: overview, lessons, assessments, practice if there is any, results if something counts.
    pub pages: Vec<Page>,
    /// Its assessments, and its practice pool.
    pub sheets: Vec<Sheet>,
    /// Its case studies.
    pub cases: Vec<PlacedCase>,
    /// How its items report: its own in the order of `Unit::items`, then those of banks and of other units that its sheets can hold.
    pub interactions: Vec<PlacedInteraction>,
    /// The share of points that always means passed, for `adlcp:masteryscore`; `None` where there is no such share.
    pub mastery: Option<Thousandths>,
    /// The share of points that passes, and below which nobody passes; `None` where success depends on more than one share. For
    /// `imsss:minNormalizedMeasure`.
    pub passing: Option<Thousandths>,
    /// Places in [`Delivery::launchables`] of those that have to be complete before it opens, ascending: those that its unit names, and with
    /// linear navigation the one before it.
    pub opens_after: Vec<usize>,
    /// Its id as an objective that is satisfied once it is complete; `None` where none but the next one waits for it.
    pub done: Option<String>,
}

/// An item in the activity tree.
#[derive(Debug)]
pub struct PlacedInteraction {
    /// Whose it is, and its id there.
    pub at: ItemAt,
    /// Its number in the launchable: its slot, where it is its own.
    pub slot: u32,
    /// Its id in SCORM: `[A-Za-z][A-Za-z0-9_]*`, from public id, slot path and meaning.
    pub id: String,
    /// Its activity, with `/r2` from its second meaning on.
    pub iri: Option<Iri>,
    /// How often its meaning has changed, from 1.
    pub meaning: u32,
    /// How it reports.
    pub report: Interaction,
}

/// A page: an address and a slot.
#[derive(Debug)]
pub struct Page {
    /// Its slot in the unit.
    pub slot: u32,
    /// What it is.
    pub kind: PageKind,
    /// What it shows: a lesson's, assessment's or case study's id; `overview`, `practice` or `results`.
    pub id: String,
    /// Its address behind `#`, such as `/diagnose-the-need`: the public id, so that bookmarks last.
    pub address: String,
    /// Its activity.
    pub iri: Option<Iri>,
}

/// Kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The unit's first page.
    Overview,
    /// A lesson.
    Lesson,
    /// An assessment.
    Assessment,
    /// A case study.
    Case,
    /// Items that are in no assessment.
    Practice,
    /// What came of the assessments.
    Results,
}

/// Items that are answered together: an assessment, the practice pool, or those that texts show.
#[derive(Debug)]
pub struct Sheet {
    /// Its slot in the unit; the practice pool has one too.
    pub slot: u32,
    /// Its assessment; `None` is the practice pool, or what texts show.
    pub assessment: Option<Id>,
    /// The slot of its page; `None`: its items stand in texts.
    pub page: Option<u32>,
    /// Its activity.
    pub iri: Option<Iri>,
    /// Numbers of the items that its papers can hold, in the author's order.
    pub items: Vec<u32>,
    /// How many are drawn from which of them: every paper has those in none.
    pub draws: Vec<Draws>,
}

impl Sheet {
    /// How many items a paper has.
    #[must_use]
    pub fn asks(&self) -> usize {
        let (takes, pools) = self.draws.iter().fold((0, 0), |(takes, pools), (take, pool)| (takes + *take as usize, pools + pool.len()));
        (self.items.len() + takes).saturating_sub(pools)
    }

    /// The most that a paper can have of what `each` says of its items.
    #[must_use]
    pub fn most(&self, each: impl Fn(u32) -> u64) -> u64 {
        let drawn = |item: &u32| self.draws.iter().any(|(_, pool)| pool.contains(item));
        let always: u64 = self.items.iter().filter(|item| !drawn(item)).map(|item| each(*item)).sum();
        let of_draw = |(takes, pool): &Draws| -> u64 {
            let mut all: Vec<u64> = pool.iter().map(|item| each(*item)).collect();
            all.sort_unstable_by_key(|one| std::cmp::Reverse(*one));
            all.into_iter().take(*takes as usize).sum()
        };
        always + self.draws.iter().map(of_draw).sum::<u64>()
    }
}
