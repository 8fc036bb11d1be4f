//! Things that got another path: `moved:` of course.yaml.

use std::collections::BTreeMap;

use super::census::Counted;
use super::file::Lock;
use super::rules::unknown_move;
use super::slots::Next;
use super::thing::{Public, Thing};
use crate::diag::Diagnostic;
use crate::model::{Course, Move};

/// Follows the moves of `course` that `lock` has not recorded yet, and records them.
pub(super) fn follow(course: &Course, counted: &[Counted<'_>], lock: &mut Lock, diagnostics: &mut Vec<Diagnostic>) {
    let now: BTreeMap<&str, &Counted<'_>> = counted.iter().map(|thing| (thing.path.as_str(), thing)).collect();
    for moved in &course.moved {
        let (from, to) = (moved.from.as_str(), moved.to.as_str());
        if lock.moves.contains(&(from.to_owned(), to.to_owned())) && !now.contains_key(from) {
            continue;
        }
        match refuse(moved, &now, lock) {
            Some(diagnostic) => diagnostics.push(diagnostic),
            None => {
                carry(from, to, lock);
                lock.moves.insert((from.to_owned(), to.to_owned()));
            }
        }
    }
}

fn refuse(moved: &Move, now: &BTreeMap<&str, &Counted<'_>>, lock: &Lock) -> Option<Diagnostic> {
    let (from, to) = (moved.from.as_str(), moved.to.as_str());
    let Some(thing) = lock.thing(from) else {
        return Some(unknown_move::unknown(from, lock, moved.span));
    };
    let Some(target) = now.get(to) else {
        return Some(unknown_move::nowhere(to, moved.span));
    };
    if let Some(still) = now.get(from) {
        return Some(unknown_move::still_there(from, moved.span, still.span));
    }
    if target.kind != thing.kind {
        return Some(unknown_move::another_kind(moved, thing.kind, target.kind));
    }
    lock.thing(to).filter(|there| there.is_released()).map(|_| unknown_move::taken(to, moved.span, target.span))
}

/// Takes the thing at `from`, and what is in it, to `to`.
fn carry(from: &str, to: &str, lock: &mut Lock) {
    let in_or_at = |path: &str, of: &str| path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    // What a build has given the new path before the move was written down is not released: it makes room.
    lock.things.retain(|path, thing| thing.is_released() || !in_or_at(path, to));
    let scope = |path: &str| path.rsplit_once('/').map(|(scope, _)| scope.to_owned());
    let renamed = scope(from) == scope(to);
    let going: Vec<(String, Thing)> =
        lock.things.iter().filter(|(path, _)| in_or_at(path, from)).map(|(path, thing)| (path.clone(), thing.clone())).collect();
    let mut next = Next::after(lock);
    for (path, mut thing) in going {
        let target = format!("{to}{}", &path[from.len()..]);
        if renamed || !thing.is_released() {
            lock.things.remove(&path);
        }
        if !renamed {
            thing = elsewhere(thing, &target, path == from, &mut next);
        }
        lock.things.insert(target, thing);
    }
}

/// A thing that goes to another unit: known as before, in a slot of its new place. Its old place stays taken.
fn elsewhere(mut thing: Thing, target: &str, outermost: bool, next: &mut Next) -> Thing {
    if outermost {
        thing.slot = next.take(target, thing.kind.series());
        thing.page = thing.page.map(|_| next.take(target, super::kind::Series::Pages));
    }
    thing.public = thing.public.map(|public| Public { since: None, ..public });
    thing.history.clear();
    thing
}
