//! The lock as a value and as a text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::kind::Series;
use super::things::Things;
use super::{Kind, Thing};
use crate::diag::{FileId, Span};
use crate::item::Parts;
use crate::model::{Course, Structure};
use crate::value::Id;

/// What `course.lock` says before anything else.
const HEAD: &str = "# course.lock: the slots, public ids and releases that learners' records stand on. `coursec build` writes it.\n\
                    # Commit it with the course; do not edit it. A merge keeps the lines of both sides (merge=union).\n! format 1\n";

/// The path of the course itself.
pub(super) const COURSE: &str = ".";

/// What stands behind a release in which the course had one record; else nothing.
pub(super) const AS_ONE: &str = " structure=course-per-sco";

/// What the path of a bank begins with.
pub(super) const BANK: &str = "bank:";

/// What a course's learners' records stand on.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// By path every thing that has a slot.
    pub(super) things: Things,
    /// The releases, by number.
    pub(super) releases: BTreeMap<u32, Release>,
    /// Things that got another path: from, to.
    pub(super) moves: BTreeSet<(String, String)>,
    /// The number of the release that is being built; 0 for none.
    pub(super) building: u32,
    /// The text that it was read from.
    pub(super) text: String,
    /// The file that it was read from.
    pub(super) file: Option<FileId>,
}

/// What was recorded of a release.
#[derive(Clone, Debug)]
pub struct Release {
    /// The version of the course.
    pub version: String,
    /// Digest of what was released.
    pub digest: String,
    /// Digest of the lines that it wrote.
    pub(super) record: String,
    /// What had a record of its own: each unit, or the course.
    pub structure: Structure,
    /// Its line, where it has one already.
    pub(super) span: Option<Span>,
}

impl Lock {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// The thing at `path`, such as `unit/item/part`.
    #[must_use]
    pub fn thing(&self, path: &str) -> Option<&Thing> {
        self.things.get(path)
    }

    /// What stands directly or deeper in the thing at `path`, by path.
    pub fn inside<'a>(&'a self, path: &str) -> impl Iterator<Item = (&'a str, &'a Thing)> + use<'a> {
        self.things.inside(path)
    }

    /// The releases so far, by number.
    pub fn releases(&self) -> impl Iterator<Item = (u32, &Release)> {
        self.releases.iter().map(|(ordinal, release)| (*ordinal, release))
    }

    /// The number of the release that is being built, 0 where it is none.
    #[must_use]
    pub fn building(&self) -> u32 {
        self.building
    }

    /// The public id of the course.
    #[must_use]
    pub fn course_id<'a>(&'a self, course: &'a Course) -> &'a str {
        let released = self.things.get(COURSE).and_then(|thing| thing.public.as_ref());
        released.map_or(course.id.as_str(), |public| &public.id)
    }

    /// The public id of the thing at `path`: before its first release the id it has now.
    #[must_use]
    pub fn public_id<'a>(&'a self, path: &'a str) -> &'a str {
        let last = path.rsplit('/').next().unwrap_or(path);
        let now = last.strip_prefix(BANK).unwrap_or(last).trim_start_matches(':');
        self.things.get(path).and_then(|thing| thing.public.as_ref()).map_or(now, |public| &public.id)
    }

    /// The slots that lead to the thing at `path`: those of its first release, before that its present ones.
    #[must_use]
    pub fn slot_path(&self, path: &str) -> Vec<u32> {
        let Some(thing) = self.things.get(path) else { return Vec::new() };
        if let Some(public) = &thing.public {
            return public.at.clone();
        }
        let mut slots = match path.rsplit_once('/') {
            Some((above, _)) => self.slot_path(above),
            None => Vec::new(),
        };
        slots.push(thing.slot);
        slots
    }

    /// The first of those slots.
    fn first_slot(&self, path: &str) -> Option<u32> {
        let thing = self.things.get(path)?;
        if let Some(public) = &thing.public {
            return public.at.first().copied();
        }
        path.rsplit_once('/').and_then(|(above, _)| self.first_slot(above)).or(Some(thing.slot))
    }

    /// What the thing at `path` belonged to at its first release, a unit, a bank or an assessment of the course: its kind and public id.
    #[must_use]
    pub fn home<'a>(&'a self, path: &'a str) -> (Kind, &'a str) {
        let first = self.first_slot(path);
        let is_home = |unit: &str| self.first_slot(unit) == first;
        let own = path.split('/').next().unwrap_or(path);
        let is_one = |thing: &Thing| thing.kind.series() == Series::Units;
        let all = || self.things.iter().filter(|(_, thing)| is_one(thing)).map(|(path, _)| path.as_str());
        let home = if is_home(own) { own } else { all().find(|unit| is_home(unit)).unwrap_or(own) };
        (self.thing(home).map_or(Kind::Unit, |thing| thing.kind), self.public_id(home))
    }

    /// The slots of the parts of the item at `path`.
    #[must_use]
    pub fn parts(&self, path: &str) -> PartSlots<'_> {
        let mut parts = PartSlots { slots: Vec::new(), bound: 0 };
        for (part, thing) in self.inside(path) {
            let id = part.rsplit('/').next().unwrap_or(part);
            parts.slots.push((id, thing.slot, thing.public.as_ref().map_or(id, |public| &public.id)));
            parts.bound = parts.bound.max(thing.slot + 1);
        }
        parts.slots.sort_unstable();
        parts
    }
}

/// The slots and public ids of an item's parts.
#[derive(Clone, Debug)]
pub struct PartSlots<'a> {
    /// Id, slot, public id, by id.
    slots: Vec<(&'a str, u32, &'a str)>,
    bound: u32,
}

impl PartSlots<'_> {
    fn part(&self, id: &Id) -> Option<(u32, &str)> {
        let at = self.slots.binary_search_by_key(&id.as_str(), |(id, ..)| id).ok()?;
        Some((self.slots[at].1, self.slots[at].2))
    }
}

impl Parts for PartSlots<'_> {
    fn slot(&self, id: &Id) -> u32 {
        self.part(id).map_or(0, |(slot, _)| slot)
    }

    fn bound(&self) -> u32 {
        self.bound
    }

    fn public_id(&self, id: &Id) -> String {
        self.part(id).map_or(id.as_str(), |(_, public)| public).to_owned()
    }
}

impl fmt::Display for Lock {
    /// Writes the file: one thing a line, by path.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (from, to) in &self.moves {
            writeln!(f, "! moved {from} {to}")?;
        }
        for (ordinal, Release { version, digest, record, structure, .. }) in &self.releases {
            let structure = if *structure == Structure::CoursePerSco { AS_ONE } else { "" };
            writeln!(f, "! release {ordinal} version={version} digest={digest} record={record}{structure}")?;
        }
        for (path, thing) in self.things.iter() {
            writeln!(f, "{path} {thing}")?;
            for record in &thing.history {
                writeln!(f, "{path} @{} {}", record.release, record.facts)?;
            }
        }
        Ok(())
    }
}
