//! A frame as a state. `docs/runtime-contract.md` section 4. Never fails: what cannot be read is not restored.

use std::collections::{BTreeMap, BTreeSet};
use std::str::Split;

use serde::{Deserialize, Serialize};

use super::bits::{FIRST_CHECK, Reader};
use super::{Answer, Completion, Given, Layout, Layouts, Mark, Paper, SheetState, State, Success, migrate, response};

/// What could be made of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The state; only where the verdict is `Whole` or `Partial`.
    pub state: Option<State>,
    /// How much could be read.
    pub verdict: Verdict,
    /// Slots of the sheets whose answers or texts the frame had and could not give back.
    pub lost: BTreeSet<u32>,
}

/// How much of a frame could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// There is no frame.
    Empty,
    /// All.
    Whole,
    /// Header and standing at least.
    Partial,
    /// A later version of the frame or a later release wrote it.
    Newer,
    /// Its layout is not known.
    Foreign,
    /// Nothing.
    Damaged,
}

/// Reads `text`, brought to this build's own layout.
#[must_use]
pub fn decode(text: &str, layouts: &Layouts) -> Decoded {
    match read(text, layouts) {
        Ok((state, whole, lost)) => {
            let (state, lost) = migrate::bring(state, lost, layouts);
            Decoded { state: Some(state), verdict: if whole { Verdict::Whole } else { Verdict::Partial }, lost }
        }
        Err(verdict) => Decoded { state: None, verdict, lost: BTreeSet::new() },
    }
}

/// What a frame says in the terms of its own layout.
pub(super) struct Reading<'a> {
    pub(super) state: State,
    pub(super) layout: &'a Layout,
}

fn read<'a>(text: &str, layouts: &'a Layouts) -> Result<(Reading<'a>, bool, BTreeSet<u32>), Verdict> {
    let mut sections = Sections::open(text)?;
    let (ordinal, hash, counter) = sections.next(header).ok_or(Verdict::Damaged)?;
    let layout = layouts.find(hash).ok_or(if ordinal > layouts.release { Verdict::Newer } else { Verdict::Foreign })?;
    let mut state = sections.next(|bits| standing(bits, layout)).ok_or(Verdict::Damaged)?;
    state.counter = counter;
    let mut lost = BTreeSet::new();
    let papers: Vec<u32> = layout
        .sheets
        .iter()
        .map(|(slot, _)| *slot)
        .filter(|slot| state.sheets.get(slot).is_some_and(|sheet| sheet.paper.is_some()))
        .collect();
    for slot in &papers {
        let Some(sheet) = state.sheets.get_mut(slot) else { continue };
        match sections.next(|bits| answers(bits, *slot, layout)) {
            Some(answers) => sheet.answers = answers,
            None => {
                lost.insert(*slot);
            }
        }
    }
    for slot in &papers {
        let Some(sheet) = state.sheets.get_mut(slot) else { continue };
        let typed = sheet.answers.iter().filter(|(_, answer)| has_text(answer)).map(|(item, _)| *item).collect::<Vec<_>>();
        if typed.is_empty() {
            continue;
        }
        let mut with_texts = sheet.clone();
        if sections.next(|bits| texts(bits, &mut with_texts, &typed, layout)).is_some() {
            *sheet = with_texts;
        } else {
            lost.insert(*slot);
            for item in typed {
                reopen(sheet, item);
            }
        }
    }
    let whole = sections.finished();
    Ok((Reading { state, layout }, whole, lost))
}

/// The sections of a frame, as far as they are intact.
struct Sections<'a> {
    rest: Split<'a, char>,
    check: u32,
    intact: bool,
}

impl<'a> Sections<'a> {
    fn open(text: &'a str) -> Result<Self, Verdict> {
        if text.is_empty() {
            return Err(Verdict::Empty);
        }
        let mut rest = text.split('.');
        let version = rest.next().and_then(|head| head.strip_prefix('C')).ok_or(Verdict::Damaged)?;
        match version {
            "1" => Ok(Self { rest, check: FIRST_CHECK, intact: true }),
            _ if version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0') && !version.is_empty() => {
                Err(Verdict::Newer)
            }
            _ => Err(Verdict::Damaged),
        }
    }

    /// What `read` makes of the next section; nothing from the first on that is not intact.
    fn next<T>(&mut self, read: impl FnOnce(&mut Reader) -> Option<T>) -> Option<T> {
        let found = self.rest.next().filter(|_| self.intact).and_then(|section| {
            let (mut bits, check) = Reader::open(section, self.check)?;
            let value = read(&mut bits)?;
            bits.finished().then_some((value, check))
        });
        self.intact = found.is_some();
        let (value, check) = found?;
        self.check = check;
        Some(value)
    }

    fn finished(mut self) -> bool {
        self.intact && self.rest.next().is_none()
    }
}

