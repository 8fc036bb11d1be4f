//! From a text to what it says.
//!
//! In: the text of a file. Out: a `T` as far as it could be read. Never fails: what is wrong is said.

use std::collections::BTreeSet;

use super::decode::Meant;
use super::extent::{Line, lines_below};
use super::mended::Mended;
use super::read::{AGAIN, read_as};
use super::rules::indentation;
use super::rules::{is_unknown_key, is_wrong_type};
use super::slip::Slip;
use super::step::{Judge, Judged, replaced};
use super::{Cx, Decode, Node};
use crate::diag::{Diagnostic, FileId, Span, Warned};

/// So often a file is read anew, at most, where keys in it are misspelt: once for each level of them.
const PASSES: usize = 8;
/// For so many lines it is looked up, at most, where they belong.
const LINES: usize = 16;

/// Reads `source`, the text of `file`, as a `T`. What follows from a slip on the same line is not another mistake.
pub fn decode<T: Decode>(file: FileId, source: &str) -> Warned<(Option<T>, Cx)> {
    let judge = |root: &Node| {
        let (_, cx) = decoded::<T>(&mut root.clone());
        Judged { diagnostics: cx.diagnostics, texts: Some(cx.texts) }
    };
    let Warned { output, diagnostics } = read_as(file, source, &judge);
    let (decoded, mut cx) = output.map_or_else(|| (None, Cx::default()), |(root, mended)| placed(file, root, mended, &judge));
    if !diagnostics.is_empty() {
        let newlines: Vec<usize> = source.match_indices('\n').map(|(at, _)| at).collect();
        let line = |one: &Diagnostic| {
            let at = one.primary.as_ref()?.span.start as usize;
            Some(newlines.partition_point(|newline| *newline < at))
        };
        let told: BTreeSet<usize> = diagnostics.iter().filter_map(line).collect();
        cx.diagnostics.retain(|one| line(one).is_none_or(|line| !told.contains(&line)));
    }
    Warned { output: (decoded, cx), diagnostics }
}

/// What `root` says, of which the text is `mended`. A line whose key is unknown where it stands, or part of a text, is told, and read as if it stood
/// where it belongs, if there is one such place.
fn placed<T: Decode>(file: FileId, mut root: Node, mut mended: Mended, judge: Judge<'_>) -> (Option<T>, Cx) {
    let (mut output, mut cx) = decoded::<T>(&mut root);
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut left = AGAIN;
    let mut tried: BTreeSet<Span> = BTreeSet::new();
    while tried.len() < LINES {
        let suspect = out_of_place(&cx, &root, &tried).or_else(|| swallowed(file, &cx, &mended, &tried));
        let Some((key, said)) = suspect else { break };
        tried.insert(key);
        let known = cx.diagnostics.len();
        let Some(found) = replaced(file, &mended, key.start as usize, known, &mut left, judge) else { continue };
        root = found.root;
        mended = found.text;
        (output, cx) = decoded::<T>(&mut root);
        let said = said.unwrap_or_else(|| indentation::within_text(key, &found.found.label));
        let Slip { help, fix, .. } = *found.found;
        let said = help.into_iter().fold(said, Diagnostic::help);
        told.push(match fix.zip(found.edits) {
            Some(((title, _), edits)) => said.fix(title, edits),
            None => said,
        });
    }
    cx.diagnostics.extend(told);
    (output, cx)
}

/// A key on a line of its own that is unknown where it stands, and unlike all that are known there.
fn out_of_place(cx: &Cx, root: &Node, tried: &BTreeSet<Span>) -> Option<(Span, Option<Diagnostic>)> {
    let unknown = |one: &Diagnostic| {
        let key = one.primary.as_ref()?.span;
        let new = is_unknown_key(one) && one.fixes.is_empty() && !tried.contains(&key) && root.begins_line(key);
        new.then(|| (key, Some(Diagnostic { help: Vec::new(), ..one.clone() })))
    };
    cx.diagnostics.iter().find_map(unknown)
}

/// A line that begins with a key which the record around it lacks: it is part of a text there.
fn swallowed(file: FileId, cx: &Cx, mended: &Mended, tried: &BTreeSet<Span>) -> Option<(Span, Option<Diagnostic>)> {
    let within = |(record, key): &(Span, &'static str)| {
        let first = mended.place(record.start as usize)?;
        let last = mended.place(record.end as usize).unwrap_or(mended.text.len());
        let below = lines_below(&mended.text, Line::at(&mended.text, first)).take_while(|line| line.start < last);
        let span = |line: Line<'_>| {
            let start = mended.original(line.start + line.inner());
            Span::new(file, start, start + key.len())
        };
        below.filter(|line| line.key() == Some(key)).map(span).find(|span| !tried.contains(span))
    };
    cx.lacking.iter().find_map(within).map(|span| (span, None))
}

/// What `root` says. A misspelt key is told, and stands for the one that was probably meant: so its value is read and checked, and nothing is
/// missing for its sake.
fn decoded<T: Decode>(root: &mut Node) -> (Option<T>, Cx) {
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut refused: BTreeSet<Span> = BTreeSet::new();
    let mut guessed: Vec<(Meant, String)> = Vec::new();
    for _ in 0..PASSES {
        let mut cx = Cx::default();
        let decoded = T::decode(root, &mut cx);
        let misread = |meant: &Meant| cx.diagnostics.iter().any(|one| is_wrong_type(one) && starts_at(one, meant.value));
        let wrong: Vec<_> = std::mem::take(&mut guessed).into_iter().filter(|(meant, _)| !meant.sure && misread(meant)).collect();
        let found: Vec<Meant> = std::mem::take(&mut cx.meant).into_iter().filter(|meant| !refused.contains(&meant.key)).collect();
        if wrong.is_empty() && found.is_empty() {
            cx.diagnostics.extend(told);
            return (decoded, cx);
        }
        for (meant, written) in wrong {
            root.rename(meant.key, &written);
            told.retain(|one| !starts_at(one, meant.key));
            refused.insert(meant.key);
        }
        for meant in found {
            let Some(written) = root.rename(meant.key, meant.name) else {
                refused.insert(meant.key);
                continue;
            };
            let of_key = |one: &Diagnostic| is_unknown_key(one) && starts_at(one, meant.key);
            told.extend(cx.diagnostics.iter().filter(|one| of_key(one)).cloned());
            guessed.push((meant, written));
        }
    }
    let mut cx = Cx::default();
    let decoded = T::decode(root, &mut cx);
    cx.diagnostics.extend(told);
    (decoded, cx)
}

fn starts_at(diagnostic: &Diagnostic, span: Span) -> bool {
    diagnostic.primary.as_ref().is_some_and(|label| (label.span.file, label.span.start) == (span.file, span.start))
}
