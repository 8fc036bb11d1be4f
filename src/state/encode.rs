//! A state as a frame. `docs/runtime-contract.md` section 4.

use super::bits::{FIRST_CHECK, Writer};
use super::{Answer, Completion, Given, Layout, Layouts, Mark, SheetState, State, Success, response};

/// The frame of `state` in this build's own layout: ASCII, most precious first. What the layout does not have is left out.
#[must_use]
pub fn encode(state: &State, layouts: &Layouts) -> String {
    let mut frame = "C1".to_owned();
    let Some(own) = layouts.own() else { return frame };
    let mut check = header(state, layouts.release, own).finish(&mut frame, FIRST_CHECK);
    check = standing(state, own).finish(&mut frame, check);
    let papers: Vec<(u32, &SheetState)> = own
        .sheets
        .iter()
        .filter_map(|(slot, _)| state.sheets.get(slot).filter(|sheet| sheet.paper.is_some()).map(|sheet| (*slot, sheet)))
        .collect();
    for (slot, sheet) in &papers {
        check = answers(sheet, *slot, own).finish(&mut frame, check);
    }
    for (slot, sheet) in papers {
        if let Some(section) = texts(sheet, slot, own) {
            check = section.finish(&mut frame, check);
        }
    }
    frame
}

fn header(state: &State, release: u32, own: &Layout) -> Writer {
    let mut out = Writer::default();
    out.uint(release);
    out.number(Layout::hash_bits(&own.hash), 24);
    out.uint(state.counter);
    out
}

fn standing(state: &State, own: &Layout) -> Writer {
    let mut out = Writer::default();
    out.uint(state.page);
    (0..own.pages).for_each(|page| out.bit(state.read.contains(&page)));
    out.bit(state.completion == Completion::Completed);
    let success = match state.success {
        Success::Unknown => 0,
        Success::Passed => 1,
        Success::Failed => 2,
    };
    out.number(success, 2);
    seed(&mut out, state.seed);
    for slot in own.sheet_slots() {
        let sheet = state.sheets.get(&slot);
        out.bit(sheet.is_some());
        if let Some(sheet) = sheet {
            self::sheet(&mut out, sheet, own);
        }
    }
    out
}

fn seed(out: &mut Writer, seed: Option<u32>) {
    out.bit(seed.is_some());
    if let Some(seed) = seed {
        out.number(seed, 32);
    }
}

fn sheet(out: &mut Writer, sheet: &SheetState, own: &Layout) {
    out.uint(sheet.attempts);
    out.bit(sheet.passed);
    out.bit(sheet.best.is_some());
    if let Some(best) = sheet.best {
        mark(out, best);
        for other in [sheet.last.unwrap_or(best), sheet.first.unwrap_or(best)] {
            out.bit(other != best);
            if other != best {
                mark(out, other);
            }
        }
    }
    out.bit(sheet.paper.is_some());
    if let Some(paper) = &sheet.paper {
        out.uint(paper.attempt);
        out.bit(paper.layout == own.hash);
        if paper.layout != own.hash {
            out.number(Layout::hash_bits(&paper.layout), 24);
        }
        seed(out, paper.seed);
        out.bit(paper.submitted);
    }
}

fn mark(out: &mut Writer, mark: Mark) {
    out.score(mark.points);
    out.score(mark.max);
}

fn answers(sheet: &SheetState, slot: u32, own: &Layout) -> Writer {
    let mut out = Writer::default();
    for (item, shapes) in own.answers(slot) {
        let answer = sheet.answers.get(&item);
        let response = answer.and_then(|answer| given(answer, shapes));
        out.bit(response.is_some());
        let tries = answer.map_or(0, |answer| answer.tries);
        let Some(response) = response else {
            out.bit(tries > 0);
            if tries > 0 {
                out.uint(tries);
            }
            continue;
        };
        out.bit(answer.is_some_and(|answer| answer.checked));
        out.uint(tries);
        shapes.iter().zip(response).for_each(|(shape, given)| response::write(shape.0, given, &mut out));
    }
    out
}

/// The response of an answer, if its shapes hold it.
fn given<'a>(answer: &'a Answer, shapes: &[super::StoredShape]) -> Option<&'a [Given]> {
    let response = answer.response.as_deref()?;
    let held = response.len() == shapes.len() && shapes.iter().zip(response).all(|(shape, given)| response::holds(shape.0, given));
    held.then_some(response)
}

/// The texts of a sheet; `None` where nothing that is typed was answered.
fn texts(sheet: &SheetState, slot: u32, own: &Layout) -> Option<Writer> {
    let mut out = Writer::default();
    let mut some = false;
    for (item, shapes) in own.answers(slot) {
        let Some(response) = sheet.answers.get(&item).and_then(|answer| given(answer, shapes)) else { continue };
        for text in response.iter().filter_map(|given| if let Given::Text(text) = given { Some(text) } else { None }) {
            some = true;
            out.uint(u32::try_from(text.len()).unwrap_or(u32::MAX));
            text.bytes().for_each(|byte| out.number(u32::from(byte), 8));
        }
    }
    some.then_some(out)
}
