//! Another path for a thing of a course: another id, or another place.
//!
//! In: sources, their lock, the path that a thing has and the one it is to have. Out: the new texts of the files that name it, and what
//! `moved:` is told. Fails, with nothing changed, where that cannot be done; the reason is a sentence for the author.

use super::carry::{Carried, carry, path_after};
use super::edits::Edits;
use super::moved::{self, Change};
use super::part::Called;
use crate::diag::{FileId, Span};
use crate::lock::{Kind, Lock};
use crate::model::{Course, Defined};
use crate::source::Sources;
use crate::value::Id;
use crate::yaml::nearest;

/// What a move or a rename comes to.
#[derive(Debug)]
pub struct Relocated {
    /// The files that change, with their new texts.
    pub files: Vec<(FileId, String)>,
    /// What it is, such as `lesson`.
    pub noun: &'static str,
    /// Whether it stands in another place now; else it has but another id.
    pub moved: bool,
    /// Whether it is launched with something else now, so that what learners did stays behind.
    pub left: bool,
    /// How many references follow.
    pub uses: usize,
    /// How many lines `moved:` gets, which it needs once a release has recorded the thing.
    pub lines: usize,
    /// The paths that changed, each with the new one.
    paths: Vec<(String, String)>,
}

/// Gives the thing at `old` the path `new`, in its definition and wherever `course` names it.
///
/// # Errors
/// Says why it cannot be done.
pub fn relocate(course: &Course, sources: &Sources, lock: &Lock, old: &str, new: &str) -> Result<Relocated, String> {
    let mut edits = Edits::new(sources);
    let found = find(course, old, &edits)?;
    let noun = found.noun();
    check_id(&found, old, new)?;
    let mut paths = vec![(old.to_owned(), new.to_owned())];
    let moved = scope_of(old) != scope_of(new);
    let uses = match found {
        Found::Part(item, _) if moved => {
            return Err(format!("a part does not leave its item: only the last part of `{old}` can change, in `{}`", item.path));
        }
        Found::Part(_, called) => {
            if called.defined.iter().any(|(id, _)| id.eq_ignore_ascii_case(id_of(new)) && id != id_of(old)) {
                return Err(taken(new, "part"));
            }
            called.rename(id_of(old), id_of(new), &mut edits)
        }
        Found::Named(defined) => {
            check_free(course, lock, defined, new)?;
            if moved {
                let Carried { things, uses } = carry(course, defined, new, &mut edits)?;
                paths = things.into_iter().map(|(one, path)| (one.path.clone(), path)).filter(|(from, _)| !is_in(from, old)).collect();
                uses
            } else {
                renamed(course, defined, id_of(new), &mut edits)
            }
        }
    };
    let released = |path: &str| lock.thing(path).is_some_and(crate::lock::Thing::is_released);
    if let Some(why) = paths.iter().find_map(|(from, to)| forbidden(course, lock, from, to)) {
        return Err(why);
    }
    let changes: Vec<Change> =
        paths.iter().map(|(from, to)| Change { from: from.clone(), to: to.clone(), recorded: released(from) }).collect();
    let lines = moved::follow(&changes, &mut edits)?;
    let done = matches!(noun, "item" | "lesson" | "case study" | "assessment");
    let left = done && moved && lines > 0 && launched(old) != launched(new);
    Ok(Relocated { files: edits.texts(), noun, moved, left, uses, lines, paths })
}

impl Relocated {
    /// Whether every reference of `after` means what it meant in `before`.
    #[must_use]
    pub fn keeps(&self, before: &Course, after: &Course) -> bool {
        let now = |path: &str| {
            let moved = self.paths.iter().find(|(from, _)| path == from || is_in(path, from));
            moved.map_or_else(|| path.to_owned(), |(from, to)| path_after(path, from, to))
        };
        let mut was: Vec<String> = meant(before).map(now).collect();
        let mut is: Vec<&str> = meant(after).collect();
        was.sort_unstable();
        is.sort_unstable();
        was == is
    }
}

/// The paths of what the references of `course` lead to.
fn meant(course: &Course) -> impl Iterator<Item = &str> {
    let path = |of: Span| course.index.defined.iter().find(|one| one.span == of).map(|one| one.path.as_str());
    course.index.uses.iter().filter_map(move |used| path(used.of))
}

/// What a path ends with: an id.
pub(super) fn id_of(path: &str) -> &str {
    path.rsplit(['/', ':']).next().unwrap_or(path)
}

/// What stands before the id in a path, such as `unit/`.
pub(super) fn scope_of(path: &str) -> &str {
    &path[..path.len() - id_of(path).len()]
}

