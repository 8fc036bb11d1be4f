//! Ids for what has none.
//!
//! In: the files of a course. Out: an id for each record that should have one, made of its text, unique where it is known. A record
//! without a text gets none.

use std::collections::{BTreeMap, BTreeSet};

use super::format::Reading;
use super::slug::{noun, slug};
use crate::content::Inline;
use crate::diag::Span;
use crate::lock::Lock;
use crate::yaml::{Kind, Node, Text};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// course.yaml.
    Course,
    /// The file of a qualification.
    Qualification,
    /// A file of `banks/`.
    Bank,
    /// A file of `units/`.
    Unit,
}

/// Keys whose entries are known within their item alone.
pub(super) const PARTS: [&str; 9] = ["options", "steps", "targets", "sources", "regions", "categories", "entries", "scale", "rubric"];

/// Keys that tell best what a record is about.
const TELLING: [&str; 8] = ["title", "term", "text", "statement", "claim", "question", "prompt", "file"];

/// The ids of a course that a bare reference can mean, without regard to case.
pub(super) struct Names<'l> {
    lock: &'l Lock,
    /// Those of the course and the qualification: no unit may hide them.
    above: BTreeSet<String>,
    /// All of units and the course: what is above may hide none of them.
    all: BTreeSet<String>,
    banks: BTreeSet<String>,
}

/// What is known where a record stands.
struct Here<'h> {
    /// The key of the list that it is in.
    key: &'h str,
    /// The path of what holds it, where that has an id.
    path: Option<String>,
    /// The ids beside it, if it is known in a part of the file alone.
    beside: Option<&'h mut BTreeSet<String>>,
}

impl<'l> Names<'l> {
    /// The names that `files` have.
    pub(super) fn of<'r, 'a: 'r>(files: impl Iterator<Item = &'r Reading<'a>>, lock: &'l Lock) -> Self {
        let mut names = Self { lock, above: BTreeSet::new(), all: BTreeSet::new(), banks: BTreeSet::new() };
        for reading in files {
            let root = id(&reading.root).map(str::to_ascii_lowercase);
            match reading.shelf {
                Shelf::Unit => names.above.extend(root),
                Shelf::Bank => names.banks.extend(root),
                Shelf::Course | Shelf::Qualification => names.above.extend(own(reading)),
            }
            names.all.extend(own(reading));
        }
        names.all.extend(names.above.iter().cloned());
        names
    }

    /// Gives ids to the unnamed records of `reading`.
    pub(super) fn give(&mut self, reading: &mut Reading<'_>) {
        if reading.unnamed.is_empty() {
            return;
        }
        let mut given = std::mem::take(&mut reading.ids);
        let mut own = own(reading);
        let path = id(&reading.root).map(|id| if reading.shelf == Shelf::Bank { format!("bank:{id}") } else { id.to_owned() });
        let path = match reading.shelf {
            Shelf::Course => Some(String::new()),
            Shelf::Qualification => Some("^".to_owned()),
            Shelf::Bank | Shelf::Unit => path,
        };
        let mut work = Giving { names: self, reading, own: &mut own, given: &mut given };
        work.record(&reading.root, Here { key: "", path, beside: None }, true);
        reading.ids = given;
    }
}

/// The ids of a file that are known in all of it.
fn own(reading: &Reading<'_>) -> BTreeSet<String> {
    fn add(node: &Node, ids: &mut BTreeSet<String>) {
        match &node.kind {
            Kind::List(nodes) => {
                for node in nodes {
                    ids.extend(id(node).map(str::to_ascii_lowercase));
                    add(node, ids);
                }
            }
            Kind::Map(entries) => {
                let known = |key: &str| !PARTS.contains(&key) && !matches!(key, "scenes" | "choices");
                entries.iter().filter(|entry| known(&entry.key.text)).for_each(|entry| add(&entry.value, ids));
            }
            Kind::Scalar(..) | Kind::Broken => {}
        }
    }
    let mut ids = BTreeSet::new();
    add(&reading.root, &mut ids);
    ids
}

/// The id that a mapping has.
fn id(node: &Node) -> Option<&str> {
    match &node.get("id")?.kind {
        Kind::Scalar(text, _) => Some(&text.text),
        _ => None,
    }
}

/// The ids of the entries of the lists at `keys` of a mapping.
fn beside(node: &Node, keys: &[&str]) -> BTreeSet<String> {
    let lists = keys.iter().filter_map(|key| match &node.get(key)?.kind {
        Kind::List(nodes) => Some(nodes),
        _ => None,
    });
    lists.flatten().filter_map(id).map(str::to_ascii_lowercase).collect()
}

