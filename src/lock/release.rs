//! A release: public ids for what has none, and what is so from now on.

use super::census::{Counted, Detail};
use super::file::{COURSE, Lock, Release};
use super::rules::version_not_higher;
use super::thing::{Facts, Public, Record};
use super::{digest, record, update};
use crate::diag::Diagnostic;
use crate::item::Item;
use crate::model::Course;
use crate::value::Version;

/// Records a release of `course` in `lock`. The very sources of the last release are that release.
pub(super) fn record(course: &Course, counted: &[Counted<'_>], digest: &str, lock: &mut Lock) -> Option<Diagnostic> {
    let version = course.version.to_string();
    if let Some((ordinal, last)) = lock.releases.last_key_value() {
        if last.version == version && last.digest == digest {
            lock.building = *ordinal;
            return None;
        }
        if Version::parse(&last.version).is_ok_and(|last| course.version <= last) {
            return Some(version_not_higher::diagnostic(course, *ordinal, last));
        }
    }
    let ordinal = lock.releases.last_key_value().map_or(1, |(last, _)| last + 1);
    // Before anything is published: what came from another unit still knows its meaning by its old place.
    let found: Vec<Option<Facts>> = counted.iter().map(|thing| facts(thing, lock)).collect();
    for (thing, facts) in counted.iter().zip(found) {
        publish(course, &thing.path, ordinal, lock);
        note(&thing.path, ordinal, facts, lock);
    }
    for path in lock.vanished(&update::paths(counted)) {
        if !lock.has_left(&path) {
            note(&path, ordinal, Some(Facts::Gone), lock);
        }
    }
    lock.building = ordinal;
    let structure = course.structure.value;
    lock.releases.insert(ordinal, Release { version, digest: digest.to_owned(), record: String::new(), structure, span: None });
    let found = record::digests(lock).remove(&ordinal).unwrap_or_default();
    if let Some(release) = lock.releases.get_mut(&ordinal) {
        release.record = found;
    }
    None
}

/// Gives the thing at `path` its public id, if it has none.
fn publish(course: &Course, path: &str, ordinal: u32, lock: &mut Lock) {
    let id = if path == COURSE { course.id.to_string() } else { lock.public_id(path).to_owned() };
    let at = lock.slot_path(path);
    let Some(thing) = lock.things.get_mut(path) else { return };
    let public = thing.public.get_or_insert(Public { id, at, since: None });
    public.since.get_or_insert(ordinal);
}

/// Adds to a thing's history what differs from what was so.
fn note(path: &str, release: u32, facts: Option<Facts>, lock: &mut Lock) {
    let Some(thing) = lock.things.get_mut(path) else { return };
    let facts = facts.or_else(|| thing.is_gone().then_some(Facts::Here));
    if let Some(facts) = facts.filter(|facts| thing.facts() != Some(facts)) {
        thing.history.push(Record { release, facts });
    }
}

/// What a release keeps of a thing.
pub(super) fn facts(thing: &Counted<'_>, lock: &Lock) -> Option<Facts> {
    match &thing.detail {
        Detail::Nothing => None,
        Detail::Text(text) => Some(Facts::Text { wording: text.wording() }),
        Detail::Sheet(sheet) => {
            let (items, draws) = sheet.numbers(lock);
            Some(Facts::Sheet { purpose: sheet.purpose(), items, draws, wording: sheet.wording() })
        }
        Detail::Item(item) => Some(item_facts(lock, &thing.path, item)),
    }
}

/// The facts of the item at `path` as it is now.
pub(super) fn item_facts(lock: &Lock, path: &str, item: &Item) -> Facts {
    let meaning = lock.meaning(path, item);
    let (structure, wording) = (digest::structure(lock, path, item), digest::wording(lock, path, item));
    Facts::Item { meaning, revision: item.revision, structure, wording, shapes: item.body.shapes(&lock.parts(path)) }
}
