//! The number of an item in the data and the state of a launchable: its own items go by their slots, those of banks and of other units
//! by the slots that led to them at their first release. So no two have one number, and a number lasts as long as its item.

use super::file::Lock;

/// The highest slot, release and number of a shape that is believed.
pub(super) const MOST: u32 = 9_999;

/// What the slot of a home is multiplied with, counted from one: more than any slot.
const HOME: u32 = MOST + 1;

/// The largest number of an item.
pub(super) const LARGEST: u32 = (MOST + 1) * HOME + MOST;

impl Lock {
    /// The number of the item at `path` for what has the path `home`.
    #[must_use]
    pub fn item_number(&self, home: &str, path: &str) -> u32 {
        let own = path.rsplit_once('/').is_some_and(|(above, _)| above == home);
        if own {
            return self.thing(path).map_or(0, |thing| thing.slot);
        }
        match self.slot_path(path).as_slice() {
            [first, slot] if self.thing(home).is_none_or(|home| home.slot != *first) => (first + 1) * HOME + slot,
            // It came from here: it keeps its number.
            [_, slot] => *slot,
            _ => 0,
        }
    }
}

/// The slots that led to the item of that number at its first release, for an item that is not the launchable's own.
pub(super) fn slots_of(number: u32) -> Option<[u32; 2]> {
    (number / HOME).checked_sub(1).map(|home| [home, number % HOME])
}
