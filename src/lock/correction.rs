//! Whether a corrected item is still the question that it was.
//!
//! In: an item whose key a release corrects, and the shapes of the answers that were given. Out: whether these can be marked with the new key. Cannot fail.

use super::{Kind, Lock};
use crate::item::{Item, Shape};

/// Whether answers to the item at `path` that have the shapes `old` mean in its present shapes what they meant: so that they can be marked with another key.
pub(super) fn still_read(lock: &Lock, path: &str, item: &Item, old: &[Shape]) -> bool {
    let shapes = item.body.shapes(&lock.parts(path));
    // Options are told by their slots, which last; what is told by its place among all parts lasts while they are the same.
    let by_slot =
        |(old, new): (&Shape, &Shape)| matches!((old, new), (Shape::OneOf(_), Shape::OneOf(_)) | (Shape::Subset(_), Shape::Subset(_)));
    let parts: Vec<String> = item.body.parts().iter().map(|part| format!("{path}/{part}")).collect();
    let stays = |part: &String| lock.thing(part).is_some_and(|thing| thing.is_released() && !thing.is_gone());
    let same_parts = || {
        let gone =
            lock.inside(path).any(|(at, thing)| thing.kind == Kind::Part && stays(&at.to_string()) && !parts.contains(&at.to_string()));
        parts.iter().all(stays) && !gone
    };
    old.len() == shapes.len() && (old.iter().zip(&shapes).all(by_slot) || old == shapes.as_slice() && same_parts())
}
