//! A thing that goes to another place: its text is cut out and put into the list there, and references lead on.
//!
//! In: what goes, and the path that it gets. Out: edits. Fails where it has no place there, or where its text cannot be told apart.

use std::collections::BTreeMap;

use super::edits::Edits;
use super::page::{Page, Place};
use super::relocate::{id_of, scope_of};
use crate::diag::{FileId, Span};
use crate::model::{Course, Defined};
use crate::source::Sources;
use crate::syntax::LISTS;
use crate::yaml::{Kind, Node};

/// What lists stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Course,
    Qualification,
    Unit,
    Bank,
    CaseStudy,
    Scene,
}

impl Room {
    fn noun(self) -> &'static str {
        match self {
            Self::Course => "the course",
            Self::Qualification => "the qualification",
            Self::Unit => "a unit",
            Self::Bank => "a bank",
            Self::CaseStudy => "a case study",
            Self::Scene => "a scene",
        }
    }

    /// Where what stands in the list `key` may stand.
    fn of(key: &str) -> &'static [Self] {
        match key {
            "items" => &[Self::Unit, Self::Bank],
            "media" | "assessments" => &[Self::Unit, Self::Course],
            "scenes" => &[Self::CaseStudy],
            "choices" => &[Self::Scene],
            "outcomes" | "lessons" | "case_studies" | "marking_points" | "key_skills" => &[Self::Unit],
            _ if LISTS.contains(&key) => &[Self::Unit, Self::Qualification],
            _ => &[],
        }
    }
}

/// Things that go: the path that each has, and gets.
pub(super) struct Carried<'c> {
    pub(super) things: Vec<(&'c Defined, String)>,
    /// How many references lead on.
    pub(super) uses: usize,
}

/// Carries `defined`, and what is in it, to the path `new`.
pub(super) fn carry<'c>(course: &'c Course, defined: &'c Defined, new: &str, edits: &mut Edits<'_>) -> Result<Carried<'c>, String> {
    let sources = edits.sources;
    let apart = || {
        let (name, path) = (sources.name(defined.span.file), &defined.path);
        format!("where `{path}` begins and ends in `{name}` cannot be told: write it on lines of its own, as `coursec fmt` does")
    };
    let from = Page::read(sources, defined.span.file).ok_or_else(apart)?;
    let place = from.place(defined.span).ok_or_else(|| format!("a {} does not move: only its id can change", defined.noun))?;
    let key = place.key.key.text.as_str();
    let to = Destination::find(course, sources, new)?;
    fits(defined, key, new, to.room)?;
    let (start, end) = from.range(place).ok_or_else(apart)?;
    let block = Block { span: Span::new(from.file, start, end), files: files(sources, &from, place) };
    let within = |one: &&Defined| block.has(one.span) && one.path.starts_with(scope_of(&defined.path));
    let things: Vec<(&Defined, String)> =
        course.index.defined.iter().filter(within).map(|one| (one, path_after(&one.path, &defined.path, new))).collect();
    let uses = references(course, &block, &things, &to, edits);
    edits.rename(defined.span, id_of(&defined.path), id_of(new), false);
    let inside = edits.taken(block.span);
    let (cut, out) = from.cut(place, &inside).ok_or_else(apart)?;
    let put = to.node().and_then(|holder| to.page.put(holder, key, &cut)).ok_or_else(|| {
        let name = sources.name(to.page.file);
        format!("nothing can be added to the list `{key}` in `{name}` as it is written: write its entries below one another, as `coursec fmt` does")
    })?;
    edits.add(out);
    edits.add(put);
    Ok(Carried { things, uses })
}

/// Whether a thing of the list `key` can stand in `room`.
fn fits(defined: &Defined, key: &str, new: &str, room: Room) -> Result<(), String> {
    if key == "criteria" {
        return Err("a criterion stands below its outcome, and moves with it: move the outcome".to_owned());
    }
    let rooms = Room::of(key);
    if rooms.contains(&room) {
        return Ok(());
    }
    let names = rooms.iter().map(|room| room.noun()).collect::<Vec<_>>().join(" or ");
    Err(format!("`{}` ({}) can stand in {names}, and `{new}` is in {}", defined.path, defined.noun, room.noun()))
}

/// What the path of something is after `old` has become `new`.
pub(super) fn path_after(path: &str, old: &str, new: &str) -> String {
    match path.strip_prefix(old) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{new}{rest}"),
        // A criterion of an outcome stands beside it.
        _ => format!("{}{}", scope_of(new), id_of(path)),
    }
}

/// The text that goes: its place, and files that belong to it alone.
struct Block {
    span: Span,
    files: Vec<FileId>,
}

impl Block {
    fn has(&self, span: Span) -> bool {
        let inside = span.file == self.span.file && self.span.start <= span.start && span.end <= self.span.end;
        inside || self.files.contains(&span.file)
    }
}

