//! From a slip to what stands after it: the mend with which reading goes on.
//!
//! In: a slip with what may mend it. Out: the text with the mend that fits best. Never fails: where none leads on there is none.

use std::collections::BTreeSet;

use super::Node;
use super::extent::Line;
use super::mended::{Mended, Patch};
use super::near::Near;
use super::read::{Halt, attempt};
use super::rules::{duplicate_key, is_unknown_key};
use super::slip::moves::places;
use super::slip::words::no_dash;
use super::slip::{Mend, Slip};
use crate::diag::{Diagnostic, Edit, FileId, Span, Warned};

/// What is known of a text once it is read as what it is to be.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Where texts for people stand, where that is known.
    pub(super) texts: Option<Vec<Span>>,
}

/// Reads a tree as what it is to be.
pub(super) type Judge<'a> = &'a dyn Fn(&Node) -> Judged;

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
    /// At which bytes of the file texts for people begin, where that is known.
    texts: Option<BTreeSet<usize>>,
    /// What stands before the next stop.
    part: Option<Node>,
}

impl Step {
    /// What was read, up to the next stop.
    fn root(&self) -> Option<&Node> {
        self.tried.output.as_ref().ok().or(self.part.as_ref())
    }
}

/// So many keys that are there twice are looked at.
const TWICE: usize = 16;

/// Why one mend is taken and not another: what it leaves wrong, how many lines it touches, and whether it takes a line for part of a text.
type Cost = (usize, usize, bool);

/// The mend of `slip` with which the parser comes furthest past `at`, and of several such the one that leaves least wrong; `None` where none leads past
/// it. Of a long text that is tried on what stands near.
pub(super) fn further(file: FileId, slip: &Slip, mended: &Mended, at: usize, left: &mut usize, judge: Judge<'_>) -> Option<Step> {
    let near = Near::of(mended, at).filter(|_| slip.mends.len() > 1);
    let chosen = near.and_then(|near| {
        let (part, kept) = near.slip(slip);
        let step = furthest(file, &part, &near.text, near.place(at), left, judge)?;
        Some((kept[step.mend], step.certain))
    });
    let Some((mend, certain)) = chosen else { return furthest(file, slip, mended, at, left, judge) };
    *left = left.checked_sub(mended.text.len())?;
    let text = mended.with(&slip.mends[mend].patches);
    let tried = attempt(file, &text);
    let is_past = match &tried.output {
        Err(Halt::Stopped(stopped)) => text.original(stopped.at) > mended.original(at),
        _ => true,
    };
    is_past.then_some(Step { text, tried, mend, certain, texts: None, part: None })
}