fn header(bits: &mut Reader) -> Option<(u32, u32, u32)> {
    Some((bits.uint()?, bits.number(24)?, bits.uint()?))
}

fn standing(bits: &mut Reader, layout: &Layout) -> Option<State> {
    let mut state = State { page: bits.uint()?, ..State::default() };
    for page in 0..layout.pages {
        if bits.bit()? {
            state.read.insert(page);
        }
    }
    state.completion = if bits.bit()? { Completion::Completed } else { Completion::Incomplete };
    state.success = match bits.number(2)? {
        0 => Success::Unknown,
        1 => Success::Passed,
        2 => Success::Failed,
        _ => return None,
    };
    if bits.bit()? {
        state.seed = Some(bits.number(32)?);
    }
    for slot in layout.sheet_slots() {
        if bits.bit()? {
            state.sheets.insert(slot, sheet(bits, layout)?);
        }
    }
    Some(state)
}

fn sheet(bits: &mut Reader, layout: &Layout) -> Option<SheetState> {
    let mut sheet = SheetState { attempts: bits.uint()?, passed: bits.bit()?, ..SheetState::default() };
    if bits.bit()? {
        let best = mark(bits)?;
        sheet.best = Some(best);
        sheet.last = Some(if bits.bit()? { mark(bits)? } else { best });
        sheet.first = Some(if bits.bit()? { mark(bits)? } else { best });
    }
    if bits.bit()? {
        let attempt = bits.uint()?;
        let hash = if bits.bit()? { layout.hash.clone() } else { format!("{:06x}", bits.number(24)?) };
        let seed = if bits.bit()? { Some(bits.number(32)?) } else { None };
        sheet.paper = Some(Paper { layout: hash, attempt, seed, submitted: bits.bit()? });
    }
    Some(sheet)
}

fn mark(bits: &mut Reader) -> Option<Mark> {
    Some(Mark { points: bits.score()?, max: bits.score()? })
}

fn answers(bits: &mut Reader, slot: u32, layout: &Layout) -> Option<BTreeMap<u32, Answer>> {
    let mut answers = BTreeMap::new();
    for (item, shapes) in layout.answers(slot) {
        let answered = bits.bit()?;
        if answered {
            let (checked, tries) = (bits.bit()?, bits.uint()?);
            let response = shapes.iter().map(|shape| response::read(shape.0, bits)).collect::<Option<Vec<_>>>()?;
            answers.insert(item, Answer { response: Some(response), checked, tries });
            continue;
        }
        let tried = bits.bit()?;
        if tried {
            answers.insert(item, Answer { response: None, checked: false, tries: bits.uint()? });
        }
    }
    Some(answers)
}

fn has_text(answer: &Answer) -> bool {
    answer.response.iter().flatten().any(|given| matches!(given, Given::Text(_)))
}

fn texts(bits: &mut Reader, sheet: &mut SheetState, typed: &[u32], layout: &Layout) -> Option<()> {
    for item in typed {
        let (_, shapes) = layout.item(*item)?;
        let response = sheet.answers.get_mut(item)?.response.as_mut()?;
        for (shape, given) in shapes.iter().zip(response) {
            let Some(max) = response::text_max(shape.0) else { continue };
            let length = bits.uint()?;
            let bytes = (0..length).map(|_| bits.number(8).and_then(|byte| u8::try_from(byte).ok())).collect::<Option<Vec<_>>>()?;
            let text = String::from_utf8(bytes).ok().filter(|text| response::fits(text, max))?;
            *given = Given::Text(text);
        }
    }
    Some(())
}

/// Takes an answer back whose text is lost, and keeps its tries.
fn reopen(sheet: &mut SheetState, item: u32) {
    if let Some(answer) = sheet.answers.remove(&item).filter(|answer| answer.tries > 0) {
        sheet.answers.insert(item, Answer { response: None, checked: false, tries: answer.tries });
    }
}
