//! What a merge left double. Git keeps the lines of both sides; what they disagree about is settled here.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use super::file::{Lock, Release};
use super::kind::Series;
use super::parse::Lines;
use super::record;
use super::rules::{lock_conflict, lock_repaired, released_record_changed};
use super::slots::scope;
use super::thing::Thing;
use crate::diag::Diagnostic;

/// Puts the lines together.
pub(super) fn join(lines: Lines, diagnostics: &mut Vec<Diagnostic>) -> Lock {
    let moves: BTreeSet<(String, String)> = lines.moves.into_iter().collect();
    let mut lock = Lock { releases: releases(lines.releases, diagnostics), moves, ..Lock::default() };
    if !diagnostics.is_empty() {
        // Lines that are missing, or two records of one release, would be told of again line by line.
        return lock;
    }
    let mut paths = IndexSet::with_capacity(lines.things.len());
    if lines.things.iter().all(|(path, _)| paths.insert(path.as_str())) {
        drop(paths);
        lock.things.extend(lines.things);
    } else {
        drop(paths);
        let mut things = BTreeMap::new();
        lines.things.into_iter().for_each(|(path, thing)| add(&mut things, path, thing, diagnostics));
        lock.things.extend(things);
    }
    let stale = drop_old_names(&mut lock, diagnostics);
    for (path, record, span) in lines.records {
        let Some(thing) = lock.things.get_mut(stale.get(&path).unwrap_or(&path)) else { continue };
        match thing.history.iter().find(|known| known.release == record.release) {
            Some(known) if known.facts == record.facts => {}
            Some(known) => diagnostics.push(lock_conflict::records(&path, known.release, span)),
            None => thing.history.push(record),
        }
    }
    lock.things.values_mut().for_each(|thing| thing.history.sort_by_key(|record| record.release));
    give_way(&mut lock, diagnostics);
    check_records(&lock, diagnostics);
    lock
}

fn releases(found: Vec<(u32, Release)>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<u32, Release> {
    let mut releases: BTreeMap<u32, Release> = BTreeMap::new();
    for (ordinal, release) in found {
        match releases.get(&ordinal) {
            Some(known) if known.record == release.record && known.version == release.version => {}
            Some(known) => diagnostics.push(lock_conflict::releases(ordinal, known, &release)),
            None => {
                releases.insert(ordinal, release);
            }
        }
    }
    releases
}

/// Adds a thing; of two with one path the released one stays, else that with the lower slot.
fn add(things: &mut BTreeMap<String, Thing>, path: String, thing: Thing, diagnostics: &mut Vec<Diagnostic>) {
    let Some(known) = things.get(&path) else {
        things.insert(path, thing);
        return;
    };
    let same = (known.kind, known.slot, known.page) == (thing.kind, thing.slot, thing.page);
    match (&known.public, &thing.public) {
        (Some(a), Some(b)) if !same || (&a.id, &a.at) != (&b.id, &b.at) => diagnostics.push(lock_conflict::things(&path, known, &thing)),
        _ => {
            let rank =
                |thing: &Thing| (thing.public.is_none(), thing.public.as_ref().is_some_and(|public| public.since.is_none()), thing.slot);
            let stays = if rank(&thing) < rank(known) { thing.clone() } else { known.clone() };
            if !same {
                diagnostics.push(lock_repaired::two_lines(&path, &stays, thing.span));
            }
            things.insert(path, stays);
        }
    }
}

/// A thing that one side renamed stands under both names: the old one goes. Gives the old names with the new ones.
fn drop_old_names(lock: &mut Lock, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let mut one: BTreeMap<(String, Vec<u32>, Series, u32), Vec<&str>> = BTreeMap::new();
    let mut stale = BTreeMap::new();
    for (path, thing) in lock.things.iter() {
        let Some(public) = &thing.public else { continue };
        let scope = path.rsplit_once('/').map_or("", |(scope, _)| scope);
        let scope = renamed(scope, &lock.moves);
        one.entry((scope, public.at.clone(), thing.kind.series(), thing.slot)).or_default().push(path);
    }
    for names in one.into_values().filter(|names| names.len() > 1) {
        let now: Vec<&&str> = names.iter().filter(|name| !was_renamed(name, &lock.moves)).collect();
        let [stays] = now.as_slice() else {
            let (first, second) = (names[0], names[1]);
            diagnostics.push(lock_conflict::names(first, second, &lock.things[second]));
            continue;
        };
        stale.extend(names.iter().filter(|name| *name != *stays).map(|name| ((*name).to_owned(), (**stays).to_owned())));
    }
    lock.things.retain(|path, _| !stale.contains_key(path));
    stale
}

/// The path after the renames. What went to another unit is not renamed: its old place stays taken.
fn renamed(path: &str, moves: &BTreeSet<(String, String)>) -> String {
    let mut path = path.to_owned();
    for (from, to) in renames(moves) {
        if let Some(rest) = rest_in(&path, from) {
            path = format!("{to}{rest}");
        }
    }
    path
}

fn was_renamed(path: &str, moves: &BTreeSet<(String, String)>) -> bool {
    renames(moves).any(|(from, _)| rest_in(path, from).is_some())
}

fn renames(moves: &BTreeSet<(String, String)>) -> impl Iterator<Item = (&str, &str)> {
    let scope = |path: &str| path.rsplit_once('/').map(|(scope, _)| scope.to_owned());
    moves.iter().filter(move |(from, to)| scope(from) == scope(to)).map(|(from, to)| (from.as_str(), to.as_str()))
}

/// What follows `from` in `path`, where it is that thing or in it.
fn rest_in<'a>(path: &'a str, from: &str) -> Option<&'a str> {
    path.strip_prefix(from).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Where two things have one slot, the released one keeps it, else that whose path sorts first. The other gets a new one.
