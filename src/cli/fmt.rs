//! `coursec fmt`: the form that prose is safe in.

use std::path::PathBuf;

use super::args::Fmt;
use super::courses::{self, Folder};
use super::rewrite::{self, Change, place};
use super::shell::Shell;
use super::{Failure, Status};
use crate::diag::emit::Files;
use crate::edit::{Changes, Formatted, format};
use crate::lock_of;

/// Formats the courses at PATH.
pub(super) fn run(arguments: &Fmt, shell: &Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let mut status = Status::Done;
    if let Some((diagnostics, sources)) = courses.catalog.as_ref().filter(|(diagnostics, _)| !diagnostics.is_empty()) {
        shell.report(diagnostics, sources);
        status = Status::Errors;
    }
    for folder in &courses.folders {
        status = status.max(one(folder, arguments.check, shell)?);
    }
    Ok(status)
}

/// Formats one course; where it is but checked, a file that would change is an error.
fn one(folder: &Folder, check: bool, shell: &Shell) -> Result<Status, Failure> {
    if !check {
        rewrite::finish(folder, shell)?;
    }
    let sources = folder.load(shell)?;
    let root = rewrite::root(folder)?;
    let lock = lock_of(&sources).output.unwrap_or_default();
    let mut status = Status::Done;
    let mut formatted: Vec<(Formatted, PathBuf)> = Vec::new();
    for (file, outcome) in format(&sources, &lock) {
        let name = Files::name(&sources, file);
        match (outcome, place(&root, &sources, file)) {
            (Err(diagnostics), _) => {
                shell.report(&diagnostics, &sources);
                shell.say(format_args!("left {name} as it is: it cannot be read"));
                status = Status::Errors;
            }
            (Ok(one), Some(path)) => formatted.push((one, path)),
            (Ok(_), None) => shell.say(format_args!("left {name} as it is: a link leads to it")),
        }
    }
    if check && !formatted.is_empty() {
        status = Status::Errors;
    } else {
        let changes: Vec<Change<'_>> =
            formatted.iter().map(|(one, path)| Change { path: path.clone(), file: one.file, text: &one.text }).collect();
        rewrite::write_all(&root, &changes, &sources)?;
    }
    for (Formatted { file, changes, .. }, _) in &formatted {
        let name = Files::name(&sources, *file);
        match check {
            true => shell.say(format_args!("{name} would change: {}", told(changes))),
            false => shell.say(format_args!("formatted {name}: {}", told(changes))),
        }
        for (line, id) in &changes.ids {
            shell.say(format_args!("  {name}:{line}: the id `{id}`"));
        }
    }
    if formatted.is_empty() && status == Status::Done {
        shell.say(format_args!("formatted {}: nothing to change", folder.name()));
    }
    Ok(status)
}

/// What was done, in words.
fn told(changes: &Changes) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {many}")),
    };
    let all = [
        count(changes.blocks, "part in block form", "parts in block form"),
        count(changes.quotes, "text in quotes", "texts in quotes"),
        count(changes.ids.len(), "id written", "ids written"),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
