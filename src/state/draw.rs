//! The orders that a seed draws. `docs/runtime-contract.md` section 3.

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
/// in decimal where nobody knows it.
#[must_use]
pub fn seed(kind: Seed, learner: &str, sheet: &str, attempt: u32) -> u32 {
    match kind {
        Seed::Fixed => 0,
        Seed::Learner => fnv(&format!("{learner}/{sheet}")),
        Seed::Attempt => fnv(&format!("{learner}/{sheet}/{attempt}")),
    }
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
