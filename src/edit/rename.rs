//! Another id for a thing of a course.
//!
//! In: sources, their lock, the path that a thing has and the one it is to have. Out: the new texts of the files that name it, and whether
//! `moved:` has a line for it. Fails, with nothing changed, where that cannot be done; the reason is a sentence for the author.

use std::collections::BTreeMap;

use super::written;
use crate::diag::{Edit, FileId, Span};
use crate::lock::Lock;
use crate::model::{Course, Defined};
use crate::source::Sources;
use crate::value::Id;
use crate::yaml::{self, Kind, Node, nearest};

/// What a rename comes to.
#[derive(Debug)]
pub struct Renamed {
    /// The files that change, with their new texts.
    pub files: Vec<(FileId, String)>,
    /// What it is, such as `lesson`.
    pub noun: &'static str,
    /// How many references follow.
    pub uses: usize,
    /// Whether `moved:` got a line, which it needs once a release has recorded the thing.
    pub recorded: bool,
}

/// Gives the thing at `old` the path `new`, in its definition and wherever `course` names it.
///
/// # Errors
/// Says why it cannot be done.
pub fn rename(course: &Course, sources: &Sources, lock: &Lock, old: &str, new: &str) -> Result<Renamed, String> {
    let defined = find(course, old)?;
    let id = allowed(course, lock, defined, new)?;
    let mut work = Work { sources, edits: BTreeMap::new() };
    let before = old.rsplit(['/', ':']).next().unwrap_or(old);
    work.replace(defined.span, before, id, false);
    let mut uses = 0;
    for used in &course.index.uses {
        let Some(of) = course.index.defined.iter().find(|one| one.span == used.of) else { continue };
        let inside = of.path.strip_prefix(old).is_some_and(|rest| rest.starts_with('/'));
        if of.span == defined.span || inside {
            uses += usize::from(work.replace(used.at, before, id, inside));
        }
    }
    let released = lock.thing(old).is_some_and(crate::lock::Thing::is_released);
    work.moved(old, new, released)?;
    let texts = |(file, edits): (FileId, Vec<Edit>)| (file, written(sources.content(file), &edits));
    Ok(Renamed { files: work.edits.into_iter().map(texts).collect(), noun: defined.noun, uses, recorded: released })
}

/// The thing at `old`, if it is known by an id of its own.
fn find<'c>(course: &'c Course, old: &str) -> Result<&'c Defined, String> {
    if let Some(defined) = course.index.defined.iter().find(|one| one.path == old) {
        return Ok(defined);
    }
    let paths = course.index.defined.iter().map(|one| one.path.as_str());
    let ends: Vec<&str> = paths.clone().filter(|path| path.strip_suffix(old).is_some_and(|rest| rest.ends_with('/'))).collect();
    let inside = old
        .rsplit_once('/')
        .is_some_and(|(above, _)| above.contains('/') && paths.clone().any(|path| path == above || above.starts_with(&format!("{path}/"))));
    Err(match (ends.as_slice(), nearest(old, paths)) {
        ([one], _) => format!("nothing is at `{old}`: write the full path, `{one}`"),
        _ if inside => format!(
            "`{old}` stands in another thing: rename it in the file, and add `{{from: {old}, to: ...}}` to `moved:` if it was released"
        ),
        (_, Some(near)) => format!("nothing is at `{old}`; did you mean `{near}`?"),
        _ => format!("nothing is at `{old}`: write the full path of a thing, such as `unit/item`"),
    })
}

