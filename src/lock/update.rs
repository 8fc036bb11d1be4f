//! The lock that a build leaves, from the one that it found.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use super::census::{self, Counted};
use super::file::{COURSE, Lock};
use super::rules::{lock_would_change, other_course, release_needs_lock, retired_id, structure_changed, vanished_id};
use super::slots::Next;
use super::{Kind, Thing, moves, release};
use crate::diag::{Diagnostic, Severity, Warned};
use crate::model::Course;

/// What a build may do to the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode<'a> {
    /// Give new slots.
    Write,
    /// Nothing: what it would change is an error.
    Locked,
    /// Record a release of what has this digest, and give no new slots.
    Release {
        /// Digest of the sources.
        digest: &'a str,
    },
}

/// Brings `lock` to `course`. No lock where there are errors; what is written is for the caller to write.
#[must_use]
pub fn update(course: &Course, lock: Lock, mode: Mode<'_>) -> Warned<Option<Lock>> {
    let mut diagnostics = Vec::new();
    let mut next = lock;
    let counted = census::take(course);
    moves::follow(course, &counted, true, &mut next, &mut diagnostics);
    give_slots(&counted, &mut next, &mut diagnostics);
    let gone = next.vanished(&paths(&counted));
    let releasing = matches!(mode, Mode::Release { .. });
    vanished(&counted, &gone, &next, releasing, &mut diagnostics);
    diagnostics.extend(other_course(course, &next));
    diagnostics.extend(structure_changed::check(course, &next));
    let changed = if mode == Mode::Write { Vec::new() } else { changed_lines(&next) };
    match mode {
        Mode::Write => {}
        Mode::Locked if changed.is_empty() => {}
        Mode::Locked => diagnostics.push(lock_would_change::diagnostic(&changed, course)),
        Mode::Release { .. } if !changed.is_empty() => diagnostics.push(release_needs_lock::diagnostic(&changed, course)),
        Mode::Release { digest } => {
            if let Some(problem) = release::record(course, &counted, digest, &mut next) {
                diagnostics.push(problem);
            }
        }
    }
    let failed = diagnostics.iter().any(|diagnostic: &Diagnostic| diagnostic.severity == Severity::Error);
    Warned { output: (!failed).then_some(next), diagnostics }
}

/// What `lock` says against a course of which not all could be read: what is missing may stand in what could not.
#[must_use]
pub fn against(course: &Course, mut lock: Lock) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = other_course(course, &lock).into_iter().chain(structure_changed::check(course, &lock)).collect();
    let counted = census::take(course);
    moves::follow(course, &counted, false, &mut lock, &mut diagnostics);
    diagnostics.extend(renamed(&counted, lock.clone()));
    let known: Vec<Counted<'_>> = counted.into_iter().filter(|thing| lock.things.contains(&thing.path)).collect();
    give_slots(&known, &mut lock, &mut diagnostics);
    diagnostics
}