/// The texts that the entry at `place` has in files of their own.
fn files(sources: &Sources, page: &Page<'_>, place: Place<'_>) -> Vec<FileId> {
    fn find<'n>(node: &'n Node, found: &mut Vec<(&'n str, &'n str)>) {
        match &node.kind {
            Kind::Map(entries) => {
                for entry in entries {
                    match &entry.value.kind {
                        Kind::Scalar(text, _) => found.push((&entry.key.text, &text.text)),
                        _ => find(&entry.value, found),
                    }
                }
            }
            Kind::List(nodes) => nodes.iter().for_each(|node| find(node, found)),
            Kind::Scalar(..) | Kind::Broken => {}
        }
    }
    let mut found = Vec::new();
    if let Kind::List(nodes) = &place.key.value.kind {
        find(&nodes[place.number], &mut found);
    }
    let text = |(key, path): (&str, &str)| match key {
        "body_file" => sources.text(path).ok(),
        "transcript" => sources.media_text(sources.media(path).ok()?)?.ok(),
        _ => None,
    };
    found.into_iter().filter_map(text).filter(|file| *file != page.file).collect()
}

/// Where something goes.
struct Destination<'s> {
    page: Page<'s>,
    room: Room,
    /// The id of what it stands in; none where that is a whole file, or the qualification in course.yaml.
    holder: Option<Span>,
    /// The unit that bare references are looked up in there.
    unit: Option<String>,
}

impl<'s> Destination<'s> {
    fn find(course: &Course, sources: &'s Sources, new: &str) -> Result<Self, String> {
        let read = |file| Page::read(sources, file).ok_or_else(|| format!("`{}` cannot be read", sources.name(file)));
        let file = sources.text("course.yaml").map_err(|_| "course.yaml cannot be read".to_owned())?;
        let scope = scope_of(new);
        if matches!(scope, "" | "^/") {
            let page = read(file)?;
            let room = if scope.is_empty() { Room::Course } else { Room::Qualification };
            let elsewhere = match page.root.get("qualification").map(|node| &node.kind) {
                None if room == Room::Qualification => return Err("the course has no qualification".to_owned()),
                Some(Kind::Scalar(path, _)) if room == Room::Qualification => sources.text(&path.text).ok(),
                _ => None,
            };
            return Ok(Self { page: elsewhere.map_or(Ok(page), read)?, room, holder: None, unit: None });
        }
        let path = scope.trim_end_matches('/');
        let holder = course.index.defined.iter().find(|one| one.path == path).ok_or_else(|| match path {
            "bank:" => "a bank is a file of its own: only its id can change".to_owned(),
            _ => format!("nothing is at `{path}`, so nothing can move there"),
        })?;
        let room = match holder.noun {
            "unit" => Room::Unit,
            "bank" => Room::Bank,
            "case study" => Room::CaseStudy,
            "scene" => Room::Scene,
            noun => return Err(format!("`{path}` ({noun}) cannot hold anything else")),
        };
        let unit = match path.strip_prefix("bank:") {
            Some(bank) => course.banks.iter().find(|of| of.id.as_str() == bank).and_then(|of| of.unit.as_ref()).map(ToString::to_string),
            None => path.split('/').next().map(str::to_owned),
        };
        let id = (!matches!(room, Room::Unit | Room::Bank)).then_some(holder.span);
        Ok(Self { page: read(holder.span.file)?, room, holder: id, unit })
    }

    fn node(&self) -> Option<&Node> {
        match (self.holder, self.room) {
            (Some(id), _) => self.page.holder(id),
            (None, Room::Qualification) => self.page.root.get("qualification").or(Some(&self.page.root)),
            (None, _) => Some(&self.page.root),
        }
    }

    /// How a reference in `file` names what has come to `path`.
    fn name<'p>(&self, path: &'p str, file: FileId) -> &'p str {
        let beside = matches!(self.room, Room::CaseStudy | Room::Scene) || self.room == Room::Unit && file == self.page.file;
        if beside { id_of(path) } else { path }
    }
}

/// Lets references lead on: those to `things`, of which it gives the number outside of `block`, and those in it to what stays.
fn references(course: &Course, block: &Block, things: &[(&Defined, String)], to: &Destination<'_>, edits: &mut Edits<'_>) -> usize {
    let defined: BTreeMap<Span, &Defined> = course.index.defined.iter().map(|one| (one.span, one)).collect();
    let mut uses = 0;
    for used in &course.index.uses {
        let Some(of) = defined.get(&used.of) else { continue };
        let goes = things.iter().find(|(one, _)| one.span == of.span);
        let before = [of.path.as_str(), id_of(&of.path)];
        match (goes, block.has(used.at)) {
            (Some((_, path)), true) => drop(edits.repath(used.at, &before, id_of(path))),
            (Some((_, path)), false) => uses += usize::from(edits.repath(used.at, &before, to.name(path, used.at.file))),
            (None, true) => {
                let home = scope_of(&of.path).trim_end_matches('/');
                let of_unit = !home.is_empty() && home != "^" && !home.contains([':', '/']);
                if of_unit {
                    let near = to.unit.as_deref() == Some(home);
                    edits.repath(used.at, &before, if near { id_of(&of.path) } else { &of.path });
                }
            }
            (None, false) => {}
        }
    }
    uses
}
