//! The form of the files of a course.
//!
//! In: sources and their lock. Out: what changes in each file, or why it is left alone. A file that would read differently is left alone too.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::flow::Place;
use super::names::{Names, Shelf};
use super::same::same;
use super::written;
use crate::diag::{self, Diagnostic, Edit, FileId, Severity, Span, Warned};
use crate::lock::Lock;
use crate::source::Sources;
use crate::syntax::{Bank, Course, Qualification, QualificationRef, Unit};
use crate::yaml::{self, Cx, Decode, Kind, Node, Plain, resolve};

/// A file in another form.
#[derive(Debug)]
pub struct Formatted {
    /// The file.
    pub file: FileId,
    /// Its text, without a byte order mark.
    pub text: String,
    /// What was done to it.
    pub changes: Changes,
}

/// What was done to a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many lists and mappings were taken out of brackets.
    pub blocks: usize,
    /// How many texts were put in quotation marks.
    pub quotes: usize,
    /// The ids that were written, each with the line that it is on now.
    pub ids: Vec<(usize, String)>,
}

/// Slips in prose that are mended by quotation marks.
const SLIPS: [&str; 4] = ["hash-in-text", "comma-in-text", "colon-in-text", "sign-before-text"];

/// Kinds of mistakes after which nobody knows what a text was to be.
const UNSURE: std::ops::RangeInclusive<&str> = "E0101"..="E0106";

/// A mend can bring the next one to light; so many times they are looked for.
const ROUNDS: usize = 8;

/// Every file of the course that has to change, by path; `Err` with what is wrong for one that cannot be read, and is left alone.
#[must_use]
pub fn format(sources: &Sources, lock: &Lock) -> Vec<(FileId, Result<Formatted, Vec<Diagnostic>>)> {
    let mut files: Vec<(FileId, Result<Reading<'_>, Vec<Diagnostic>>)> = Vec::new();
    let mut add = |shelf: Shelf, path: &str| {
        if let Ok(file) = sources.text(path) {
            files.push((file, Reading::of(shelf, file, sources.content(file))));
        }
    };
    add(Shelf::Course, "course.yaml");
    if let Some(path) = qualification(sources).filter(|path| !path.contains(':')) {
        add(Shelf::Qualification, &path);
    }
    for (folder, shelf) in [("banks", Shelf::Bank), ("units", Shelf::Unit)] {
        for (path, _) in sources.texts_in(folder).filter(|(path, _)| path.strip_suffix(".yaml").is_some()) {
            add(shelf, path);
        }
    }
    let mut names = Names::of(files.iter().filter_map(|(_, read)| read.as_ref().ok()), lock);
    files.iter_mut().filter_map(|(_, read)| read.as_mut().ok()).for_each(|reading| names.give(reading));
    files.sort_by_key(|(file, _)| *file);
    let formatted = |(file, read): (FileId, Result<Reading<'_>, _>)| match read {
        Ok(reading) => Some((file, Ok(reading.formatted(sources.content(file))?))),
        Err(diagnostics) => Some((file, Err(diagnostics))),
    };
    files.into_iter().filter_map(formatted).collect()
}

/// The file of the qualification, if it has one.
fn qualification(sources: &Sources) -> Option<String> {
    let file = sources.text("course.yaml").ok()?;
    match yaml::decode::<Course>(file, sources.content(file)).output.0?.qualification? {
        QualificationRef::File(path) => Some(path.value),
        QualificationRef::Here(_) => None,
    }
}

/// A file as it is read.
pub(super) struct Reading<'a> {
    /// What it is.
    pub(super) shelf: Shelf,
    /// Its text, slips mended.
    pub(super) content: Cow<'a, str>,
    /// Its tree.
    pub(super) root: Node,
    /// Where texts for people stand.
    pub(super) texts: BTreeSet<Span>,
    /// Records that should have an id and have none.
    pub(super) unnamed: BTreeSet<Span>,
    /// The ids that those get.
    pub(super) ids: BTreeMap<Span, String>,
    /// How many slips were mended.
    mended: usize,
    /// What is said of it.
    faults: Faults,
}

