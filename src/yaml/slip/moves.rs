//! Lines that may begin at the wrong column, and where they would begin.
//!
//! In: a text and the line at which the parser stopped. Out: mends, the smallest moves first. Never fails.

use std::collections::BTreeMap;

use super::{Mend, Slip};
use crate::yaml::extent::{Line, lines_above, lines_below};
use crate::yaml::mended::Patch;
use crate::yaml::rules::indentation;

/// The lines that are looked at, at most.
const LINES: usize = 500;
/// So many lines right above the one where the parser stopped may be the ones that are out of place.
const NEAR: usize = 4;
/// So many lines may be out of place, with those around which the others stand.
const SUSPECTS: usize = 10;
/// So many columns are tried for a line.
const COLUMNS: usize = 8;

/// What moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// One line.
    Alone,
    /// A line and those that stand deeper below it, up to the next that begins where it is put.
    Entry,
    /// A line and those that stand deeper below it.
    Inside,
    /// A line and those below it that stand as deep or deeper, up to where the parser stopped.
    Run,
}

/// What moves `stop`, or lines above it, to columns where others begin.
pub(super) fn moves(source: &str, stop: Line<'_>) -> Vec<Mend> {
    put(source, &suspects(source, stop), stop)
}

/// What moves `line` alone, with what is inside it or with what follows it.
pub(in crate::yaml) fn places(source: &str, line: Line<'_>) -> Vec<Mend> {
    put(source, &[line], line)
}

/// What moves the `suspects`, where the parser stopped at `stop`: the smallest moves first, and of those as small what leads to where most lines begin.
fn put(source: &str, suspects: &[Line<'_>], stop: Line<'_>) -> Vec<Mend> {
    let mut begin: BTreeMap<usize, usize> = BTreeMap::new();
    for line in lines_above(source, stop).take(LINES).chain(lines_below(source, stop)) {
        *begin.entry(line.indent()).or_default() += 1;
    }
    let mut found: Vec<(usize, usize, Mend)> = Vec::new();
    for line in suspects {
        for column in columns(source, *line) {
            for what in [What::Alone, What::Entry, What::Inside, What::Run] {
                let lines = moved(source, *line, stop, what, column);
                let Some(mend) = shift(source, &lines, column) else { continue };
                if found.iter().all(|(.., other)| other.patches != mend.patches) {
                    found.push((line.indent().abs_diff(column), usize::MAX - begin.get(&column).unwrap_or(&0), mend));
                }
            }
        }
    }
    found.sort_by_key(|(far, rare, _)| (*far, *rare));
    found.into_iter().map(|(.., mend)| mend).collect()
}

/// The lines that may be out of place: that of the stop, those right above it, and those above that it may belong to.
fn suspects<'a>(source: &'a str, stop: Line<'a>) -> Vec<Line<'a>> {
    let mut found = vec![stop];
    let mut least = usize::MAX;
    for (far, above) in lines_above(source, stop).take(LINES).enumerate() {
        let outer = above.indent() < least;
        least = least.min(above.indent());
        let begins = above.key().is_some() || above.inner() > above.indent();
        if begins && (far < NEAR || outer) {
            found.push(above);
        }
        if found.len() == SUSPECTS || least == 0 && far >= NEAR {
            break;
        }
    }
    found
}

/// The columns where lines around `line` begin.
pub(super) fn columns(source: &str, line: Line<'_>) -> Vec<usize> {
    let is_tabbed = line.text[..line.indent()].contains('\t');
    let mut found: Vec<usize> = Vec::new();
    let mut least = usize::MAX;
    let add = |near: Line<'_>, found: &mut Vec<usize>| {
        for column in [near.inner(), near.indent()] {
            if (column != line.indent() || is_tabbed) && !found.contains(&column) && found.len() < COLUMNS {
                found.push(column);
            }
        }
    };
    for below in lines_below(source, line).filter(|below| !below.is_blank()).take(2) {
        add(below, &mut found);
    }
    for (far, above) in lines_above(source, line).take(LINES).enumerate() {
        if far < 2 || above.indent() < least {
            add(above, &mut found);
        }
        if far == 0 && above.text.trim_end().ends_with(':') {
            found.push(above.inner() + 2);
        }
        least = least.min(above.indent());
        if least == 0 && far >= 2 {
            break;
        }
    }
    if found.len() < COLUMNS && line.indent() > 0 && !found.contains(&0) {
        found.push(0);
    }
    found
}

/// The lines that move with `line`.
fn moved<'a>(source: &'a str, line: Line<'a>, stop: Line<'a>, what: What, column: usize) -> Vec<Line<'a>> {
    let first = std::iter::once(line);
    let deeper = |next: &Line<'_>| match what {
        What::Alone => false,
        What::Entry => next.text.trim().is_empty() || next.indent() > line.indent().max(column),
        What::Inside => next.text.trim().is_empty() || next.indent() > line.indent(),
        What::Run => next.text.trim().is_empty() || next.indent() >= line.indent() && (line.start == stop.start || next.start < stop.start),
    };
    first.chain(lines_below(source, line).take_while(deeper)).filter(|line| !line.text.trim().is_empty()).collect()
}

/// What moves `lines` so that the first begins at `column`; what is said is of that line.
fn shift(source: &str, lines: &[Line<'_>], column: usize) -> Option<Mend> {
    let first = *lines.first()?;
    let from = first.indent();
    if lines.iter().any(|line| line.indent() + column < from) {
        return None;
    }
    let to = |line: &Line<'_>| Patch::replace(line.start..line.start + line.indent(), " ".repeat(line.indent() + column - from));
    let patches = lines.iter().map(to).collect();
    let (far, too) = if column < from { (from - column, "many") } else { (column - from, "few") };
    let spaces = |count: usize| if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") };
    let word = first.key().unwrap_or_else(|| first.words().split(' ').next().unwrap_or_default());
    let start = first.start + first.inner();
    let more = match lines.len() {
        1 => String::new(),
        2 => ", and in the line below it".to_owned(),
        lines => format!(", and in the {} lines below it", lines - 1),
    };
    let title = if column < from { format!("take {} away", spaces(far)) } else { format!("put in {}", spaces(far)) };
    let slip = Slip::new(&indentation::LINT, indentation::MESSAGE, start..start + word.len(), format!("{} too {too}", spaces(far)));
    let help = format!("{title} before `{word}`{more}{}", beside(source, first, column));
    Some(Mend::told(slip.help(help).fix(title, patches)))
}

/// Beside which line one that begins at `column` would stand.
fn beside(source: &str, line: Line<'_>, column: usize) -> String {
    let inner = column + line.inner() - line.indent();
    let level = |other: &Line<'_>| other.inner() == inner && other.key().is_some();
    let above = lines_above(source, line).take(LINES).take_while(|above| above.inner() >= inner).find(level);
    let below = || lines_below(source, line).take_while(|below| below.is_blank() || below.inner() >= inner).find(level);
    match (above, above.map_or_else(below, |_| None)) {
        (Some(other), _) => format!(", so that it begins below `{}`", other.key().unwrap_or_default()),
        (_, Some(other)) => format!(", so that it begins above `{}`", other.key().unwrap_or_default()),
        _ => String::new(),
    }
}
