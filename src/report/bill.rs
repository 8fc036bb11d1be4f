//! What the state of a unit's learners takes at most.

use serde::Serialize;

use crate::activity::Launchable;
use crate::lock::Lock;
use crate::model::Course;
use crate::state;
use crate::target;

/// The largest state of a launchable, in characters.
#[derive(Debug, Serialize)]
pub struct Bill {
    /// All of it.
    pub total: u64,
    /// What does not depend on answers: header, pages, scores.
    pub standing: u64,
    /// What the answers to each item take, the dearest first.
    pub items: Vec<ItemBill>,
    /// The room in each target of the course.
    pub room: Vec<Room>,
}

/// What the answers to an item take.
#[derive(Debug, Serialize)]
pub struct ItemBill {
    /// Its id.
    pub id: String,
    /// Characters.
    pub characters: u64,
}

/// The room that a target has.
#[derive(Debug, Serialize)]
pub struct Room {
    /// Its name.
    pub target: &'static str,
    /// The characters that it keeps; `None`: as many as one likes.
    pub limit: Option<u32>,
    /// Whether the largest state has room.
    pub fits: bool,
}

pub(super) fn bill(course: &Course, launchable: &Launchable, lock: &Lock) -> Bill {
    let bound = state::bound(course, launchable, lock);
    let mut items: Vec<ItemBill> =
        bound.items.iter().map(|(id, characters)| ItemBill { id: id.to_string(), characters: *characters }).collect();
    // A stable sort: equal ones stay in the order of the unit.
    items.sort_by_key(|item| std::cmp::Reverse(item.characters));
    let targets = course.targets.iter().filter_map(|(name, _)| target::named(name));
    let room = targets.map(|target| {
        let limit = course.lms.value.limits(target).state;
        Room { target: target.name, limit, fits: limit.is_none_or(|limit| bound.total <= u64::from(limit)) }
    });
    Bill { total: bound.total, standing: bound.standing, items, room: room.collect() }
}
