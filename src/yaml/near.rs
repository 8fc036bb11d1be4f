//! The lines around a place, with those above that they stand in: enough of a long text to try mends on.
//!
//! In: a text and a place in it. Out: the same without what is far from it. Never fails: where no part can be cut out there is none.

use std::ops::Range;

use super::extent::{Line, lines_above, lines_below};
use super::mended::{Mended, Patch};
use super::slip::{Mend, Slip};

/// A text of so many bytes is short enough as it is.
const SHORT: usize = 16 * 1024;
/// So many lines above and below the place are kept, and then some, up to where an entry begins.
const AROUND: usize = 40;
/// So many are looked at.
const LINES: usize = 400;
/// An entry that begins no further right may be left out whole.
const OUTER: usize = 2;

/// A part of a text.
pub(super) struct Near {
    /// What is left of it.
    pub(super) text: Mended,
    /// What is not, in order.
    gone: Vec<Range<usize>>,
}

impl Near {
    /// The part of `mended` around byte `at`.
    pub(super) fn of(mended: &Mended, at: usize) -> Option<Self> {
        let text = mended.text.as_str();
        if text.len() < SHORT {
            return None;
        }
        let begins = |line: &Line<'_>| line.indent() <= OUTER && (line.key().is_some() || line.inner() > line.indent());
        let line = Line::at(text, at);
        let first = lines_above(text, line).take(LINES).skip(AROUND).find(begins)?;
        let last = lines_below(text, line).take(LINES).skip(AROUND).find(begins).map_or(text.len(), |line| line.start);
        let mut kept: Vec<Range<usize>> = Vec::new();
        let mut least = first.indent();
        for above in lines_above(text, first) {
            if above.indent() < least {
                least = above.indent();
                kept.push(above.start..(above.end() + 1).min(text.len()));
            }
            if least == 0 {
                break;
            }
        }
        kept.reverse();
        kept.push(first.start..last);
        let mut gone = Vec::new();
        let mut end = 0;
        for part in kept {
            gone.push(end..part.start);
            end = part.end;
        }
        gone.push(end..text.len());
        gone.retain(|range| !range.is_empty());
        let patches: Vec<Patch> = gone.iter().map(|range| Patch::replace(range.clone(), "")).collect();
        Some(Self { text: mended.with(&patches), gone })
    }

    /// Where byte `at` of the whole text stands in this part.
    pub(super) fn place(&self, at: usize) -> usize {
        let before = self.gone.iter().take_while(|range| range.start < at);
        at - before.map(|range| range.end.min(at) - range.start).sum::<usize>()
    }

    /// `slip` as one of this part, with those of its mends that do not reach out of it, and which they are.
    pub(super) fn slip(&self, slip: &Slip) -> (Slip, Vec<usize>) {
        let whole = |range: &Range<usize>| self.gone.iter().all(|gone| range.end <= gone.start || gone.end <= range.start);
        let range = |range: &Range<usize>| self.place(range.start)..self.place(range.end);
        let inside = |mend: &Mend| mend.patches.iter().all(|patch| whole(&patch.at));
        let mend = |mend: &Mend| {
            let patches = mend.patches.iter().map(|patch| Patch { at: range(&patch.at), text: patch.text.clone() }).collect();
            Mend { patches, found: mend.found.clone() }
        };
        let kept: Vec<usize> = (0..slip.mends.len()).filter(|at| inside(&slip.mends[*at])).collect();
        let mends = kept.iter().map(|at| mend(&slip.mends[*at])).collect();
        let near = Slip { at: range(&slip.at), stopped: slip.stopped.map(|at| self.place(at)), mends, ..slip.clone() };
        (near, kept)
    }
}