/// The same, tried on all of `mended`.
fn furthest(file: FileId, slip: &Slip, mended: &Mended, at: usize, left: &mut usize, judge: Judge<'_>) -> Option<Step> {
    let line_end = mended.text[at..].find('\n').map_or(mended.text.len(), |newline| at + newline);
    let mut furthest = mended.original(line_end.max(slip.at.end)) + 1;
    let mut best: Option<(Cost, Step)> = None;
    let rivals = slip.mends.iter().any(|mend| mend.found.is_some());
    for (mend, Mend { patches, .. }) in slip.mends.iter().enumerate() {
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
        best = best.filter(|_| place == furthest);
        furthest = place;
        let step = Step { text, tried, mend, certain: true, texts: None, part: None };
        if rivals {
            *left = left.saturating_sub(mended.text.len());
            let (mut cost, step) = weighed(file, step, patches, mended, judge);
            // What its own mend makes a text has to be one for people.
            let own = slip.makes_text().filter(|_| slip.mends[mend].found.is_none());
            let here = |at: &std::ops::Range<usize>| mended.original(at.start)..mended.original(at.end);
            let no_text = own.zip(step.texts.as_ref()).is_some_and(|(at, texts)| texts.range(here(&at)).next().is_none());
            cost.0 += usize::from(no_text);
            best = Some(better(best, (cost, step)));
        } else if best.is_none() {
            best = Some(((0, 0, false), step));
        }
        if !rivals && place == usize::MAX {
            break;
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
        best.certain &= best.root().zip(step.root()).is_some_and(|(one, other)| one.reads_like(other));
    }
    (least, best)
}

/// What `step` costs. It is not certain where a key that it moves is unknown at its new place.
fn weighed(file: FileId, mut step: Step, patches: &[Patch], mended: &Mended, judge: Judge<'_>) -> (Cost, Step) {
    let mut said = step.tried.diagnostics.clone();
    if let Err(Halt::Stopped(stopped)) = &step.tried.output {
        // Of a text that stops again, what stands before that.
        let end = step.text.text[..stopped.at].rfind('\n').map_or(0, |newline| newline + 1);
        let part = attempt(file, &step.text.until(end));
        said = part.diagnostics;
        step.part = part.output.ok();
    }
    let Some(root) = step.root().filter(|root| keeps_key(root, patches, mended)) else {
        step.certain = false;
        return ((usize::MAX / 2, 0, false), step);
    };
    let Judged { diagnostics: mut found, texts } = judge(root);
    found.append(&mut said);
    let from = patches.first().map_or(0, |patch| mended.original(patch.at.start));
    let to = patches.last().map_or(0, |patch| mended.original(Line::at(&mended.text, patch.at.end).end()));
    let moved = |one: &Diagnostic| one.primary.as_ref().is_some_and(|label| (from..=to).contains(&(label.span.start as usize)));
    step.certain = !found.iter().any(|one| is_unknown_key(one) && moved(one));
    step.texts = texts.map(|texts| texts.iter().map(|text| text.start as usize).collect());
    let lines: BTreeSet<usize> = patches.iter().map(|patch| Line::at(&mended.text, patch.at.start).start).collect();
    let first = patches.first().map(|patch| Line::at(&mended.text, patch.at.start));
    let joins = first.is_some_and(|line| line.key().is_none() && line.inner() == line.indent() && moves(patches, line));
    ((found.len(), lines.len(), joins), step)
}

/// Whether `patches` change nothing but the spaces before `line`.
fn moves(patches: &[Patch], line: Line<'_>) -> bool {
    patches.first().is_some_and(|patch| patch.at == (line.start..line.start + line.indent()))
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
    pub(super) found: Box<Slip>,
    /// The mend, as one of the file.
    pub(super) edits: Option<Vec<Edit>>,
}

/// Where the line with the key at byte `key` of the file belongs, in a text that has `known` mistakes; `None` where no one place is better.
pub(super) fn replaced(file: FileId, mended: &Mended, key: usize, known: usize, left: &mut usize, judge: Judge<'_>) -> Option<Replaced> {
    let line = Line::at(&mended.text, mended.place(key)?);
    let mut best = None;
    let mends = places(&mended.text, line);
    for (mend, Mend { patches, .. }) in mends.iter().enumerate() {
        *left = left.checked_sub(2 * mended.text.len())?;
        let text = mended.with(patches);
        let tried = attempt(file, &text);
        if tried.output.is_ok() {
            best = Some(better(
                best,
                weighed(file, Step { text, tried, mend, certain: true, texts: None, part: None }, patches, mended, judge),
            ));
        }
    }
    let ((left_wrong, ..), step) = best?;
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

/// A line that begins an entry of a list and has no dash, where its key is there twice for its sake.
pub(super) fn entry(
    file: FileId,
    mended: &Mended,
    tried: &Warned<Result<Node, Halt>>,
    left: &mut usize,
    judge: Judge<'_>,
) -> Option<(Slip, Step)> {
    let root = tried.output.as_ref().ok()?;
    let twice = tried.diagnostics.iter().filter(|one| duplicate_key::is(one)).filter_map(|one| one.primary.as_ref());
    let mut known = None;
    for label in twice.take(TWICE) {
        let Some(line) = mended.place(label.span.start as usize).map(|at| Line::at(&mended.text, at)) else { continue };
        let Some(slip) = no_dash(&mended.text, line).filter(|_| line.key() == Some("id")) else { continue };
        let Some((_, patches)) = &slip.fix else { continue };
        *left = left.checked_sub(3 * mended.text.len())?;
        let known = *known.get_or_insert_with(|| judge(root).diagnostics.len() + tried.diagnostics.len());
        let text = mended.with(patches);
        let tried = attempt(file, &text);
        let step = Step { text, tried, mend: 0, certain: true, texts: None, part: None };
        let ((left_wrong, ..), step) = weighed(file, step, patches, mended, judge);
        if left_wrong < known && step.certain {
            return Some((slip, step));
        }
    }
    None
}
