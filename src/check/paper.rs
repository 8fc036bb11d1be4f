//! What can be on the paper of an assessment: the items that are always there, and those that a draw can take.

use std::collections::BTreeSet;

use crate::model::{Assessment, Count, Course, Draw, Entry, Home, Taught};
use crate::value::Id;

/// An item that can be on a paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    home: Home,
    id: Id,
}

/// A draw with what it can take.
#[derive(Debug)]
pub(super) struct Pool<'a> {
    /// The draw.
    pub(super) draw: &'a Draw,
    /// What it can take that is not on the paper anyway.
    pub(super) items: BTreeSet<Candidate>,
    /// How many it takes.
    pub(super) takes: usize,
}

/// What can be on a paper.
#[derive(Debug)]
pub(super) struct Paper<'a> {
    course: &'a Course,
    /// What every paper has.
    pub(super) fixed: BTreeSet<Candidate>,
    /// The draws.
    pub(super) pools: Vec<Pool<'a>>,
}

impl<'a> Paper<'a> {
    /// The paper of `assessment`, which belongs to `unit`, or to the course; `None` where a part of it could not be read.
    pub(super) fn of(course: &'a Course, unit: Option<&Id>, assessment: &'a Assessment) -> Option<Self> {
        let banks_read = assessment.draws().all(|draw| course.bank(&draw.bank).is_some_and(|bank| bank.whole));
        if !assessment.whole || !banks_read {
            return None;
        }
        let mut fixed = BTreeSet::new();
        for entry in &assessment.entries {
            match entry {
                Entry::Own(item) => fixed.extend(unit.map(|unit| Candidate { home: Home::Unit(unit.clone()), id: item.id.clone() })),
                Entry::Of(item) => {
                    fixed.insert(Candidate { home: item.home.clone(), id: item.id.clone() });
                }
                Entry::Draw(_) => {}
            }
        }
        let pool = |draw: &'a Draw| {
            let items: BTreeSet<Candidate> = fitting(course, draw).difference(&fixed).cloned().collect();
            let takes = match draw.count {
                Count::All => items.len(),
                Count::Some(number) => number as usize,
            };
            Pool { draw, items, takes }
        };
        let pools = assessment.draws().map(pool).collect();
        Some(Self { course, fixed, pools })
    }

    /// The most items that assess `criterion` on any paper.
    pub(super) fn most(&self, criterion: &Taught) -> usize {
        let covers = |item: &&Candidate| self.assesses(item, criterion);
        let wanted: Vec<BTreeSet<Candidate>> = self.pools.iter().map(|pool| pool.items.iter().filter(covers).cloned().collect()).collect();
        let sizes: Vec<usize> = self.pools.iter().map(|pool| pool.takes).collect();
        self.fixed.iter().filter(covers).count() + filled(&wanted, &sizes).iter().sum::<usize>()
    }

    /// How many items each draw gets, where as many as can be are drawn, each once.
    pub(super) fn drawn(&self) -> Vec<usize> {
        let items: Vec<BTreeSet<Candidate>> = self.pools.iter().map(|pool| pool.items.clone()).collect();
        filled(&items, &self.pools.iter().map(|pool| pool.takes).collect::<Vec<_>>())
    }

    /// Whether an item that can be on a paper assesses several of `criteria`.
    pub(super) fn has_shared(&self, criteria: &[&Taught]) -> bool {
        let several = |item: &Candidate| criteria.iter().filter(|criterion| self.assesses(item, criterion)).count() > 1;
        self.fixed.iter().chain(self.pools.iter().flat_map(|pool| &pool.items)).any(several)
    }

    fn assesses(&self, item: &Candidate, criterion: &Taught) -> bool {
        let meant: BTreeSet<Taught> = match &item.home {
            Home::Bank(bank) => {
                let item = self.course.bank(bank).and_then(|bank| bank.item(&item.id));
                item.iter().flat_map(|item| &item.assesses).flat_map(|taught| meant(self.course, taught)).collect()
            }
            Home::Unit(unit) => {
                let of = self.course.units.iter().find(|of| of.id == *unit);
                let ids = of.map_or(&[][..], |of| of.assessed_by(&item.id));
                ids.iter().flat_map(|id| meant(self.course, &Taught { unit: unit.clone(), id: id.clone() })).collect()
            }
        };
        meant.contains(criterion)
    }
}

/// The items of its bank that a draw can take.
fn fitting(course: &Course, draw: &Draw) -> BTreeSet<Candidate> {
    let wanted: BTreeSet<Taught> = draw.assessing.iter().flat_map(|taught| meant(course, taught)).collect();
    let items = course.bank(&draw.bank).into_iter().flat_map(|bank| &bank.items);
    let fits = items.filter(|item| {
        let tagged = draw.tags.iter().all(|tag| item.item.tags.contains(tag));
        let assesses = || item.assesses.iter().flat_map(|taught| meant(course, taught)).any(|taught| wanted.contains(&taught));
        tagged && (draw.assessing.is_empty() || assesses())
    });
    fits.map(|item| Candidate { home: Home::Bank(draw.bank.clone()), id: item.item.id.clone() }).collect()
}

/// What `taught` stands for: itself, and the criteria of an outcome.
fn meant(course: &Course, taught: &Taught) -> Vec<Taught> {
    let unit = course.units.iter().find(|unit| unit.id == taught.unit);
    let outcome = unit.and_then(|unit| unit.outcomes.iter().find(|outcome| outcome.id == taught.id));
    let criteria = outcome.into_iter().flat_map(|outcome| &outcome.criteria);
    let below = criteria.map(|criterion| Taught { unit: taught.unit.clone(), id: criterion.id.clone() });
    std::iter::once(taught.clone()).chain(below).collect()
}

/// How many of the items that each draw can take it gets, where an item goes to one draw and a draw takes no more than its size:
/// as many as can be in all (augmenting paths).
fn filled(pools: &[BTreeSet<Candidate>], sizes: &[usize]) -> Vec<usize> {
    let mut holders: std::collections::BTreeMap<&Candidate, usize> = std::collections::BTreeMap::new();
    let all: BTreeSet<&Candidate> = pools.iter().flatten().collect();
    for item in all {
        place(item, pools, sizes, &mut holders, &mut BTreeSet::new());
    }
    (0..pools.len()).map(|at| holders.values().filter(|holder| **holder == at).count()).collect()
}

/// Gives `item` to a draw, moving others along where that makes room.
fn place<'a>(
    item: &'a Candidate,
    pools: &'a [BTreeSet<Candidate>],
    sizes: &[usize],
    holders: &mut std::collections::BTreeMap<&'a Candidate, usize>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for (at, _) in pools.iter().enumerate().filter(|(_, pool)| pool.contains(item)) {
        if !tried.insert(at) {
            continue;
        }
        let held: Vec<&Candidate> = holders.iter().filter(|(_, holder)| **holder == at).map(|(held, _)| *held).collect();
        let room = held.len() < sizes[at] || held.into_iter().any(|other| place(other, pools, sizes, holders, tried));
        if room {
            holders.insert(item, at);
            return true;
        }
    }
    false
}
