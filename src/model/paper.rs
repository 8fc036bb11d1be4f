//! What can be on the paper of an assessment: the items that are always there, and those that a draw can take.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::plan::{self, Met, Stratum};
use super::{Assessment, Count, Course, Draw, Entry, Home, Taught};
use crate::item::Item;
use crate::value::Id;

/// Where an item is at home, and its id there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemAt {
    /// Whose it is.
    pub home: Home,
    /// Its id there.
    pub id: Id,
}

/// A draw with what it can take.
#[derive(Debug)]
pub struct Pool<'a> {
    /// The draw.
    pub draw: &'a Draw,
    /// What it can take that is not on the paper anyway, as the bank has it.
    pub items: Vec<ItemAt>,
    /// How many it takes.
    pub takes: usize,
}

/// What can be on a paper.
#[derive(Debug)]
pub struct Paper<'a> {
    course: &'a Course,
    assessment: &'a Assessment,
    /// What every paper has, in the author's order.
    pub fixed: Vec<ItemAt>,
    /// The draws.
    pub pools: Vec<Pool<'a>>,
    /// How they are made, and whether every paper can meet all of the blueprint; worked out once.
    plan: OnceLock<(Vec<Stratum>, Met)>,
    /// What each item that can be on it assesses, the criteria of outcomes among that; worked out once.
    assessed: OnceLock<BTreeMap<ItemAt, BTreeSet<Taught>>>,
}

impl Course {
    /// The item at `at`.
    #[must_use]
    pub fn item(&self, at: &ItemAt) -> Option<&Item> {
        match &at.home {
            Home::Unit(unit) => self.units.called(unit)?.item(&at.id),
            Home::Bank(bank) => self.bank(bank)?.item(&at.id).map(|item| &item.item),
        }
    }

    /// Outcomes and criteria that the item at `at` assesses, in the order written, whether or not the rest of it could be read.
    #[must_use]
    pub fn assessed_by(&self, at: &ItemAt) -> Vec<Taught> {
        match &at.home {
            Home::Bank(bank) => self.bank(bank).and_then(|bank| bank.item(&at.id)).map(|item| item.assesses.clone()).unwrap_or_default(),
            Home::Unit(unit) => {
                let of = self.units.called(unit);
                let ids = of.map_or(&[][..], |of| of.assessed_by(&at.id));
                ids.iter().map(|id| Taught { unit: unit.clone(), id: id.clone() }).collect()
            }
        }
    }

    /// What `taught` stands for: itself, and the criteria of an outcome.
    #[must_use]
    pub fn meant_by(&self, taught: &Taught) -> Vec<Taught> {
        let unit = self.units.called(&taught.unit);
        let outcome = unit.and_then(|unit| unit.outcomes.iter().find(|outcome| outcome.id == taught.id));
        let criteria = outcome.into_iter().flat_map(|outcome| &outcome.criteria);
        let below = criteria.map(|criterion| Taught { unit: taught.unit.clone(), id: criterion.id.clone() });
        std::iter::once(taught.clone()).chain(below).collect()
    }
}

