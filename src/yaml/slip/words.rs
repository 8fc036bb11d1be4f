//! Signs that may be missing around a key: the space or the colon after it, the dash before it.
//!
//! In: a text and the line at which the parser stopped. Out: mends of that line and of those above it. Never fails.

use super::{Mend, Slip};
use crate::yaml::extent::{Line, lines_above, lines_below};
use crate::yaml::mended::Patch;
use crate::yaml::rules::{missing_space, syntax};

/// So many lines above the one where the parser stopped are looked at.
const NEAR: usize = 3;

/// What may be missing at `stop`, in the lines above it, or where the list begins that it goes on with.
pub(super) fn words(source: &str, stop: Line<'_>) -> Vec<Mend> {
    let near = std::iter::once(stop).chain(lines_above(source, stop).take(NEAR));
    let signs = near.flat_map(|line| [no_space(line), no_colon(line)]).flatten();
    let dashes = [Some(stop), list(source, stop)].into_iter().flatten().filter_map(|line| no_dash(source, line));
    signs.chain(dashes).map(Mend::told).collect()
}

/// The word at the beginning of `line` that may be a key.
fn word(line: Line<'_>) -> &str {
    let words = line.words();
    let end = words.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c))).unwrap_or(words.len());
    if words.starts_with(|c: char| c.is_ascii_lowercase()) { &words[..end] } else { "" }
}

/// `title:Clean hands`.
fn no_space(line: Line<'_>) -> Option<Slip> {
    let key = word(line);
    let rest = line.words()[key.len()..].strip_prefix(':')?;
    let joined = !key.is_empty() && !rest.is_empty() && !rest.starts_with([' ', '\t', '/']);
    joined.then(|| missing_space::after(":", line.start + line.inner() + key.len(), rest))
}

/// `title Clean hands`.
fn no_colon(line: Line<'_>) -> Option<Slip> {
    let key = word(line);
    let rest = &line.words()[key.len()..];
    if key.len() < 2 || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let at = line.start + line.inner();
    Some(colon(key, at, rest))
}

/// No `:` after the `key` at byte `at`, before `rest`.
pub(super) fn colon(key: &str, at: usize, rest: &str) -> Slip {
    let slip = Slip::new(&syntax::LINT, format!("a `:` is missing after `{key}`"), at..at + key.len(), "no `:` after it");
    let shown = format!("{key}: {}", rest.trim());
    let slip = if shown.len() < 80 { slip.help(format!("write `{}`", shown.trim_end())) } else { slip.help(format!("write `{key}:`")) };
    slip.fix("put a `:` after it", vec![Patch::insert(at + key.len(), ":")])
}

/// The first line of the list in which `stop` begins an entry.
fn list<'a>(source: &'a str, stop: Line<'a>) -> Option<Line<'a>> {
    let entry = stop.inner() > stop.indent();
    let head = lines_above(source, stop).find(|above| entry && above.inner() <= stop.indent() && above.text.trim_end().ends_with(':'))?;
    lines_below(source, head).find(|line| !line.is_blank())
}

/// `id: q-gel` where an entry begins.
pub(in crate::yaml) fn no_dash(source: &str, line: Line<'_>) -> Option<Slip> {
    let key = line.key().filter(|_| line.inner() == line.indent() && line.indent() >= 2)?;
    let at = line.start + line.indent();
    let dash = Patch::replace(at - 2..at, "- ");
    let slip = Slip::new(&syntax::LINT, format!("a `-` is missing before `{key}`"), at..at + key.len(), "an entry of the list begins here");
    (&source[at - 2..at] == "  ").then(|| slip.help(format!("write `- {}`", line.text.trim())).fix("put a `-` before it", vec![dash]))
}