/// A file whose records get ids.
struct Giving<'g, 'l, 'a> {
    names: &'g mut Names<'l>,
    reading: &'g Reading<'a>,
    own: &'g mut BTreeSet<String>,
    given: &'g mut BTreeMap<Span, String>,
}

impl Giving<'_, '_, '_> {
    /// Names `node`, if it has to be, and what is in it.
    fn record(&mut self, node: &Node, here: Here<'_>, outermost: bool) {
        let Here { key, path, beside: near } = here;
        let Kind::Map(entries) = &node.kind else { return };
        let named = match self.reading.unnamed.contains(&node.span) {
            true => self.name(node, key, path.as_deref(), near, outermost),
            false => id(node).map(str::to_owned),
        };
        let inner = match (path, named) {
            (Some(path), _) if outermost => Some(path),
            // An outcome holds criteria, and is in none of their paths.
            (Some(path), _) if key == "outcomes" => Some(path),
            (Some(path), Some(named)) if !path.is_empty() => Some(format!("{path}/{named}")),
            (Some(_), Some(named)) => Some(named),
            _ => None,
        };
        let mut parts = beside(node, &PARTS);
        for entry in entries {
            let key = entry.key.text.as_str();
            let mut scenes = beside(node, &[key]);
            let near = match key {
                "scenes" | "choices" => Some(&mut scenes),
                _ if PARTS.contains(&key) => Some(&mut parts),
                _ => None,
            };
            self.value(&entry.value, Here { key, path: inner.clone(), beside: near });
        }
    }

    fn value(&mut self, node: &Node, mut here: Here<'_>) {
        match &node.kind {
            Kind::Map(_) => self.record(node, here, false),
            Kind::List(nodes) => {
                for node in nodes {
                    self.record(node, Here { key: here.key, path: here.path.clone(), beside: here.beside.as_deref_mut() }, false);
                }
            }
            Kind::Scalar(..) | Kind::Broken => {}
        }
    }

    /// Gives `node` an id, and says it.
    fn name(
        &mut self,
        node: &Node,
        key: &str,
        path: Option<&str>,
        mut near: Option<&mut BTreeSet<String>>,
        outermost: bool,
    ) -> Option<String> {
        let text = telling(node, &self.reading.texts)?;
        let stem = slug(&text, &noun(key))?;
        let lock = self.names.lock;
        let retired = |id: &str| match path {
            Some("") | None => lock.thing(id).is_some(),
            Some(above) => {
                let direct = |path: &str| path[above.len() + 1..].find('/').is_none();
                lock.inside(above).any(|(path, thing)| {
                    direct(path) && (path.ends_with(&format!("/{id}")) || thing.public.as_ref().is_some_and(|public| public.id == id))
                })
            }
        };
        let reading = self.reading;
        let taken = |id: &String| match (&near, outermost, reading.shelf) {
            (Some(near), ..) => near.contains(id),
            (None, true, Shelf::Bank) => self.names.banks.contains(id),
            (None, true, _) | (None, _, Shelf::Course | Shelf::Qualification) => self.names.all.contains(id),
            (None, _, Shelf::Unit) => self.own.contains(id) || self.names.above.contains(id),
            (None, _, Shelf::Bank) => self.own.contains(id),
        };
        let numbered = std::iter::once(stem.clone()).chain((2u32..).map(|number| format!("{stem}-{number}")));
        let made = numbered.into_iter().find(|id| !taken(id) && !retired(id))?;
        match &mut near {
            Some(near) => drop(near.insert(made.clone())),
            None => {
                self.own.insert(made.clone());
                self.names.all.insert(made.clone());
                match (outermost, reading.shelf) {
                    (true, Shelf::Bank) => drop(self.names.banks.insert(made.clone())),
                    (true, _) | (_, Shelf::Course | Shelf::Qualification) => drop(self.names.above.insert(made.clone())),
                    _ => {}
                }
            }
        }
        self.given.insert(node.span, made.clone());
        Some(made)
    }
}

/// The text that tells best what a record is about.
fn telling(node: &Node, texts: &BTreeSet<Span>) -> Option<String> {
    let Kind::Map(entries) = &node.kind else { return None };
    let scalar = |node: &Node| match &node.kind {
        Kind::Scalar(text, _) if !text.text.trim().is_empty() => Some(text.clone()),
        _ => None,
    };
    let best = TELLING.iter().find_map(|key| node.get(key).and_then(scalar).map(|text| (*key, text)));
    if let Some(("file", path)) = best {
        return path.text.rsplit('/').next().and_then(|name| name.split('.').next()).map(str::to_owned);
    }
    let prose = || entries.iter().filter(|entry| texts.contains(&entry.value.span)).find_map(|entry| scalar(&entry.value));
    best.map(|(_, text)| text).or_else(prose).map(|text: Text| Inline::read(&text, &mut Vec::new()).plain())
}