impl<'a> Paper<'a> {
    /// The paper of `assessment`, which belongs to `unit`, or to the course; `None` where a part of it could not be read.
    pub fn of(course: &'a Course, unit: Option<&Id>, assessment: &'a Assessment) -> Option<Self> {
        let banks_read = assessment.draws().all(|draw| course.bank(&draw.bank).is_some_and(|bank| bank.whole));
        if !assessment.whole || !banks_read {
            return None;
        }
        let fixed: Vec<ItemAt> = assessment.entries.iter().filter_map(|entry| at(entry, unit)).collect();
        let pool = |draw: &'a Draw| {
            let items: Vec<ItemAt> = fitting(course, draw).filter(|item| !fixed.contains(item)).collect();
            let takes = match draw.count {
                Count::All => items.len(),
                Count::Some(number) => number as usize,
            };
            Pool { draw, items, takes }
        };
        let pools = assessment.draws().map(pool).collect();
        Some(Self { course, assessment, fixed, pools, plan: OnceLock::new(), assessed: OnceLock::new() })
    }

    /// What draws take, and how many: so that each item enters a paper once, and the blueprint is met by every paper.
    #[must_use]
    pub fn strata(&self) -> Vec<Stratum> {
        self.plan().0.clone()
    }

    /// Whether every paper can meet all of the blueprint.
    #[must_use]
    pub fn meets_blueprint(&self) -> bool {
        self.plan().1 == Met::Yes
    }

    /// Whether nobody knows if a paper can meet all of the blueprint: there are too many ways to try them all.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.plan().1 == Met::Unknown
    }

    fn plan(&self) -> &(Vec<Stratum>, Met) {
        self.plan.get_or_init(|| plan::strata(self))
    }

    /// Whether the blueprint asks for `criterion` and no paper meets it, which is said where it stands.
    #[must_use]
    pub fn falls_short_of(&self, criterion: &Taught) -> bool {
        self.blueprint().any(|(asked, _)| asked == criterion) && !self.meets_blueprint()
    }

    /// Every item that can be on a paper, in the author's order; what a draw takes from stands in its place.
    #[must_use]
    pub fn items(&self) -> Vec<ItemAt> {
        let strata = self.strata();
        let comes_up = |item: &&ItemAt| strata.iter().any(|stratum| stratum.items.contains(item));
        let mut fixed = self.fixed.iter();
        let mut pools = self.pools.iter();
        let mut items: Vec<ItemAt> = Vec::new();
        for entry in &self.assessment.entries {
            let more: &mut dyn Iterator<Item = &ItemAt> = match entry {
                Entry::Draw(_) => &mut pools.next().into_iter().flat_map(|pool| &pool.items).filter(comes_up),
                Entry::Own(_) | Entry::Of(_) => &mut fixed.next().into_iter(),
            };
            for item in more {
                if !items.contains(item) {
                    items.push(item.clone());
                }
            }
        }
        items
    }

    /// What the blueprint asks for: criteria, each with the least number of items.
    pub(super) fn blueprint(&self) -> impl Iterator<Item = (&Taught, usize)> {
        self.assessment.blueprint.iter().map(|quota| (&quota.criterion, quota.least as usize))
    }

    /// How many items on `criterion` every paper has.
    pub(super) fn always(&self, criterion: &Taught) -> usize {
        self.fixed.iter().filter(|item| self.assesses(item, criterion)).count()
    }

    /// The most items that assess `criterion` on any paper.
    pub fn most(&self, criterion: &Taught) -> usize {
        let covers = |item: &&ItemAt| self.assesses(item, criterion);
        let wanted: Vec<BTreeSet<ItemAt>> = self.pools.iter().map(|pool| pool.items.iter().filter(covers).cloned().collect()).collect();
        let sizes: Vec<usize> = self.pools.iter().map(|pool| pool.takes).collect();
        self.always(criterion) + filled(&wanted, &sizes).iter().sum::<usize>()
    }

    /// The least items that assess `criterion` on any paper.
    #[must_use]
    pub fn least(&self, criterion: &Taught) -> usize {
        let of_stratum = |stratum: &Stratum| {
            let others = stratum.items.iter().filter(|item| !self.assesses(item, criterion)).count();
            stratum.takes.saturating_sub(others)
        };
        self.always(criterion) + self.plan().0.iter().map(of_stratum).sum::<usize>()
    }

    /// How many items each draw gets, where as many as can be are drawn, each once.
    pub fn drawn(&self) -> Vec<usize> {
        let items: Vec<BTreeSet<ItemAt>> = self.pools.iter().map(|pool| pool.items.iter().cloned().collect()).collect();
        filled(&items, &self.pools.iter().map(|pool| pool.takes).collect::<Vec<_>>())
    }

    /// Whether an item that can be on a paper assesses several of `criteria`.
    pub fn has_shared(&self, criteria: &[&Taught]) -> bool {
        let several = |item: &ItemAt| criteria.iter().filter(|criterion| self.assesses(item, criterion)).count() > 1;
        self.fixed.iter().chain(self.pools.iter().flat_map(|pool| &pool.items)).any(several)
    }

    pub(super) fn assesses(&self, item: &ItemAt, criterion: &Taught) -> bool {
        self.assessed().get(item).is_some_and(|assessed| assessed.contains(criterion))
    }

    fn assessed(&self) -> &BTreeMap<ItemAt, BTreeSet<Taught>> {
        let meant = |item: &ItemAt| self.course.assessed_by(item).iter().flat_map(|taught| self.course.meant_by(taught)).collect();
        let all = || self.fixed.iter().chain(self.pools.iter().flat_map(|pool| &pool.items));
        self.assessed.get_or_init(|| all().map(|item| (item.clone(), meant(item))).collect())
    }
}