fn give_way(lock: &mut Lock, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = IndexSet::with_capacity(lock.things.len());
    if held(lock).all(|(slot, _)| seen.insert(slot)) {
        return;
    }
    let mut holders: BTreeMap<(&str, Series, u32), Vec<&str>> = BTreeMap::new();
    held(lock).for_each(|(slot, path)| holders.entry(slot).or_default().push(path));
    let mut gives = BTreeSet::new();
    for names in holders.into_values().filter(|names| names.len() > 1) {
        let released: Vec<&&str> = names.iter().filter(|name| lock.things[**name].is_released()).collect();
        if let [first, second, ..] = released.as_slice() {
            diagnostics.push(lock_conflict::slots(first, second, &lock.things[**second]));
            continue;
        }
        let keeps: &str = released.first().map_or(names[0], |name| name);
        for name in names.into_iter().filter(|name| *name != keeps) {
            diagnostics.push(lock_repaired::gives_way(name, keeps, &lock.things[name]));
            gives.insert(name.to_owned());
        }
    }
    lock.things.retain(|path, _| !gives.contains(path));
}

/// Every slot, by its scope and series, and the path of what has it.
fn held(lock: &Lock) -> impl Iterator<Item = ((&str, Series, u32), &str)> {
    lock.things.iter().flat_map(|(path, thing)| {
        let series = thing.kind.series();
        let page = thing.page.map(|page| ((scope(path, Series::Pages), Series::Pages, page), path.as_str()));
        std::iter::once(((scope(path, series), series, thing.slot), path.as_str())).chain(page)
    })
}

/// Holds each release's lines to the digest that it left of them.
fn check_records(lock: &Lock, diagnostics: &mut Vec<Diagnostic>) {
    let found = record::digests(lock);
    for (ordinal, release) in &lock.releases {
        if found.get(ordinal) != Some(&release.record) {
            diagnostics.push(released_record_changed::diagnostic(*ordinal, release));
        }
    }
    for ordinal in found.keys().filter(|ordinal| !lock.releases.contains_key(ordinal)) {
        diagnostics.push(released_record_changed::no_release(*ordinal));
    }
}
