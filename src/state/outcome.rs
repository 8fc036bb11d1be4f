//! What a state amounts to: completion, success, score. `docs/runtime-contract.md` section 2.

use serde::{Deserialize, Serialize};

use super::{Completion, Mark, SheetState, State, Success};

/// What an LMS is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether all was done.
    pub completion: Completion,
    /// Whether it was passed.
    pub success: Success,
    /// The score, once a sheet that counts was submitted.
    pub score: Option<Mark>,
}

/// What the outcome depends on, beside the state: the part of the run-time's data that it reads.
#[derive(Clone, Debug, Deserialize)]
pub struct Terms {
    /// When it is complete.
    pub rules: Rules,
    /// Its pages.
    pub pages: Vec<PageTerms>,
    /// Its sheets.
    pub sheets: Vec<SheetTerms>,
}

/// When a launchable is complete.
#[derive(Clone, Debug, Deserialize)]
pub struct Rules {
    /// The share of pages that has to be read, in thousandths.
    pub pages: u32,
    /// What has to become of the summative sheets: `passed`, `attempted` or `none`.
    pub assessments: String,
    /// What new pages do to who had finished: `keep` or `reopen`.
    pub on_new_content: String,
}

/// A page.
#[derive(Clone, Debug, Deserialize)]
pub struct PageTerms {
    /// Its slot.
    pub slot: u32,
    /// What it is.
    pub kind: String,
}

/// A sheet.
#[derive(Clone, Debug, Deserialize)]
pub struct SheetTerms {
    /// Its slot.
    pub slot: u32,
    /// What it is for.
    pub purpose: String,
    /// How many attempts there are; `None`: as many as one likes.
    pub attempts: Option<u32>,
    /// Which attempt counts: `best`, `last` or `first`.
    pub report: String,
    /// Whether it counts to the score.
    pub counts: bool,
    /// The most that a paper is worth, in thousandths of a point.
    pub max: u32,
}

/// The outcome of `state`.
#[must_use]
pub fn outcome(state: &State, terms: &Terms) -> Outcome {
    let success = success(state, terms);
    let enough = enough_read(state, terms);
    let had = state.completion == Completion::Completed;
    let kept = had && terms.rules.on_new_content == "keep";
    let completed = kept || enough && (had || assessments_done(state, terms));
    let completion = if completed { Completion::Completed } else { Completion::Incomplete };
    Outcome { completion, success, score: score(state, terms) }
}

/// Whether an attempt of these points passes where `pass` thousandths are asked for.
#[must_use]
pub fn passes(mark: Mark, pass: u32) -> bool {
    u64::from(mark.points) * 1000 >= u64::from(pass) * u64::from(mark.max)
}

fn summative<'a>(state: &'a State, terms: &'a Terms) -> impl Iterator<Item = (&'a SheetTerms, Option<&'a SheetState>)> {
    terms.sheets.iter().filter(|sheet| sheet.purpose == "summative").map(|sheet| (sheet, state.sheets.get(&sheet.slot)))
}

fn passed(sheet: Option<&SheetState>) -> bool {
    sheet.is_some_and(|sheet| sheet.passed)
}

fn failed_for_good((terms, sheet): (&SheetTerms, Option<&SheetState>)) -> bool {
    !passed(sheet) && terms.attempts.is_some_and(|attempts| sheet.is_some_and(|sheet| sheet.attempts >= attempts))
}

fn success(state: &State, terms: &Terms) -> Success {
    let mut sheets = summative(state, terms).peekable();
    if state.success == Success::Passed {
        return Success::Passed;
    }
    if sheets.peek().is_none() {
        return Success::Unknown;
    }
    if summative(state, terms).all(|(_, sheet)| passed(sheet)) {
        return Success::Passed;
    }
    if sheets.any(failed_for_good) { Success::Failed } else { Success::Unknown }
}

fn enough_read(state: &State, terms: &Terms) -> bool {
    let counted = || terms.pages.iter().filter(|page| page.kind != "results");
    let read = counted().filter(|page| state.read.contains(&page.slot)).count() as u64;
    let needed = (counted().count() as u64 * u64::from(terms.rules.pages)).div_ceil(1000);
    read >= needed
}

fn assessments_done(state: &State, terms: &Terms) -> bool {
    let held = match terms.rules.assessments.as_str() {
        "passed" => summative(state, terms).all(|(_, sheet)| passed(sheet)),
        "attempted" => summative(state, terms).all(|(_, sheet)| sheet.is_some_and(|sheet| sheet.attempts > 0)),
        _ => true,
    };
    held || summative(state, terms).any(failed_for_good)
}

fn score(state: &State, terms: &Terms) -> Option<Mark> {
    let counting = || terms.sheets.iter().filter(|sheet| sheet.counts);
    let reported = |sheet: &SheetTerms| {
        let of = state.sheets.get(&sheet.slot).filter(|of| of.attempts > 0)?;
        match sheet.report.as_str() {
            "last" => of.last,
            "first" => of.first,
            _ => of.best,
        }
    };
    counting().any(|sheet| reported(sheet).is_some()).then(|| {
        counting().fold(Mark { points: 0, max: 0 }, |sum, sheet| {
            let mark = reported(sheet).unwrap_or(Mark { points: 0, max: sheet.max });
            Mark { points: sum.points.saturating_add(mark.points), max: sum.max.saturating_add(mark.max) }
        })
    })
}