/// The item that `entry` of an assessment of `unit` names.
fn at(entry: &Entry, unit: Option<&Id>) -> Option<ItemAt> {
    match entry {
        Entry::Own(item) => Some(ItemAt { home: Home::Unit(unit?.clone()), id: item.id.clone() }),
        Entry::Of(item) => Some(ItemAt { home: item.home.clone(), id: item.id.clone() }),
        Entry::Draw(_) => None,
    }
}

/// The items of its bank that a draw can take, as the bank has them.
fn fitting<'a>(course: &'a Course, draw: &'a Draw) -> impl Iterator<Item = ItemAt> + 'a {
    let wanted: BTreeSet<Taught> = draw.assessing.iter().flat_map(|taught| course.meant_by(taught)).collect();
    let items = course.bank(&draw.bank).into_iter().flat_map(|bank| &bank.items);
    let fits = items.filter(move |item| {
        let tagged = draw.tags.iter().all(|tag| item.item.tags.contains(tag));
        let assesses = || item.assesses.iter().flat_map(|taught| course.meant_by(taught)).any(|taught| wanted.contains(&taught));
        tagged && (draw.assessing.is_empty() || assesses())
    });
    fits.map(|item| ItemAt { home: Home::Bank(draw.bank.clone()), id: item.item.id.clone() })
}

/// How many of the items that each draw can take it gets, where an item goes to one draw and a draw takes no more than its size:
/// as many as can be in all (augmenting paths).
fn filled(pools: &[BTreeSet<ItemAt>], sizes: &[usize]) -> Vec<usize> {
    let holders = holders(pools, sizes, &BTreeSet::new());
    (0..pools.len()).map(|at| holders.values().filter(|holder| **holder == at).count()).collect()
}

/// The draw that each of those items goes to; `first` before the others: an item that has a draw keeps one.
pub(super) fn holders<'a>(pools: &'a [BTreeSet<ItemAt>], sizes: &'a [usize], first: &BTreeSet<ItemAt>) -> BTreeMap<&'a ItemAt, usize> {
    let mut holders: BTreeMap<&ItemAt, usize> = BTreeMap::new();
    let all: BTreeSet<&ItemAt> = pools.iter().flatten().collect();
    let (before, after): (Vec<&ItemAt>, Vec<&ItemAt>) = all.into_iter().partition(|item| first.contains(*item));
    let most: usize = sizes.iter().sum();
    for item in before.into_iter().chain(after) {
        if holders.len() == most {
            break;
        }
        place(item, pools, sizes, &mut holders, &mut BTreeSet::new());
    }
    holders
}

/// Gives `item` to a draw, moving others along where that makes room.
fn place<'a>(
    item: &'a ItemAt,
    pools: &'a [BTreeSet<ItemAt>],
    sizes: &[usize],
    holders: &mut BTreeMap<&'a ItemAt, usize>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for (at, _) in pools.iter().enumerate().filter(|(_, pool)| pool.contains(item)) {
        if !tried.insert(at) {
            continue;
        }
        let held: Vec<&ItemAt> = holders.iter().filter(|(_, holder)| **holder == at).map(|(held, _)| *held).collect();
        let room = held.len() < sizes[at] || held.into_iter().any(|other| place(other, pools, sizes, holders, tried));
        if room {
            holders.insert(item, at);
            return true;
        }
    }
    false
}
