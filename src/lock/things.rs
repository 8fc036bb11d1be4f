//! Everything that has a slot, by path.

use std::cmp::Ordering;
use std::ops::Index;

use indexmap::IndexMap;

use super::thing::Thing;

/// Things in the order of the lock's file: what is in a thing stands right behind it. A path is found by its hash, for a build asks for
/// paths a million times.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    by_path: IndexMap<String, Thing>,
}

impl Things {
    pub(super) fn get(&self, path: &str) -> Option<&Thing> {
        self.by_path.get(path)
    }

    pub(super) fn get_mut(&mut self, path: &str) -> Option<&mut Thing> {
        self.by_path.get_mut(path)
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// Puts a thing where its path belongs; for one thing, or a few.
    pub(super) fn insert(&mut self, path: String, thing: Thing) {
        self.by_path.insert_sorted_by(path, thing, |a, _, b, _| order(a, b));
    }

    pub(super) fn remove(&mut self, path: &str) {
        self.by_path.shift_remove(path);
    }

    pub(super) fn retain(&mut self, mut stays: impl FnMut(&str, &Thing) -> bool) {
        self.by_path.retain(|path, thing| stays(path, thing));
    }

    pub(super) fn len(&self) -> usize {
        self.by_path.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Paths and things, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Thing)> {
        self.by_path.iter()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.by_path.keys()
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Thing> {
        self.by_path.values()
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Thing> {
        self.by_path.values_mut()
    }

    /// What stands directly or deeper in the thing at `path`, in order.
    pub(super) fn inside<'a>(&'a self, path: &str) -> impl Iterator<Item = (&'a str, &'a Thing)> + use<'a> {
        let is_in = |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let start = match self.by_path.get_index_of(path) {
            Some(place) => place + 1,
            None => self.by_path.partition_point(|other, _| order(other, path).is_lt()),
        };
        let rest = self.by_path.get_range(start..).into_iter().flatten();
        let number = rest.take_while(|(other, _)| is_in(other)).count();
        self.by_path.get_range(start..start + number).into_iter().flatten().map(|(path, thing)| (path.as_str(), thing))
    }
}

/// Many at once, the later of two with one path.
impl Extend<(String, Thing)> for Things {
    fn extend<I: IntoIterator<Item = (String, Thing)>>(&mut self, things: I) {
        self.by_path.extend(things);
        if !self.by_path.is_sorted_by(|a, _, b, _| order(a, b).is_lt()) {
            self.by_path.sort_unstable_by(|a, _, b, _| order(a, b));
        }
    }
}

impl Index<&str> for Things {
    type Output = Thing;

    fn index(&self, path: &str) -> &Thing {
        &self.by_path[path]
    }
}

/// The order of paths: `/` comes before every other letter.
fn order(a: &str, b: &str) -> Ordering {
    let letter = |byte: u8| if byte == b'/' { 0 } else { byte };
    a.bytes().map(letter).cmp(b.bytes().map(letter))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::{Thing, Things};

    #[test]
    fn what_is_in_a_thing_stands_behind_it() {
        let mut things = Things::default();
        let new = || Thing::new(Kind::Item, 0, None);
        things.extend(["a-b", "a", "a/x-y", "a/x", "b"].map(|path| (path.to_owned(), new())));
        things.insert("a/x/1".to_owned(), new());
        things.insert("a0".to_owned(), new());
        assert_eq!(things.paths().collect::<Vec<_>>(), ["a", "a/x", "a/x/1", "a/x-y", "a-b", "a0", "b"]);
        let inside = |path| things.inside(path).map(|(path, _)| path).collect::<Vec<_>>();
        assert_eq!(inside("a"), ["a/x", "a/x/1", "a/x-y"]);
        assert_eq!(inside("a/x"), ["a/x/1"]);
        assert!(inside("a/x/1").is_empty() && inside("b").is_empty() && inside("c").is_empty());
        things.remove("a");
        assert_eq!(things.inside("a").count(), 3);
        things.retain(|path, _| path.len() > 1);
        assert_eq!(things.paths().last().map(String::as_str), Some("a0"));
    }
}
