//! A state that another layout wrote, brought to this build's own.

use std::collections::BTreeSet;

use super::decode::Reading;
use super::{Layout, Layouts, SheetState, State};

/// What is left of a state in this build's own layout, and the sheets of it that lost something.
pub(super) fn bring(reading: Reading<'_>, mut lost: BTreeSet<u32>, layouts: &Layouts) -> (State, BTreeSet<u32>) {
    let Reading { mut state, layout } = reading;
    let Some(own) = layouts.own() else { return (state, lost) };
    state.page = place(state.page, &layouts.pages);
    state.read.retain(|page| layouts.pages.contains(page));
    state.sheets.retain(|slot, _| own.sheet(*slot).is_some());
    lost.retain(|slot| own.sheet(*slot).is_some());
    for (slot, sheet) in &mut state.sheets {
        let known = sheet.paper.as_ref().is_none_or(|paper| layouts.find(paper.layout).is_some());
        if !known {
            sheet.paper = None;
            sheet.answers.clear();
            lost.insert(*slot);
        }
        drop_changed(sheet, *slot, layout, own);
    }
    (state, lost)
}

/// The page of those left where a learner stands who stood at `page`.
fn place(page: u32, left: &[u32]) -> u32 {
    if left.contains(&page) {
        return page;
    }
    let before = left.iter().copied().filter(|slot| *slot < page).max();
    before.or_else(|| left.first().copied()).unwrap_or(page)
}

/// Drops the answers to items that left the sheet or are another question now.
fn drop_changed(sheet: &mut SheetState, slot: u32, from: &Layout, own: &Layout) {
    sheet.answers.retain(|item, answer| own.shares(from, slot, *item) && own.holds(*item, answer));
}
