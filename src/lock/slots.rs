//! New slots: the next number of a series in its scope.

use std::collections::BTreeMap;

use super::census::Counted;
use super::file::{COURSE, Lock};
use super::kind::Series;
use super::thing::Thing;

/// For each scope and series the slot that comes next.
#[derive(Debug, Default)]
pub(super) struct Next {
    next: BTreeMap<(String, Series), u32>,
}

impl Next {
    /// What comes after all that `lock` has, retired things too.
    pub(super) fn after(lock: &Lock) -> Self {
        let mut next = Self::default();
        for (path, thing) in lock.things.iter() {
            next.taken(path, thing.kind.series(), thing.slot);
            if let Some(page) = thing.page {
                next.taken(path, Series::Pages, page);
            }
        }
        next
    }

    /// A new thing with slots of its own.
    pub(super) fn thing(&mut self, counted: &Counted<'_>) -> Thing {
        let slot = self.take(&counted.path, counted.kind.series());
        let page = counted.kind.has_page().then(|| self.take(&counted.path, Series::Pages));
        Thing::new(counted.kind, slot, page)
    }

    /// The next slot of `series` where `path` is.
    pub(super) fn take(&mut self, path: &str, series: Series) -> u32 {
        let next = self.next.entry((scope(path, series).to_owned(), series)).or_default();
        *next += 1;
        *next - 1
    }

    fn taken(&mut self, path: &str, series: Series, slot: u32) {
        let next = self.next.entry((scope(path, series).to_owned(), series)).or_default();
        *next = (*next).max(slot + 1);
    }
}

/// What the things of `series` are numbered in, for one at `path`: what holds it; for scenes the unit.
pub(super) fn scope(path: &str, series: Series) -> &str {
    let cut = if series == Series::Scenes { path.split_once('/') } else { path.rsplit_once('/') };
    match cut {
        Some((scope, _)) => scope,
        None if path == COURSE => "",
        None => COURSE,
    }
}
