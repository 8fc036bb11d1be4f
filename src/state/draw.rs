//! The orders that a seed draws. `docs/runtime-contract.md` section 3.

use std::collections::BTreeSet;

use super::SheetLayout;
use crate::model::Seed;

/// What FNV-1a begins with.
pub(super) const FNV_START: u32 = 0x811C_9DC5;

/// FNV-1a, 32 bits.
#[must_use]
pub fn fnv(text: &str) -> u32 {
    fnv_from(FNV_START, text)
}

/// Goes on with the hash `from` over `text`.
pub(super) fn fnv_from(from: u32, text: &str) -> u32 {
    text.bytes().fold(from, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The seed of an attempt at the sheet called `sheet`. `learner` is the learner's id, or the session's own random number
/// in decimal where nobody knows it. With `unseen_first` each attempt goes on in one order where the one before it stopped.
#[must_use]
pub fn seed(kind: Seed, unseen_first: bool, learner: &str, sheet: &str, attempt: u32) -> u32 {
    if unseen_first {
        let walk = if kind == Seed::Fixed { 0 } else { fnv(&format!("{learner}/{sheet}")) };
        return walk & !255 | attempt.wrapping_sub(1) & 255;
    }
    match kind {
        Seed::Fixed => 0,
        Seed::Learner => fnv(&format!("{learner}/{sheet}")),
        Seed::Attempt => fnv(&format!("{learner}/{sheet}/{attempt}")),
    }
}

/// The items of a paper of `sheet`, in the author's order. Of every draw it has those from one place on in the order that the upper
/// 24 bits of the seed give; the place is that of the paper whose number the lower 8 bits are.
#[must_use]
pub fn paper(sheet: &SheetLayout, seed: Option<u32>) -> Vec<u32> {
    let SheetLayout(_, items, draws) = sheet;
    let seed = seed.unwrap_or_default();
    let mut left: BTreeSet<u32> = draws.iter().flat_map(|(_, pool)| pool).copied().collect();
    for (takes, pool) in draws.iter().filter(|(_, pool)| !pool.is_empty()) {
        let order = self::items(seed >> 8, pool);
        let (first, takes) = ((seed & 255) as usize * *takes as usize, *takes as usize);
        let taken: BTreeSet<u32> = (first..first + takes).map(|at| order[at % order.len()]).collect();
        left.retain(|item| !taken.contains(item));
    }
    items.iter().copied().filter(|item| !left.contains(item)).collect()
}

/// The items of a paper in drawn order.
#[must_use]
pub fn items(seed: u32, slots: &[u32]) -> Vec<u32> {
    let mut order = slots.to_vec();
    order.sort_by_key(|slot| fnv(&format!("{slot}/{seed}")));
    order
}

/// The parts of `item` in drawn order, `last` at the end.
#[must_use]
pub fn parts(seed: u32, item: u32, slots: &[u32], last: Option<u32>) -> Vec<u32> {
    let mut order = slots.to_vec();
    order.sort_by_key(|slot| (Some(*slot) == last, fnv(&format!("{item}/{slot}/{seed}"))));
    order
}