impl<'a> Reading<'a> {
    fn of(shelf: Shelf, file: FileId, source: &'a str) -> Result<Self, Vec<Diagnostic>> {
        let mut content = Cow::Borrowed(source);
        let mut mended = 0;
        for _ in 0..ROUNDS {
            let (cx, said) = decode(shelf, file, &content);
            let slips: Vec<Edit> = said.iter().chain(&cx.diagnostics).filter_map(mend).collect();
            if slips.is_empty() {
                break;
            }
            mended += slips.len();
            content = Cow::Owned(written(&content, &slips));
        }
        let (cx, said) = decode(shelf, file, &content);
        let unsure =
            |one: &Diagnostic| one.severity == Severity::Error && (SLIPS.contains(&one.lint.name) || UNSURE.contains(&one.lint.code));
        let root = yaml::read(file, &content).output;
        let Some(root) = root.filter(|_| !said.iter().any(|one| one.severity == Severity::Error) && !cx.diagnostics.iter().any(unsure))
        else {
            // What is told stands in the file as its author sees it, where nothing is mended.
            let (cx, said) = decode(shelf, file, source);
            let mut said: Vec<_> = said.into_iter().chain(cx.diagnostics.into_iter().filter(unsure)).collect();
            diag::sort(&mut said);
            return Err(said);
        };
        let (texts, unnamed) = (cx.texts.iter().copied().collect(), cx.unnamed.iter().copied().collect());
        Ok(Self { shelf, content, root, texts, unnamed, ids: BTreeMap::new(), mended, faults: faults(&cx) })
    }

    /// Whether `after` says what is said now: nothing new, and nothing less but for ids that are there then.
    fn faults_stay(&self, after: &Faults) -> bool {
        let known = after.iter().all(|(fault, times)| self.faults.get(fault).is_some_and(|before| times <= before));
        known && (!self.ids.is_empty() || *after == self.faults)
    }

    /// What changes in it; `None` where nothing does. `before` is its text before slips were mended.
    fn formatted(&self, before: &str) -> Option<Formatted> {
        let mut work = Work { reading: self, edits: Vec::new(), changes: Changes { quotes: self.mended, ..Changes::default() } };
        work.visit(&self.root, Place::Alone);
        let Work { edits, mut changes, .. } = work;
        let text = written(&self.content, &edits);
        if text == before {
            return None;
        }
        let file = self.root.span.file;
        let (cx, said) = decode(self.shelf, file, &text);
        let root = yaml::read(file, &text).output?;
        if said.iter().any(|one| one.severity == Severity::Error) || !same(self, &root) || !self.faults_stay(&faults(&cx)) {
            return None;
        }
        changes.ids = given(&root, &self.ids.values().map(String::as_str).collect(), &text);
        Some(Formatted { file, text, changes })
    }
}

/// What is said of a file: codes and messages, each with how often.
type Faults = BTreeMap<(&'static str, String), usize>;

/// What decoding said.
fn faults(cx: &Cx) -> Faults {
    let mut faults = Faults::new();
    for one in &cx.diagnostics {
        *faults.entry((one.lint.code, one.message.clone())).or_default() += 1;
    }
    faults
}

/// Decodes a file as what it is.
fn decode(shelf: Shelf, file: FileId, content: &str) -> (Cx, Vec<Diagnostic>) {
    fn of<T: Decode>(file: FileId, content: &str) -> (Cx, Vec<Diagnostic>) {
        let Warned { output: (_, cx), diagnostics } = yaml::decode::<T>(file, content);
        (cx, diagnostics)
    }
    match shelf {
        Shelf::Course => of::<Course>(file, content),
        Shelf::Qualification => of::<Qualification>(file, content),
        Shelf::Bank => of::<Bank>(file, content),
        Shelf::Unit => of::<Unit>(file, content),
    }
}

/// The one edit that mends a slip in prose, if it is certain.
fn mend(diagnostic: &Diagnostic) -> Option<Edit> {
    let slip = diagnostic.severity == Severity::Error && SLIPS.contains(&diagnostic.lint.name);
    match diagnostic.fixes.as_slice() {
        [fix] if slip && fix.certain && fix.edits.len() == 1 => fix.edits.first().cloned(),
        _ => None,
    }
}

/// Where the ids `given` stand now, by line.
fn given(root: &Node, given: &BTreeSet<&str>, text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.kind {
            Kind::Map(entries) => open.extend(entries.iter().rev().map(|entry| &entry.value)),
            Kind::List(nodes) => open.extend(nodes.iter().rev()),
            Kind::Scalar(..) | Kind::Broken => {}
        }
        if let Some(Kind::Scalar(id, _)) = node.get("id").map(|id| &id.kind)
            && given.contains(id.text.as_str())
        {
            let line = text.get(..id.span.start as usize).map_or(0, |before| before.matches('\n').count()) + 1;
            found.push((line, id.text.clone()));
        }
    }
    found
}

