//! Edits of the files of a course, gathered: each once.

use std::collections::BTreeMap;

use super::written;
use crate::diag::{Edit, FileId, Span};
use crate::source::Sources;

/// Edits, by file.
pub(super) struct Edits<'s> {
    pub(super) sources: &'s Sources,
    of: BTreeMap<FileId, Vec<Edit>>,
}

impl<'s> Edits<'s> {
    pub(super) fn new(sources: &'s Sources) -> Self {
        Self { sources, of: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, edit: Edit) {
        let edits = self.of.entry(edit.span.file).or_default();
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }

    /// Takes out those that lie in `span`.
    pub(super) fn taken(&mut self, span: Span) -> Vec<Edit> {
        let Some(edits) = self.of.get_mut(&span.file) else { return Vec::new() };
        let (inside, outside) =
            std::mem::take(edits).into_iter().partition(|edit| span.start <= edit.span.start && edit.span.end <= span.end);
        *edits = outside;
        inside
    }

    /// The new texts of the files.
    pub(super) fn texts(self) -> Vec<(FileId, String)> {
        let changed = self.of.into_iter().filter(|(_, edits)| !edits.is_empty());
        changed.map(|(file, edits)| (file, written(self.sources.content(file), &edits))).collect()
    }

    /// Writes `id` for `before` in what is written at `at`: its last name, or where `inside` one that others follow. False where it does not name it.
    pub(super) fn rename(&mut self, at: Span, before: &str, id: &str, inside: bool) -> bool {
        let ends = |tail: &str| if inside { tail.starts_with('/') } else { closes(tail) };
        self.replace(at, before, id, |head| opens(head) || head.ends_with('/'), ends)
    }

    /// Writes `path` for the first of `before` that is the whole reference at `at`. False where none is.
    pub(super) fn repath(&mut self, at: Span, before: &[&str], path: &str) -> bool {
        before.iter().any(|before| self.replace(at, before, path, opens, closes))
    }

    fn replace(&mut self, at: Span, before: &str, new: &str, head: impl Fn(&str) -> bool, tail: impl Fn(&str) -> bool) -> bool {
        let text = self.sources.content(at.file).get(at.start as usize..at.end as usize).unwrap_or_default();
        let stands = |start: &usize| head(&text[..*start]) && tail(&text[start + before.len()..]);
        let Some(start) = text.match_indices(before).map(|(start, _)| start).filter(stands).last() else { return false };
        if before != new {
            let from = at.start as usize + start;
            self.add(Edit { span: Span::new(at.file, from, from + before.len()), replacement: new.to_owned() });
        }
        true
    }
}

/// Whether a reference can begin after `head`.
fn opens(head: &str) -> bool {
    head.is_empty() || head.ends_with([':', '\'', '"', '(', '<', '['])
}

/// Whether a reference can end before `tail`.
fn closes(tail: &str) -> bool {
    tail.is_empty() || tail.starts_with(['\'', '"', ')', '>', ']'])
}
