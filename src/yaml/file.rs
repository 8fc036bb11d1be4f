//! From a text to what it says.
//!
//! In: the text of a file. Out: a `T` as far as it could be read. Never fails: what is wrong is said.

use std::collections::BTreeSet;

use super::decode::Meant;
use super::rules::{is_unknown_key, is_wrong_type};
use super::{Cx, Decode, Node, read};
use crate::diag::{Diagnostic, FileId, Span, Warned};

/// So often a file is read anew, at most, where keys in it are misspelt: once for each level of them.
const PASSES: usize = 8;

/// Reads `source`, the text of `file`, as a `T`. What follows from a slip on the same line is not another mistake.
pub fn decode<T: Decode>(file: FileId, source: &str) -> Warned<(Option<T>, Cx)> {
    let Warned { output, diagnostics } = read(file, source);
    let (decoded, mut cx) = output.map_or_else(|| (None, Cx::default()), decoded);
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

/// What `root` says. A misspelt key is told, and stands for the one that was probably meant: so its value is read and checked, and nothing is
/// missing for its sake.
fn decoded<T: Decode>(mut root: Node) -> (Option<T>, Cx) {
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut refused: BTreeSet<Span> = BTreeSet::new();
    let mut guessed: Vec<(Meant, String)> = Vec::new();
    for _ in 0..PASSES {
        let mut cx = Cx::default();
        let decoded = T::decode(&root, &mut cx);
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
    let decoded = T::decode(&root, &mut cx);
    cx.diagnostics.extend(told);
    (decoded, cx)
}

fn starts_at(diagnostic: &Diagnostic, span: Span) -> bool {
    diagnostic.primary.as_ref().is_some_and(|label| (label.span.file, label.span.start) == (span.file, span.start))
}
