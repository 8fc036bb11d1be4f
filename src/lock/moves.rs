//! Things that got another path: `moved:` of course.yaml.

use std::collections::BTreeMap;

use super::Kind;
use super::census::Counted;
use super::file::Lock;
use super::rules::unknown_move;
use super::slots::Next;
use super::thing::{Public, Thing};
use crate::diag::Diagnostic;
use crate::model::{Course, Move};

/// Follows the moves of `course` that `lock` has not recorded yet, and records them: in the order of the list, so that what moved on or came back
/// is where the last line says. What is nowhere in a course that is not `whole` may stand in what could not be read.
pub(super) fn follow(course: &Course, counted: &[Counted<'_>], whole: bool, lock: &mut Lock, diagnostics: &mut Vec<Diagnostic>) {
    if course.moved.is_empty() {
        return;
    }
    let now: BTreeMap<&str, &Counted<'_>> = counted.iter().map(|thing| (thing.path.as_str(), thing)).collect();
    for (place, moved) in course.moved.iter().enumerate() {
        let (from, to) = (moved.from.as_str(), moved.to.as_str());
        let later = &course.moved[place + 1..];
        let came_back = |by: &Move| in_or_at(from, by.to.as_str());
        let recorded = |by: &Move| lock.moves.contains(&(by.from.to_string(), by.to.to_string()));
        let gone = !now.contains_key(from);
        if recorded(moved) && (gone || later.iter().any(came_back)) || !gone && later.iter().any(|by| came_back(by) && recorded(by)) {
            continue;
        }
        match refuse(moved, later, (&now, whole), lock) {
            Some(diagnostic) => diagnostics.push(diagnostic),
            None => {
                if lock.can_return(from, to) {
                    lock.things.retain(|path, _| !in_or_at(path, from));
                } else {
                    carry(from, to, lock);
                }
                // What comes back has not moved.
                lock.moves.remove(&(to.to_owned(), from.to_owned()));
                lock.moves.insert((from.to_owned(), to.to_owned()));
            }
        }
    }
}

/// Why `moved` cannot be followed, if so; `later` are the lines after it, `now` is what the course has and whether that is all.
fn refuse(moved: &Move, later: &[Move], now: (&BTreeMap<&str, &Counted<'_>>, bool), lock: &Lock) -> Option<Diagnostic> {
    let (now, whole) = now;
    let (from, to) = (moved.from.as_str(), moved.to.as_str());
    let Some(thing) = lock.thing(from) else {
        return Some(unknown_move::unknown(from, lock, moved.span));
    };
    let target = now.get(to);
    if target.is_none() && whole && !later.iter().any(|by| in_or_at(to, by.from.as_str())) {
        return Some(unknown_move::nowhere(to, moved.span));
    }
    if let Some(still) = now.get(from).filter(|_| !later.iter().any(|by| in_or_at(from, by.to.as_str()))) {
        return Some(unknown_move::still_there(from, moved.span, still.span));
    }
    if let Some(target) = target.filter(|target| target.kind != thing.kind) {
        return Some(unknown_move::another_kind(moved, thing.kind, target.kind));
    }
    let taken = lock.thing(to).filter(|there| there.is_released() && !lock.can_return(from, to));
    taken.map(|_| unknown_move::taken(to, moved.span, target.map_or(moved.span, |target| target.span)))
}

impl Lock {
    /// Whether what is at `from` came from `to`, and no release has seen it in its new place: then it is as if it had never gone.
    #[must_use]
    pub fn can_return(&self, from: &str, to: &str) -> bool {
        let public = |path: &str| self.thing(path)?.public.as_ref();
        public(from).zip(public(to)).is_some_and(|(now, then)| now.since.is_none() && (&now.id, &now.at) == (&then.id, &then.at))
    }
}

/// Whether `path` is that of `of`, or of something in it.
fn in_or_at(path: &str, of: &str) -> bool {
    path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Takes the thing at `from`, and what is in it, to `to`.
fn carry(from: &str, to: &str, lock: &mut Lock) {
    // What a build has given the new path before the move was written down is not released: it makes room.
    lock.things.retain(|path, thing| thing.is_released() || !in_or_at(path, to));
    let scope = |path: &str| path.rsplit_once('/').map(|(scope, _)| scope.to_owned());
    let renamed = scope(from) == scope(to);
    let going: Vec<(String, Thing)> =
        lock.things.iter().filter(|(path, _)| in_or_at(path, from)).map(|(path, thing)| (path.clone(), thing.clone())).collect();
    let mut next = Next::after(lock);
    let of_course = lock.thing(from).is_some_and(|thing| thing.kind == Kind::CourseAssessment);
    for (path, mut thing) in going {
        let mut target = format!("{to}{}", &path[from.len()..]);
        if of_course && path == format!("{from}/{from}") {
            // What is launched for an assessment of the course holds it under the same id.
            target = format!("{to}/{to}");
        }
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
