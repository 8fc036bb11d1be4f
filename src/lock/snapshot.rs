//! What a frame depends on, of this build and of every release, from the lock's data alone.

use super::census::{self, Counted, Detail};
use super::file::Lock;
use super::number::slots_of;
use super::thing::{Draws, Facts, Thing};
use super::{Kind, SheetPurpose, correction, digest};
use crate::item::{Item, Shape};
use crate::model::{Course, Paper, Unit};

/// What the numbers of case studies begin with.
const CASES: u32 = 1_000_000_000;

/// The pages, sheets and items of a unit in one build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The number of the release, 0 for a build that is none.
    pub release: u32,
    /// One more than the highest slot of a page.
    pub pages: u32,
    /// Slot, purpose, and what its papers can hold, of each sheet: by purpose, then slot.
    pub sheets: Vec<(u32, SheetPurpose, Vec<u32>, Vec<Draws>)>,
    /// Number, meaning and shapes of each item, by number.
    pub items: Vec<(u32, u32, Vec<Shape>)>,
}

impl Snapshot {
    /// Adds an item of a bank or of another unit.
    fn borrow(&mut self, number: u32, kept: impl FnOnce() -> Option<Kept>) {
        if self.items.iter().any(|(known, ..)| *known == number) {
            return;
        }
        if let Some(Kept::Item { meaning, shapes }) = kept() {
            self.items.push((number, meaning, shapes));
        }
    }

    fn sort(&mut self) {
        self.sheets.sort_by_key(|(slot, purpose, ..)| (*purpose, *slot));
        self.items.sort_by_key(|(number, ..)| *number);
    }
}

/// What a frame depends on of one thing.
enum Kept {
    Sheet { purpose: SheetPurpose, items: Vec<u32>, draws: Vec<Draws> },
    Item { meaning: u32, shapes: Vec<Shape> },
}

impl Kept {
    /// Of a thing as it is now.
    fn now(thing: &Counted<'_>, lock: &Lock) -> Option<Self> {
        match &thing.detail {
            Detail::Nothing | Detail::Text(_) => None,
            Detail::Sheet(sheet) => {
                let (items, draws) = sheet.numbers(lock);
                Some(Self::Sheet { purpose: sheet.purpose(), items, draws })
            }
            Detail::Item(item) => Some(Self::item(&thing.path, item, lock)),
        }
    }

    fn item(path: &str, item: &Item, lock: &Lock) -> Self {
        Self::Item { meaning: lock.meaning(path, item), shapes: item.body.shapes(&lock.parts(path)) }
    }

    /// Of a thing as a release had it.
    fn then(facts: &Facts) -> Option<Self> {
        match facts {
            Facts::Sheet { purpose, items, draws, .. } => {
                Some(Self::Sheet { purpose: *purpose, items: items.clone(), draws: draws.clone() })
            }
            Facts::Item { meaning, shapes, .. } => Some(Self::Item { meaning: *meaning, shapes: shapes.clone() }),
            _ => None,
        }
    }
}

impl Lock {
    /// How often the item at `path` became another question, from 1.
    #[must_use]
    pub fn meaning(&self, path: &str, item: &Item) -> u32 {
        match self.last_facts(path) {
            Some(Facts::Item { meaning, revision, structure, shapes, .. }) => {
                let corrected = || item.correction.is_some() && correction::still_read(self, path, item, shapes);
                let other = || digest::structure(self, path, item) != *structure && !corrected();
                meaning + u32::from(item.revision > *revision || other())
            }
            _ => 1,
        }
    }