/// The edits of a file.
struct Work<'r, 'a> {
    reading: &'r Reading<'a>,
    edits: Vec<Edit>,
    changes: Changes,
}

impl Work<'_, '_> {
    fn visit(&mut self, node: &Node, place: Place) {
        if self.reading.holds_prose(node)
            && let Some(edit) = self.reading.opened(node, place)
        {
            self.changes.blocks += 1;
            self.changes.quotes += self.reading.quoting(node).len();
            self.edits.push(edit);
            return;
        }
        // What stands in brackets that stay has no lines of its own.
        let place = |place: Place| if self.reading.is_flow(node) { Place::Inside } else { place };
        match &node.kind {
            Kind::Scalar(..) => {
                let edits = self.reading.quoting(node);
                self.changes.quotes += edits.len();
                self.edits.extend(edits);
            }
            Kind::List(nodes) => {
                let place = place(Place::Alone);
                for node in nodes {
                    self.visit(node, place);
                }
            }
            Kind::Map(entries) => {
                let places: Vec<Place> =
                    entries.iter().map(|entry| place(Place::Value(self.reading.column(entry.key.span.start as usize)))).collect();
                self.edits.extend(self.named(node));
                for (entry, place) in entries.iter().zip(places) {
                    self.visit(&entry.value, place);
                }
            }
            Kind::Broken => {}
        }
    }

    /// The edit that writes the id of a mapping, first in it but for `coursec`.
    fn named(&self, node: &Node) -> Option<Edit> {
        let id = self.reading.ids.get(&node.span)?;
        let Kind::Map(entries) = &node.kind else { return None };
        let first = entries.iter().find(|entry| entry.key.text != "coursec").or(entries.first())?.key.span;
        let after = match self.reading.is_flow(node) {
            true => ", ".to_owned(),
            false => "\n".to_owned() + &" ".repeat(self.reading.column(first.start as usize)),
        };
        Some(Edit { span: Span { end: first.start, ..first }, replacement: format!("id: {id}{after}") })
    }
}

/// Whether a plain scalar is a number, a boolean or a time to some reader of YAML: 1.2 core schema, 10.3.2, and what 1.1 had beside it.
pub(super) fn magic(text: &str) -> bool {
    let word = ["yes", "no", "on", "off", "y", "n"].iter().any(|word| word.eq_ignore_ascii_case(text));
    let based =
        ["0x", "0o", "0b"].iter().any(|base| text.strip_prefix(base).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_hexdigit())));
    let digits = text.trim_start_matches(['-', '+', '.']).starts_with(|c: char| c.is_ascii_digit());
    let number = digits && text.chars().all(|c| c.is_ascii_digit() || "+-._:eE".contains(c));
    let endless = [".inf", ".nan"].iter().any(|word| text.trim_start_matches(['-', '+']).eq_ignore_ascii_case(word));
    word || based || number || endless || matches!(resolve(text), Plain::Bool(_) | Plain::Number(_))
}

#[cfg(test)]
mod tests {
    use super::magic;

    #[test]
    fn what_is_no_text_to_every_reader_is_known() {
        for text in ["20", "-0.5", "1e3", "0x1F", "true", "False", "yes", "No", "12:30", "2026-01-31", ".inf", "1_000"] {
            assert!(magic(text), "{text}");
        }
        for text in ["20 seconds", "Yes, please", "truely", "10 %", "e", "-", "v1.2", "1.2.x", "", "0xyz", "null"] {
            assert!(!magic(text), "{text}");
        }
    }
}