/// The new id, if the path `new` can be that of `defined`.
fn allowed<'n>(course: &Course, lock: &Lock, defined: &Defined, new: &'n str) -> Result<&'n str, String> {
    let split = |path: &str| path.rfind(['/', ':']).map_or(0, |at| at + 1);
    let (scope, id) = new.split_at(split(new));
    let own = &defined.path[..split(&defined.path)];
    if scope != own {
        return Err(format!("`{}` cannot move to `{new}` in this version: only the last part of its path can change", defined.path));
    }
    let parse = if defined.noun == "criterion" { Id::parse_criterion } else { Id::parse };
    parse(id).map_err(|why| format!("`{id}` is no id: {why}"))?;
    if let Some(taken) = course.index.defined.iter().find(|one| one.path.eq_ignore_ascii_case(new) && one.span != defined.span) {
        return Err(format!("`{new}` is the path of another thing ({}); choose another id", taken.noun));
    }
    if new == defined.path {
        return Err(format!("`{new}` is its path already"));
    }
    match lock.thing(new).filter(|there| there.is_released()) {
        Some(_) => Err(format!("`{new}` was released before, and learners' records mean that by it: choose an id that was never released")),
        None => Ok(id),
    }
}

/// The edits of a course.
struct Work<'s> {
    sources: &'s Sources,
    edits: BTreeMap<FileId, Vec<Edit>>,
}

impl Work<'_> {
    fn add(&mut self, edit: Edit) {
        let edits = self.edits.entry(edit.span.file).or_default();
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }

    /// Writes `id` for `before` in what is written at `at`: its last name, or where `inside` one that others follow. False where it does not name it.
    fn replace(&mut self, at: Span, before: &str, id: &str, inside: bool) -> bool {
        let text = self.sources.content(at.file).get(at.start as usize..at.end as usize).unwrap_or_default();
        let names = |start: &usize| {
            let (head, tail) = (&text[..*start], &text[start + before.len()..]);
            let begins = head.is_empty() || head.ends_with(['/', ':', '\'', '"', '(', '<']);
            let ends = tail.is_empty() || tail.starts_with(['\'', '"', ')', '>']);
            begins && if inside { tail.starts_with('/') } else { ends }
        };
        let Some(start) = text.match_indices(before).map(|(start, _)| start).filter(names).last() else { return false };
        let from = at.start as usize + start;
        self.add(Edit { span: Span::new(at.file, from, from + before.len()), replacement: id.to_owned() });
        true
    }

    /// Follows the rename in `moved:`, and adds a line where one is `needed`.
    fn moved(&mut self, old: &str, new: &str, needed: bool) -> Result<(), String> {
        let file = self.sources.text("course.yaml").map_err(|_| "course.yaml cannot be read".to_owned())?;
        let content = self.sources.content(file);
        let root = yaml::read(file, content).output.ok_or("course.yaml cannot be read")?;
        let list = root.get("moved");
        if !needed {
            // A line that no build has recorded yet leads to the new place.
            for node in list.into_iter().flat_map(entries).filter_map(|entry| entry.get("to")) {
                if matches!(&node.kind, Kind::Scalar(text, _) if text.text == old) {
                    self.add(Edit { span: node.span, replacement: new.to_owned() });
                }
            }
            return Ok(());
        }
        let line = format!("{{from: {old}, to: {new}}}");
        let (start, end, text) = match list {
            None => {
                let end = content.len();
                (end, end, format!("{}moved:\n  - {line}\n", if content.ends_with('\n') { "" } else { "\n" }))
            }
            Some(node) => {
                let (start, end) = (node.span.start as usize, node.span.end as usize);
                match (entries(node).last(), content[start..].starts_with('[')) {
                    (Some(last), true) => (last.span.end as usize, last.span.end as usize, format!(", {line}")),
                    (None, _) => (start, end, format!("\n  - {line}")),
                    (Some(_), false) => {
                        let column = start - content[..start].rfind('\n').map_or(0, |newline| newline + 1);
                        (start, start, format!("- {line}\n{}", " ".repeat(column)))
                    }
                }
            }
        };
        self.add(Edit { span: Span::new(file, start, end), replacement: text });
        Ok(())
    }
}

/// The entries of a list.
fn entries(node: &Node) -> &[Node] {
    match &node.kind {
        Kind::List(nodes) => nodes,
        _ => &[],
    }
}
