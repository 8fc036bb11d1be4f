//! A state as a frame. `docs/runtime-contract.md` section 4.

use super::letters::{FIRST_HASH, Writer};
use super::{Answer, Completion, Layout, Layouts, Mark, SheetLayout, SheetState, State, StoredShape, Success, response};

/// The frame of `state` in this build's own layout: ASCII, most precious first. What the layout does not have is left out.
#[must_use]
pub fn encode(state: &State, layouts: &Layouts) -> String {
    let mut frame = "C1".to_owned();
    let Some(own) = layouts.own() else { return frame };
    let mut hash = standing(state, layouts.release, own).finish(&mut frame, FIRST_HASH);
    for SheetLayout(slot, ..) in &own.sheets {
        let sheet = state.sheets.get(slot);
        if let Some((sheet, paper)) = sheet.and_then(|sheet| Some((sheet, sheet.paper.as_ref()?))) {
            let items = own.answers(*slot, paper, layouts).unwrap_or_default();
            hash = answers(sheet, &items).finish(&mut frame, hash);
        }
    }
    frame
}

fn standing(state: &State, release: u32, own: &Layout) -> Writer {
    let mut out = Writer::default();
    out.number(release);
    out.number(own.hash);
    out.number(state.counter);
    out.number(state.page);
    response::write_set(own.pages, |page| state.read.contains(&page), &mut out);
    out.number(u32::from(state.completion == Completion::Completed));
    out.number(match state.success {
        Success::Unknown => 0_u32,
        Success::Passed => 1,
        Success::Failed => 2,
    });
    seed(&mut out, state.seed);
    for SheetLayout(slot, ..) in &own.sheets {
        match state.sheets.get(slot) {
            Some(sheet) => self::sheet(&mut out, sheet, own),
            None => out.number(0_u32),
        }
    }
    out
}

fn seed(out: &mut Writer, seed: Option<u32>) {
    out.number(seed.map_or(0, |seed| u64::from(seed) + 1));
}

fn sheet(out: &mut Writer, sheet: &SheetState, own: &Layout) {
    out.number(u64::from(sheet.attempts) + 1);
    out.number(u32::from(sheet.passed));
    if sheet.attempts > 0 {
        for mark in [sheet.best, sheet.last, sheet.first] {
            let Mark { points, max } = mark.unwrap_or(Mark { points: 0, max: 0 });
            out.points(points);
            out.points(max);
        }
    }
    let Some(paper) = &sheet.paper else { return out.number(0_u32) };
    out.number(if paper.until.is_some() { 3 } else { 1 + u32::from(paper.submitted) });
    out.number(paper.layout ^ own.hash);
    seed(out, paper.seed);
    if let Some(until) = paper.until {
        out.number(until);
    }
}

fn answers(sheet: &SheetState, items: &[(u32, &[StoredShape])]) -> Writer {
    let mut out = Writer::default();
    let none = Answer::default();
    for (item, shapes) in items {
        let answer = sheet.answers.get(item).unwrap_or(&none);
        let mut rest = numbers(answer, shapes).into_iter();
        let first = rest.next().map_or(0, |first| 2 + 2 * first + u64::from(answer.checked));
        if answer.tries != u32::from(answer.checked) {
            out.number(1_u32);
            out.number(answer.tries);
        }
        out.number(first);
        rest.for_each(|number| out.number(number));
    }
    out
}

/// The numbers of an answer, if its shapes hold it.
fn numbers(answer: &Answer, shapes: &[StoredShape]) -> Vec<u64> {
    let Some(response) = answer.response.as_deref() else { return Vec::new() };
    let mut out = Writer::default();
    shapes.iter().zip(response).for_each(|(shape, given)| response::write(shape.0, given, &mut out));
    out.into_numbers()
}