    /// The unit as this build has it.
    #[must_use]
    pub fn present(&self, course: &Course, unit: &Unit) -> Snapshot {
        let counted = census::of(course, unit);
        // Of these no frame depends on anything.
        let kept = counted.iter().filter(|counted| !matches!(counted.kind, Kind::Outcome | Kind::Criterion | Kind::Part));
        let things = kept.filter_map(|counted| self.thing(&counted.path).map(|thing| (thing, Kept::now(counted, self))));
        let mut snapshot = snapshot(self.building, things);
        let papers = unit.assessments.iter().filter_map(|assessment| Paper::of(course, Some(&unit.id), assessment));
        for at in papers.flat_map(|paper| paper.items()).chain(unit.shown_items()) {
            let path = census::item_path(&at);
            let number = self.item_number(unit.id.as_str(), &path);
            snapshot.borrow(number, || course.item(&at).map(|item| Kept::item(&path, item, self)));
        }
        snapshot.sort();
        snapshot
    }

    /// The unit as each release had it that had it, by number.
    #[must_use]
    pub fn past(&self, unit: &Unit) -> Vec<Snapshot> {
        let of_release = |ordinal: &u32| {
            let in_it = |thing: &&Thing| thing.was_in(*ordinal);
            self.thing(unit.id.as_str()).filter(in_it)?;
            let things = self.inside(unit.id.as_str()).map(|(_, thing)| thing).filter(in_it);
            let mut snapshot = snapshot(*ordinal, things.map(|thing| (thing, thing.facts_at(*ordinal).and_then(Kept::then))));
            let borrowed: Vec<u32> = snapshot.sheets.iter().flat_map(|(_, _, items, _)| items).copied().collect();
            for number in borrowed {
                snapshot.borrow(number, || slots_of(number).and_then(|at| self.item_at(at, *ordinal)).and_then(Kept::then));
            }
            snapshot.sort();
            Some(snapshot)
        };
        self.releases.keys().filter_map(of_release).collect()
    }

    /// What release `ordinal` had of the item that was first released at those slots.
    fn item_at(&self, at: [u32; 2], ordinal: u32) -> Option<&Facts> {
        let known = |thing: &&Thing| thing.kind == Kind::Item && thing.public.as_ref().is_some_and(|public| public.at == at);
        self.things.values().filter(known).find(|thing| thing.was_in(ordinal))?.facts_at(ordinal)
    }

    /// The last facts of the thing at `path`: of its old place, where it came from another unit since.
    pub(super) fn last_facts(&self, path: &str) -> Option<&Facts> {
        let thing = self.thing(path)?;
        let came = |thing: &&Thing| thing.public.as_ref().is_some_and(|public| public.since.is_none());
        let Some(public) = Some(thing).filter(came).and_then(|thing| thing.public.as_ref()) else { return thing.facts() };
        let known_as =
            |other: &&Thing| other.kind == thing.kind && other.public.as_ref().is_some_and(|of| of.at == public.at && of.since.is_some());
        self.things.values().find(known_as).and_then(Thing::facts)
    }
}

/// The number of the sheet and of the item that keep the way through the case study on page `page`: above every other.
#[must_use]
pub fn case_number(page: u32) -> u32 {
    CASES + page
}

fn snapshot<'a>(release: u32, things: impl Iterator<Item = (&'a Thing, Option<Kept>)>) -> Snapshot {
    let mut snapshot = Snapshot { release, pages: 0, sheets: Vec::new(), items: Vec::new() };
    for (thing, kept) in things {
        if let Some(page) = thing.page_slot() {
            snapshot.pages = snapshot.pages.max(page + 1);
        }
        if thing.kind == Kind::CaseStudy {
            let number = case_number(thing.slot);
            snapshot.sheets.push((number, SheetPurpose::Formative, vec![number], Vec::new()));
            snapshot.items.push((number, 1, vec![Shape::Path]));
        }
        match kept {
            Some(Kept::Sheet { purpose, items, draws }) => snapshot.sheets.push((thing.slot, purpose, items, draws)),
            Some(Kept::Item { meaning, shapes }) => snapshot.items.push((thing.slot, meaning, shapes)),
            None => {}
        }
    }
    snapshot
}