/// What a path begins with: a unit, a bank, an assessment of the course.
fn launched(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

fn is_in(path: &str, of: &str) -> bool {
    path.strip_prefix(of).is_some_and(|rest| rest.starts_with('/'))
}

/// What is at a path.
enum Found<'c> {
    /// What others may name.
    Named(&'c Defined),
    /// A part of an item.
    Part(&'c Defined, Called),
}

impl Found<'_> {
    fn noun(&self) -> &'static str {
        match self {
            Self::Named(defined) => defined.noun,
            Self::Part(..) => "part",
        }
    }
}

fn find<'c>(course: &'c Course, old: &str, edits: &Edits<'_>) -> Result<Found<'c>, String> {
    let at = |path: &str| course.index.defined.iter().find(|one| one.path == path);
    if let Some(defined) = at(old) {
        return Ok(Found::Named(defined));
    }
    let item = at(scope_of(old).trim_end_matches('/')).filter(|one| one.noun == "item");
    if let Some((item, called)) = item.and_then(|item| Some((item, Called::of(course, item, edits)?))) {
        let ids = || called.defined.iter().map(|(id, _)| id.as_str());
        if ids().any(|id| id == id_of(old)) {
            return Ok(Found::Part(item, called));
        }
        let near = nearest(id_of(old), ids()).map_or_else(String::new, |near| format!("; did you mean `{}/{near}`?", item.path));
        return Err(format!("the item `{}` has no part `{}`{near}", item.path, id_of(old)));
    }
    let paths = course.index.defined.iter().map(|one| one.path.as_str());
    let ends: Vec<&str> = paths.clone().filter(|path| path.strip_suffix(old).is_some_and(|rest| rest.ends_with('/'))).collect();
    Err(match (ends.as_slice(), nearest(old, paths)) {
        ([one], _) => format!("nothing is at `{old}`: write the full path, `{one}`"),
        (_, Some(near)) => format!("nothing is at `{old}`; did you mean `{near}`?"),
        _ => format!("nothing is at `{old}`: write the full path of a thing, such as `unit/item`"),
    })
}

/// Whether the last part of `new` can be an id of what is found at `old`.
fn check_id(found: &Found<'_>, old: &str, new: &str) -> Result<(), String> {
    let parse = if found.noun() == "criterion" { Id::parse_criterion } else { Id::parse };
    parse(id_of(new)).map_err(|why| format!("`{}` is no id: {why}", id_of(new)))?;
    if new == old { Err(format!("`{new}` is its path already")) } else { Ok(()) }
}

fn taken(new: &str, noun: &str) -> String {
    format!("`{new}` is the path of another thing ({noun}); choose another id")
}

/// Whether the path `new` is that of nothing else, now and in the releases.
fn check_free(course: &Course, lock: &Lock, defined: &Defined, new: &str) -> Result<(), String> {
    if let Some(other) = course.index.defined.iter().find(|one| one.path.eq_ignore_ascii_case(new) && one.span != defined.span) {
        return Err(taken(new, other.noun));
    }
    let (was, is) = (lock.thing(&defined.path), launched(new) == new);
    match was.filter(|was| was.is_released() && matches!(was.kind, Kind::Assessment | Kind::CourseAssessment)) {
        Some(was) if is != (was.kind == Kind::CourseAssessment) => Err(format!(
            "`{}` was released, and an assessment of a unit cannot become one of the course, nor the other way round: its record is another",
            defined.path
        )),
        _ => Ok(()),
    }
}

/// Why the thing at `from` cannot go to `to`, if the releases forbid it.
fn forbidden(course: &Course, lock: &Lock, from: &str, to: &str) -> Option<String> {
    lock.thing(to).filter(|there| there.is_released())?;
    // No build has seen yet that it came from there.
    let undone = lock.thing(from).is_none() && course.moved.iter().any(|line| line.from.as_str() == to && line.to.as_str() == from);
    if undone || lock.can_return(from, to) {
        return None;
    }
    let at = |path: &str| Some(&lock.thing(path)?.public.as_ref()?.at);
    Some(if at(from).is_some() && at(from) == at(to) {
        format!(
            "`{to}` is its old place, and a release has seen it leave, so it cannot go back there: choose an id that was never released"
        )
    } else {
        format!("`{to}` was released before, and learners' records mean that by it: choose an id that was never released")
    })
}

/// Gives `defined` another id in its place, and gives the number of references.
fn renamed(course: &Course, defined: &Defined, id: &str, edits: &mut Edits<'_>) -> usize {
    let (old, before) = (&defined.path, id_of(&defined.path));
    edits.rename(defined.span, before, id, false);
    let mut uses = 0;
    for used in &course.index.uses {
        let Some(of) = course.index.defined.iter().find(|one| one.span == used.of) else { continue };
        let inside = is_in(&of.path, old);
        if of.span == defined.span || inside {
            uses += usize::from(edits.rename(used.at, before, id, inside));
        }
    }
    uses
}
