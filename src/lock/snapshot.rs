//! What a frame depends on, of this build and of every release, from the lock's data alone.

use super::census;
use super::file::Lock;
use super::thing::{Facts, Thing};
use super::{SheetPurpose, release};
use crate::item::{Item, Shape};
use crate::model::Unit;

/// The pages, sheets and items of a unit in one build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The number of the release, 0 for a build that is none.
    pub release: u32,
    /// One more than the highest slot of a page.
    pub pages: u32,
    /// Slot, purpose and slots of the items of each sheet: by purpose, then slot.
    pub sheets: Vec<(u32, SheetPurpose, Vec<u32>)>,
    /// Slot, meaning and shapes of each item, by slot.
    pub items: Vec<(u32, u32, Vec<Shape>)>,
}

impl Lock {
    /// How often the item at `path` became another question, from 1.
    #[must_use]
    pub fn meaning(&self, path: &str, item: &Item) -> u32 {
        match release::item_facts(self, path, item) {
            Facts::Item { meaning, .. } => meaning,
            _ => 1,
        }
    }

    /// The unit as this build has it.
    #[must_use]
    pub fn present(&self, unit: &Unit) -> Snapshot {
        let counted = census::of(unit);
        let things = counted.iter().filter_map(|counted| self.thing(&counted.path).map(|thing| (thing, release::facts(counted, self))));
        snapshot(self.building, things)
    }

    /// The unit as each release had it that had it, by number.
    #[must_use]
    pub fn past(&self, unit: &Unit) -> Vec<Snapshot> {
        let of_release = |ordinal: &u32| {
            let in_it = |thing: &&Thing| thing.was_in(*ordinal);
            self.thing(unit.id.as_str()).filter(in_it)?;
            let things = self.inside(unit.id.as_str()).map(|(_, thing)| thing).filter(in_it);
            Some(snapshot(*ordinal, things.map(|thing| (thing, thing.facts_at(*ordinal).cloned()))))
        };
        self.releases.keys().filter_map(of_release).collect()
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

fn snapshot<'a>(release: u32, things: impl Iterator<Item = (&'a Thing, Option<Facts>)>) -> Snapshot {
    let mut snapshot = Snapshot { release, pages: 0, sheets: Vec::new(), items: Vec::new() };
    for (thing, facts) in things {
        if let Some(page) = thing.page_slot() {
            snapshot.pages = snapshot.pages.max(page + 1);
        }
        match facts {
            Some(Facts::Sheet { purpose, items, .. }) => snapshot.sheets.push((thing.slot, purpose, items)),
            Some(Facts::Item { meaning, shapes, .. }) => snapshot.items.push((thing.slot, meaning, shapes)),
            _ => {}
        }
    }
    snapshot.sheets.sort_by_key(|(slot, purpose, _)| (*purpose, *slot));
    snapshot.items.sort_by_key(|(slot, ..)| *slot);
    snapshot
}
