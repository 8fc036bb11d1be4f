//! The orders that a seed draws. `docs/runtime-contract.md` section 3.

use crate::model::Seed;

/// FNV-1a, 32 bits.
#[must_use]
pub fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Mixes a seed with the slot of an item and that of one of its parts: murmur3's finalizer.
#[must_use]
pub fn mix(seed: u32, item: u32, part: Option<u32>) -> u32 {
    let spread = |slot: u32, factor: u32| slot.wrapping_add(1).wrapping_mul(factor);
    let mut hash = seed ^ spread(item, 0x9E37_79B1) ^ part.map_or(0, |part| spread(part, 0x85EB_CA6B));
    hash = (hash ^ hash >> 16).wrapping_mul(0x85EB_CA6B);
    hash = (hash ^ hash >> 13).wrapping_mul(0xC2B2_AE35);
    hash ^ hash >> 16
}

/// The seed of an attempt at the sheet called `sheet`. `learner` is the learner's id, or the session's own random number
/// in decimal where nobody knows it.
#[must_use]
pub fn seed(kind: Seed, learner: &str, sheet: &str, attempt: u32) -> u32 {
    let of_learner = fnv(&format!("{learner}/{sheet}"));
    match kind {
        Seed::Fixed => 0,
        Seed::Learner => of_learner,
        Seed::Attempt => mix(of_learner, attempt, None),
    }
}

/// The items of a paper in drawn order.
#[must_use]
pub fn items(seed: u32, slots: &[u32]) -> Vec<u32> {
    let mut order = slots.to_vec();
    order.sort_by_key(|slot| (mix(seed, *slot, None), *slot));
    order
}

/// The parts of `item` in drawn order, `last` at the end.
#[must_use]
pub fn parts(seed: u32, item: u32, slots: &[u32], last: Option<u32>) -> Vec<u32> {
    let mut order = slots.to_vec();
    order.sort_by_key(|slot| (Some(*slot) == last, mix(seed, item, Some(*slot)), *slot));
    order
}
