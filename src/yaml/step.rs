//! From a slip to what stands after it: the mend with which reading goes on.
//!
//! In: a slip with what may mend it. Out: the text with the mend that fits best. Never fails: where none leads on there is none.

use super::Node;
use super::extent::Line;
use super::mended::{Mended, Patch};
use super::read::{Halt, attempt};
use super::rules::is_unknown_key;
use super::slip::moves::places;
use super::slip::{Found, Mend, Slip};
use crate::diag::{Diagnostic, Edit, FileId, Span, Warned};

/// What is wrong with what has been read.
pub(super) type Wrong<'a> = &'a dyn Fn(&Node) -> Vec<Diagnostic>;

/// A mend that leads on.
pub(super) struct Step {
    /// The text with it.
    pub(super) text: Mended,
    /// How far that is read.
    pub(super) tried: Warned<Result<Node, Halt>>,
    /// Which of the slip's mends it is.
    pub(super) mend: usize,
    /// Whether it alone fits.
    pub(super) certain: bool,
}

/// Why one mend is taken and not another: what it leaves wrong, then how many lines it touches.
type Cost = (usize, usize);

/// The mend of `slip` with which the parser comes furthest past `at`, and of several such the one that leaves least wrong; `None` where none leads past
/// it.
pub(super) fn further(file: FileId, slip: &Slip, mended: &Mended, at: usize, left: &mut usize, wrong: Wrong<'_>) -> Option<Step> {
    let line_end = mended.text[at..].find('\n').map_or(mended.text.len(), |newline| at + newline);
    let mut furthest = mended.original(line_end.max(slip.at.end)) + 1;
    let mut best: Option<(Cost, Step)> = None;
    for (mend, Mend { patches, found }) in slip.mends.iter().enumerate() {
        let Some(rest) = left.checked_sub(mended.text.len()) else { break };
        *left = rest;
        let text = mended.with(patches);
        let tried = attempt(file, &text);
        let place = match &tried.output {
            Err(Halt::Stopped(stopped)) => text.original(stopped.at),
            _ => usize::MAX,
        };
        if place < furthest {
            continue;
        }
        let best_so_far = best.take().filter(|_| place == furthest);
        furthest = place;
        let step = Step { text, tried, mend, certain: true };
        if found.is_some() {
            *left = left.saturating_sub(mended.text.len());
            best = Some(better(best_so_far, weighed(file, step, patches, mended, wrong)));
        } else if place == usize::MAX {
            return Some(best_so_far.map_or(step, |(_, step)| step));
        } else {
            best = best_so_far.or(Some(((usize::MAX, 0), step)));
        }
    }
    best.map(|(_, step)| step)
}

/// The better of two; the first where they are equal, and none is certain then, unless both read the same.
fn better(one: Option<(Cost, Step)>, (cost, step): (Cost, Step)) -> (Cost, Step) {
    let Some((least, mut best)) = one else { return (cost, step) };
    if cost < least {
        return (cost, step);
    }
    if cost == least {
        best.certain &= matches!((&best.tried.output, &step.tried.output), (Ok(one), Ok(other)) if one.reads_like(other));
    }
    (least, best)
}

/// What `step` costs. It is not certain where a key that it moves is unknown at its new place.
fn weighed(file: FileId, mut step: Step, patches: &[Patch], mended: &Mended, wrong: Wrong<'_>) -> (Cost, Step) {
    let part;
    let tried = match &step.tried.output {
        Err(Halt::Stopped(stopped)) => {
            let end = step.text.text[..stopped.at].rfind('\n').map_or(0, |newline| newline + 1);
            // Of a text that stops again, what stands before that.
            part = attempt(file, &step.text.until(end));
            &part
        }
        _ => &step.tried,
    };
    let Some(root) = tried.output.as_ref().ok().filter(|root| keeps_key(root, patches, mended)) else {
        step.certain = false;
        return ((usize::MAX, 0), step);
    };
    let mut found = wrong(root);
    found.extend(tried.diagnostics.iter().cloned());
    let from = patches.first().map_or(0, |patch| mended.original(patch.at.start));
    let to = patches.last().map_or(0, |patch| mended.original(Line::at(&mended.text, patch.at.end).end()));
    let moved = |one: &Diagnostic| one.primary.as_ref().is_some_and(|label| (from..=to).contains(&(label.span.start as usize)));
    step.certain = !found.iter().any(|one| is_unknown_key(one) && moved(one));
    ((found.len(), patches.len()), step)
}

/// Whether a key that `patches` move is one in `root` too, and no part of a text.
fn keeps_key(root: &Node, patches: &[Patch], mended: &Mended) -> bool {
    let Some(first) = patches.first().map(|patch| Line::at(&mended.text, patch.at.start)) else { return true };
    first.key().is_none() || root.has_key_at(mended.original(first.start + first.inner()))
}

/// A line that stands where it does not belong, put where it does.
pub(super) struct Replaced {
    /// The text with it.
    pub(super) text: Mended,
    /// What that says.
    pub(super) root: Node,
    /// What to say of it.
    pub(super) found: Found,
    /// The mend, as one of the file.
    pub(super) edits: Option<Vec<Edit>>,
}

/// Where the line with the key at byte `key` of the file belongs, in a text that has `known` mistakes; `None` where no one place is better.
pub(super) fn replaced(file: FileId, mended: &Mended, key: usize, known: usize, left: &mut usize, wrong: Wrong<'_>) -> Option<Replaced> {
    let line = Line::at(&mended.text, mended.place(key)?);
    let mut best = None;
    let mends = places(&mended.text, line);
    for (mend, Mend { patches, .. }) in mends.iter().enumerate() {
        *left = left.checked_sub(2 * mended.text.len())?;
        let text = mended.with(patches);
        let tried = attempt(file, &text);
        if tried.output.is_ok() {
            best = Some(better(best, weighed(file, Step { text, tried, mend, certain: true }, patches, mended, wrong)));
        }
    }
    let ((left_wrong, _), step) = best?;
    let Mend { patches, found } = mends[step.mend].clone();
    let found = found.filter(|_| step.certain && left_wrong < known)?;
    let edit = |patch: &Patch| {
        let start = mended.original(patch.at.start);
        Edit { span: Span::new(file, start, mended.original(patch.at.end)), replacement: patch.text.clone() }
    };
    let of_file = patches.iter().all(|patch| mended.is_original(patch.at.clone()));
    let edits = of_file.then(|| patches.iter().map(edit).collect());
    Some(Replaced { found, edits, root: step.tried.output.ok()?, text: step.text })
}