/// What vanished from a unit or bank that was read, and reads the same under another id there.
fn renamed(counted: &[Counted<'_>], mut lock: Lock) -> Vec<Diagnostic> {
    let now = paths(counted);
    let mut diagnostics = Vec::new();
    give_slots(counted, &mut lock, &mut Vec::new());
    for path in lock.vanished(&now) {
        let Some((scope, _)) = path.rsplit_once('/').filter(|(scope, _)| now.contains(scope)) else { continue };
        let beside = |thing: &&Counted<'_>| thing.path.rsplit_once('/').is_some_and(|(other, _)| other == scope);
        let twins: Vec<Counted<'_>> = counted.iter().filter(beside).cloned().collect();
        vanished(&twins, std::slice::from_ref(&path), &lock, false, &mut diagnostics);
    }
    diagnostics
}

/// Says it where `lock` is that of another course.
fn other_course(course: &Course, lock: &Lock) -> Option<Diagnostic> {
    let known = lock.thing(COURSE)?.public.as_ref().filter(|public| public.id != course.id.as_str())?;
    Some(other_course::diagnostic(&known.id, course))
}

/// Gives slots to what has none.
fn give_slots(counted: &[Counted<'_>], lock: &mut Lock, diagnostics: &mut Vec<Diagnostic>) {
    let now = paths(counted);
    lock.things.retain(|path, thing| thing.is_released() || now.contains(path));
    let mut taken = taken_ids(lock);
    let (mut next, mut new) = (None, Vec::new());
    for thing in counted {
        match lock.things.get(&thing.path) {
            Some(known) if known.kind == thing.kind && (thing.kind.is_built_in() || !known.is_gone()) => continue,
            Some(known) if known.is_released() => {
                diagnostics.push(retired_id::retired(thing, known));
                continue;
            }
            _ => {}
        }
        if let Some(other) = taken.insert(folded(&thing.path), thing.path.clone()).filter(|other| *other != thing.path) {
            diagnostics.push(retired_id::public(thing, &other, now.contains(other.as_str())));
            continue;
        }
        let given = next.get_or_insert_with(|| Next::after(lock)).thing(thing);
        new.push((thing.path.clone(), given));
    }
    lock.things.extend(new);
}

/// The paths of those things.
pub(super) fn paths<'a>(counted: &'a [Counted<'_>]) -> IndexSet<&'a str> {
    counted.iter().map(|thing| thing.path.as_str()).collect()
}

/// The public ids that are taken, as paths without regard to case, and who has them.
fn taken_ids(lock: &Lock) -> BTreeMap<String, String> {
    let things = lock.things.iter().filter(|(_, thing)| thing.kind != Kind::Course);
    let released = things.filter_map(|(path, thing)| thing.public.as_ref().map(|public| (path, public)));
    released
        .map(|(path, public)| {
            let scope = path.rsplit_once('/').map_or(String::new(), |(scope, _)| format!("{scope}/"));
            (folded(&format!("{scope}{}", public.id)), path.clone())
        })
        .collect()
}

fn folded(path: &str) -> String {
    path.to_ascii_lowercase()
}

impl Lock {
    /// Paths of what the course has no more, but for what a release has gone without.
    pub(super) fn vanished(&self, now: &IndexSet<&str>) -> Vec<String> {
        let gone = self.things.paths().filter(|path| !now.contains(path.as_str()) && !self.has_left(path));
        gone.cloned().collect()
    }

    /// Whether a release has gone without the thing at `path`, or without what held it.
    pub(super) fn has_left(&self, path: &str) -> bool {
        let left = self.thing(path).is_some_and(Thing::is_gone);
        left || path.rsplit_once('/').is_some_and(|(above, _)| self.has_left(above))
    }
}

/// Says where a released id vanished while one that is not released reads the same.
fn vanished(counted: &[Counted<'_>], gone: &[String], lock: &Lock, releasing: bool, diagnostics: &mut Vec<Diagnostic>) {
    if gone.is_empty() {
        return;
    }
    let mut told: Vec<&str> = Vec::new();
    let is_new = |thing: &&Counted<'_>| lock.thing(&thing.path).is_some_and(|known| !known.is_released());
    let new: Vec<&Counted<'_>> = counted.iter().filter(is_new).collect();
    for path in gone {
        let inside = |above: &str| path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
        let Some(thing) = lock.thing(path).filter(|_| !told.iter().any(|above| inside(above))) else { continue };
        if lock.moves.iter().any(|(from, _)| from == path) {
            continue;
        }
        let Some(was) = lock.last_facts(path).and_then(|facts| facts.wording()) else { continue };
        let twin = new.iter().find(|new| new.kind == thing.kind && new.wording(lock).as_deref() == Some(was));
        if let Some(twin) = twin {
            diagnostics.push(vanished_id::diagnostic(path, twin, releasing));
            told.push(path);
        }
    }
}

/// The lines that `lock` would take from its file (`-`) and add to it (`+`).
fn changed_lines(lock: &Lock) -> Vec<String> {
    let (before, after) = (lock.text.clone(), lock.to_string());
    let lines = |text: &'_ str| -> BTreeSet<String> {
        text.lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
    };
    let (before, after) = (lines(&before), lines(&after));
    let taken = before.difference(&after).map(|line| format!("- {line}"));
    taken.chain(after.difference(&before).map(|line| format!("+ {line}"))).collect()
}
