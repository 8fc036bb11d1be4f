//! A frame as a state. `docs/runtime-contract.md` section 4. Never fails: what cannot be read is not restored.

use std::collections::{BTreeMap, BTreeSet};
use std::str::Split;

use serde::{Deserialize, Serialize};

use super::letters::{FIRST_HASH, Reader};
use super::{Answer, Completion, Layout, Layouts, Mark, Paper, SheetLayout, SheetState, State, StoredShape, Success, migrate, response};

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
    let (layout, mut state) = sections.next(|numbers| standing(numbers, layouts)).ok_or(Verdict::Damaged)??;
    let mut lost = BTreeSet::new();
    for SheetLayout(slot, ..) in &layout.sheets {
        let Some((sheet, paper)) = state.sheets.get_mut(slot).and_then(|sheet| sheet.paper.clone().map(|paper| (sheet, paper))) else {
            continue;
        };
        let items = layout.answers(*slot, &paper, layouts);
        match sections.next(|numbers| ended(answers(numbers, &items?)?, numbers)) {
            Some(answers) => sheet.answers = answers,
            None => {
                lost.insert(*slot);
            }
        }
    }
    let whole = lost.is_empty() && sections.finished();
    Ok((Reading { state, layout }, whole, lost))
}

/// The sections of a frame.
struct Sections<'a> {
    rest: Split<'a, char>,
    hash: u32,
}

impl<'a> Sections<'a> {
    fn open(text: &'a str) -> Result<Self, Verdict> {
        if text.is_empty() {
            return Err(Verdict::Empty);
        }
        let mut rest = text.split('.');
        let version = rest.next().and_then(|head| head.strip_prefix('C')).ok_or(Verdict::Damaged)?;
        match version {
            "1" => Ok(Self { rest, hash: FIRST_HASH }),
            _ if version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0') && !version.is_empty() => {
                Err(Verdict::Newer)
            }
            _ => Err(Verdict::Damaged),
        }
    }

    /// What `read` makes of the next section, where its check holds.
    fn next<T>(&mut self, read: impl FnOnce(&mut Reader) -> Option<T>) -> Option<T> {
        let section = self.rest.next().unwrap_or_default();
        let mut numbers = Reader::open(section, &mut self.hash)?;
        read(&mut numbers)
    }

    fn finished(mut self) -> bool {
        self.rest.next().is_none()
    }
}

/// `value`, where nothing is left to read.
fn ended<T>(value: T, numbers: &Reader) -> Option<T> {
    numbers.finished().then_some(value)
}

/// Header and standing, and the layout that they name.
fn standing<'a>(numbers: &mut Reader, layouts: &'a Layouts) -> Option<Result<(&'a Layout, State), Verdict>> {
    let (ordinal, hash) = (numbers.uint()?, numbers.uint()?);
    let Some(layout) = layouts.find(hash) else {
        return Some(Err(if ordinal > layouts.release { Verdict::Newer } else { Verdict::Foreign }));
    };
    let mut state = State { counter: numbers.uint()?, page: numbers.uint()?, ..State::default() };
    state.read.extend(response::read_set(layout.pages, numbers)?);
    state.completion = *[Completion::Incomplete, Completion::Completed].get(numbers.uint()? as usize)?;
    state.success = *[Success::Unknown, Success::Passed, Success::Failed].get(numbers.uint()? as usize)?;
    state.seed = seed(numbers)?;
    for SheetLayout(slot, ..) in &layout.sheets {
        if let Some(attempts) = numbers.uint()?.checked_sub(1) {
            state.sheets.insert(*slot, sheet(numbers, attempts, layout)?);
        }
    }
    ended(Ok((layout, state)), numbers)
}

/// A number of 32 bits, or none.
#[allow(clippy::option_option, reason = "outside: the frame is damaged; inside: there is no seed")]
fn seed(numbers: &mut Reader) -> Option<Option<u32>> {
    numbers.number()?.checked_sub(1).map_or(Some(None), |seed| u32::try_from(seed).ok().map(Some))
}

fn sheet(numbers: &mut Reader, attempts: u32, layout: &Layout) -> Option<SheetState> {
    let mut sheet = SheetState { attempts, passed: numbers.uint()? > 0, ..SheetState::default() };
    if attempts > 0 {
        sheet.best = Some(mark(numbers)?);
        sheet.last = Some(mark(numbers)?);
        sheet.first = Some(mark(numbers)?);
    }
    let standing = numbers.uint()?;
    if standing > 0 {
        let submitted = standing == 2;
        let hash = numbers.uint()? ^ layout.hash;
        let attempt = if submitted { attempts } else { attempts.checked_add(1)? };
        let seed = seed(numbers)?;
        let until = if standing > 2 { Some(numbers.number()?) } else { None };
        sheet.paper = Some(Paper { layout: hash, attempt, seed, submitted, until });
    }
    Some(sheet)
}

fn mark(numbers: &mut Reader) -> Option<Mark> {
    Some(Mark { points: numbers.points()?, max: numbers.points()? })
}

fn answers(numbers: &mut Reader, items: &[(u32, &[StoredShape])]) -> Option<BTreeMap<u32, Answer>> {
    let mut answers = BTreeMap::new();
    for (item, shapes) in items {
        let usual = numbers.number()?;
        let (tries, number) = if usual == 1 { (numbers.uint()?, numbers.number()?) } else { (u32::from(usual % 2 > 0), usual) };
        if number > 1 {
            numbers.unread(number / 2 - 1);
            let response = shapes.iter().map(|shape| response::read(shape.0, numbers)).collect::<Option<Vec<_>>>()?;
            answers.insert(*item, Answer { response: Some(response), checked: number % 2 > 0, tries });
        } else if tries > 0 {
            answers.insert(*item, Answer { response: None, checked: false, tries });
        }
    }
    Some(answers)
}
