//! From a text to what it says.
//!
//! In: the text of a file. Out: a `T` as far as it could be read. Never fails: what is wrong is said.

use std::collections::BTreeSet;

use super::{Cx, Decode, read};
use crate::diag::{Diagnostic, FileId, Warned};

/// Reads `source`, the text of `file`, as a `T`. What follows from a slip on the same line is not another mistake.
pub fn decode<T: Decode>(file: FileId, source: &str) -> Warned<(Option<T>, Cx)> {
    let Warned { output, diagnostics } = read(file, source);
    let mut cx = Cx::default();
    let decoded = output.and_then(|root| T::decode(&root, &mut cx));
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
