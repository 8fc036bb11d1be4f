//! The units of a course, in teaching order and by id.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::Unit;
use crate::value::Id;

/// The units of a course: a list in teaching order in which one is found by its id.
#[derive(Debug)]
pub struct Units {
    list: Vec<Unit>,
    /// Where in the list the first unit with that id stands.
    places: BTreeMap<Id, usize>,
}

impl Units {
    /// The unit called `id`, the first of them where an author gave two units one id.
    #[must_use]
    pub fn called(&self, id: &Id) -> Option<&Unit> {
        self.places.get(id).map(|place| &self.list[*place])
    }
}

impl From<Vec<Unit>> for Units {
    fn from(list: Vec<Unit>) -> Self {
        let mut places = BTreeMap::new();
        for (place, unit) in list.iter().enumerate() {
            places.entry(unit.id.clone()).or_insert(place);
        }
        Self { list, places }
    }
}

impl Deref for Units {
    type Target = [Unit];

    fn deref(&self) -> &[Unit] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Units {
    type Item = &'a Unit;
    type IntoIter = std::slice::Iter<'a, Unit>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
