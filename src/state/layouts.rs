//! The layouts that a build of a unit knows, from the lock.

use super::{Layout, Layouts, SheetLayout, StoredShape};
use crate::lock::{Lock, Snapshot};
use crate::model::{Course, Unit};

/// The key of a unit's state: course and unit by their public ids.
#[must_use]
pub fn scope(course: &Course, unit: &Unit, lock: &Lock) -> String {
    format!("{}/{}", lock.course_id(course), lock.public_id(unit.id.as_str()))
}

/// This build's layout of `unit`, then each release's that differs. `pages` are the slots of its pages in order.
#[must_use]
pub fn layouts(course: &Course, unit: &Unit, lock: &Lock, pages: Vec<u32>) -> Layouts {
    let scope = scope(course, unit, lock);
    let mut known = vec![layout(&scope, lock.present(course, unit))];
    for past in lock.past(unit) {
        let layout = layout(&scope, past);
        if known.iter().all(|known| known.hash != layout.hash) {
            known.push(layout);
        }
    }
    Layouts { release: lock.building(), pages, known }
}

fn layout(scope: &str, snapshot: Snapshot) -> Layout {
    let sheets = snapshot.sheets.into_iter().map(|(slot, _, items, draws)| SheetLayout(slot, items, draws)).collect();
    let stored = |shapes: Vec<_>| shapes.into_iter().map(StoredShape).collect();
    let items = snapshot.items.into_iter().map(|(slot, meaning, shapes)| (slot, meaning, stored(shapes))).collect();
    Layout::new(scope, snapshot.release, snapshot.pages, sheets, items)
}
