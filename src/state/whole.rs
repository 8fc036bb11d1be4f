//! The frame of a course that is one. `docs/runtime-contract.md` section 4. Never fails: what cannot be read is not restored.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::letters::{FIRST_HASH, Reader, Writer};
use super::{Completion, Success, Verdict};

/// What a course that is one keeps of a learner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// How often it was saved.
    pub counter: u32,
    /// Slot of the unit where the learner is; -1 is the home.
    pub at: i64,
    /// Whether the course is complete.
    pub completion: Completion,
    /// Whether it is passed.
    pub success: Success,
    /// The frame of each unit that was touched, by its slot.
    pub frames: BTreeMap<u32, String>,
}

impl Default for Record {
    fn default() -> Self {
        Self { counter: 0, at: -1, completion: Completion::Incomplete, success: Success::Unknown, frames: BTreeMap::new() }
    }
}

/// The frame of `record` in `release`: its own section, then what stands first in the frame of each unit, then their answers; the unit where
/// the learner is before the others.
#[must_use]
pub fn write_course(record: &Record, release: u32) -> String {
    let mut units: Vec<(u32, Vec<&str>)> = record.frames.iter().map(|(slot, frame)| (*slot, frame.split('.').skip(1).collect())).collect();
    units.sort_by_key(|(slot, _)| i64::from(*slot) != record.at);
    let mut out = Writer::default();
    out.number(release);
    out.number(record.counter);
    out.number(u64::try_from(record.at + 1).unwrap_or_default());
    out.number(u32::from(record.completion == Completion::Completed));
    out.number(match record.success {
        Success::Unknown => 0_u32,
        Success::Passed => 1,
        Success::Failed => 2,
    });
    out.number(units.len() as u64);
    for (slot, sections) in &units {
        out.number(*slot);
        out.number(sections.len().saturating_sub(1) as u64);
    }
    let mut frame = "K1".to_owned();
    out.finish(&mut frame, FIRST_HASH);
    let standings = units.iter().map(|(_, sections)| sections.first().copied().unwrap_or_default());
    let answers = units.iter().flat_map(|(_, sections)| sections.iter().skip(1).copied());
    for section in standings.chain(answers) {
        frame.push('.');
        frame.push_str(section);
    }
    frame
}

/// What `text` holds. The frame of a unit that is not whole has what is left of it.
#[must_use]
pub fn read_course(text: &str) -> (Record, Verdict) {
    let mut rest = text.split('.');
    match rest.next().unwrap_or_default() {
        "" => return (Record::default(), Verdict::Empty),
        "K1" => {}
        version => {
            let number = version.strip_prefix('K').unwrap_or_default();
            let newer = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0') && !number.is_empty();
            return (Record::default(), if newer { Verdict::Newer } else { Verdict::Damaged });
        }
    }
    let mut hash = FIRST_HASH;
    let own = Reader::open(rest.next().unwrap_or_default(), &mut hash);
    let Some((mut record, units)) = own.and_then(|mut numbers| standing(&mut numbers)) else {
        return (Record::default(), Verdict::Damaged);
    };
    let mut frames: Vec<String> = units.iter().map(|_| format!("C1.{}", rest.next().unwrap_or_default())).collect();
    for ((_, answers), frame) in units.iter().zip(&mut frames) {
        for section in rest.by_ref().take(*answers) {
            frame.push('.');
            frame.push_str(section);
        }
    }
    record.frames = units.into_iter().map(|(slot, _)| slot).zip(frames).collect();
    (record, if rest.next().is_none() { Verdict::Whole } else { Verdict::Partial })
}

/// The section of the course: the record without frames, and of each unit its slot and how many sections of answers it has.
fn standing(numbers: &mut Reader) -> Option<(Record, Vec<(u32, usize)>)> {
    numbers.number()?;
    let record = Record {
        counter: numbers.uint()?,
        at: i64::from(numbers.uint()?) - 1,
        completion: if numbers.uint()? == 1 { Completion::Completed } else { Completion::Incomplete },
        success: match numbers.uint()? {
            1 => Success::Passed,
            2 => Success::Failed,
            _ => Success::Unknown,
        },
        frames: BTreeMap::new(),
    };
    let mut units = Vec::new();
    for _ in 0..numbers.number()? {
        units.push((numbers.uint()?, numbers.uint()? as usize));
    }
    numbers.finished().then_some((record, units))
}
