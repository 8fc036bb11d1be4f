//! The certain mends of a course, made in its files.

use std::collections::BTreeMap;

use super::Failure;
use super::courses::Folder;
use super::rewrite::{self, Change, place};
use super::shell::Shell;
use crate::diag::emit::Files;
use crate::diag::{Diagnostic, Edit, FileId, Fix};
use crate::edit::written;
use crate::source::Sources;
use crate::{Options, check};

/// A mend can bring the next one to light; so many times they are looked for.
const ROUNDS: usize = 8;

/// Mends the course in `folder` until there is nothing certain left to mend, and says what it changed.
pub(super) fn run(folder: &Folder, shell: &Shell) -> Result<(), Failure> {
    rewrite::finish(folder, shell)?;
    let root = rewrite::root(folder)?;
    for _ in 0..ROUNDS {
        let sources = folder.load(shell)?;
        let diagnostics = check(&sources, &Options::default());
        let chosen = choose(&diagnostics, |file| place(&root, &sources, file).is_some());
        if chosen.is_empty() {
            break;
        }
        let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
        for edit in chosen.iter().flat_map(|(_, fix)| &fix.edits) {
            edits.entry(edit.span.file).or_default().push(edit);
        }
        // A mend may stand in several files: all of them are written or none.
        let texts: Vec<(FileId, String)> = edits.iter().map(|(file, edits)| (*file, written(sources.content(*file), edits))).collect();
        let changes: Vec<Change<'_>> =
            texts.iter().filter_map(|(file, text)| Some(Change { path: place(&root, &sources, *file)?, file: *file, text })).collect();
        rewrite::write_all(&root, &changes, &sources)?;
        for (diagnostic, fix) in chosen {
            shell.say(format_args!("fixed {}: {} ({})", at(diagnostic, &sources), fix.title, diagnostic.lint.code));
        }
    }
    Ok(())
}

/// The mends to make now: certain, the only one of its diagnostic, in files that may be written, none into another.
fn choose(diagnostics: &[Diagnostic], ours: impl Fn(FileId) -> bool) -> Vec<(&Diagnostic, &Fix)> {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut chosen = Vec::new();
    for diagnostic in diagnostics {
        let mut certain = diagnostic.fixes.iter().filter(|fix| fix.certain);
        let (Some(fix), None) = (certain.next(), certain.next()) else { continue };
        let free = |edit: &Edit| taken.iter().all(|other| apart(edit, other));
        if !fix.edits.is_empty() && fix.edits.iter().all(|edit| ours(edit.span.file) && free(edit)) {
            taken.extend(&fix.edits);
            chosen.push((diagnostic, fix));
        }
    }
    chosen
}

/// Whether the edits touch nothing in common.
fn apart(one: &Edit, other: &Edit) -> bool {
    one.span.file != other.span.file || one.span.end < other.span.start || other.span.end < one.span.start
}

/// The file and line of `diagnostic`.
fn at(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let Some(label) = &diagnostic.primary else { return "the course".to_owned() };
    let content = sources.content(label.span.file);
    let before = content.get(..label.span.start as usize).unwrap_or_default();
    format!("{}:{}", Files::name(sources, label.span.file), before.matches('\n').count() + 1)
}
