//! `course.lock` as a value. Every line that cannot be read is an error at its place.

use rayon::prelude::*;

use super::file::{Lock, Release};
use super::line::{self, Line};
use super::thing::{Record, Thing};
use super::{repair, rules};
use crate::diag::{Diagnostic, FileId, Severity, Span, Warned};

/// The version of the file's form that this compiler writes.
const FORMAT: u32 = 1;

/// How many lines that cannot be read are told of.
const TOLD: usize = 10;

/// What git writes between the sides of a merge that stopped.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The lines of a lock, before it is known whether they agree.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) things: Vec<(String, Thing)>,
    pub(super) records: Vec<(String, Record, Span)>,
    pub(super) releases: Vec<(u32, Release)>,
    pub(super) moves: Vec<(String, String)>,
}

/// Reads the lock in `file`. What a merge left double is repaired, with a warning where a slot changes.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Warned<Option<Lock>> {
    let mut diagnostics = Vec::new();
    let lines = read(file, text, &mut diagnostics);
    let mut lock = repair::join(lines, &mut diagnostics);
    text.clone_into(&mut lock.text);
    lock.file = Some(file);
    let failed = diagnostics.iter().any(|diagnostic: &Diagnostic| diagnostic.severity == Severity::Error);
    Warned { output: (!failed).then_some(lock), diagnostics }
}

fn read(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Lines {
    let mut lines = Lines::default();
    let mut start = 0;
    let mut unread = 0;
    let mut marks: Vec<Span> = Vec::new();
    let raw: Vec<&str> = text.split('\n').collect();
    let read: Vec<Result<Line, &'static str>> = raw.par_iter().map(|raw| line::read(raw)).collect();
    for (raw, read) in raw.into_iter().zip(read) {
        let span = Span::new(file, start, start + raw.trim_end_matches('\r').len());
        start += raw.len() + 1;
        match read {
            Ok(Line::Format(format)) if format > FORMAT => {
                diagnostics.push(rules::lock_newer::diagnostic(format, span));
                return Lines::default();
            }
            Ok(Line::Format(_) | Line::Remark) => {}
            Ok(Line::Moved(from, to)) => lines.moves.push((from, to)),
            Ok(Line::Release(ordinal, release)) => lines.releases.push((ordinal, Release { span: Some(span), ..release })),
            Ok(Line::Thing(path, thing)) => lines.things.push((path, Thing { span: Some(span), ..thing })),
            Ok(Line::Record(path, record)) => lines.records.push((path, record, span)),
            Err(_) if MARKS.iter().any(|mark| raw.starts_with(mark)) => marks.push(span),
            Err(why) => {
                unread += 1;
                if unread <= TOLD {
                    diagnostics.push(rules::lock_line::diagnostic(why, span));
                }
            }
        }
    }
    diagnostics.extend(rules::lock_line::unmerged(&marks));
    lines
}
