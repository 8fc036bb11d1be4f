//! The largest frame that a layout can give, in characters.

use super::bits::CHECK_CHARS;
use super::{response, rules};
use crate::activity::{Delivery, Launchable};
use crate::diag::Diagnostic;
use crate::item::Shape;
use crate::lock::Lock;
use crate::model::{AssessmentFeedback, Course, Unit};
use crate::target::Target;
use crate::value::Id;

/// Bits of a `uint` that counts what a learner does: saves, attempts, tries. Sixteen to the fourth is more than anybody does.
const COUNT: u64 = 20;

/// Bits that name a layout.
const HASH: u64 = 24;

/// A bit, and the seed after it.
const SEED: u64 = 33;

/// The most bits of a byte of UTF-8 for each UTF-16 code unit.
const UNIT_BITS: u64 = 24;

/// What the largest frame of a launchable takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The whole frame, characters.
    pub total: u64,
    /// Of that header and standing.
    pub standing: u64,
    /// For each item, in the order of the unit, the characters that its answers take; an item may stand on several sheets.
    pub items: Vec<(Id, u64)>,
}

/// What the items of a sheet need at most.
#[derive(Clone, Copy, Debug, Default)]
struct Answer {
    bits: u64,
    text_bits: u64,
}

/// The bound of `launchable`, which is `unit`.
#[must_use]
pub fn bound(unit: &Unit, launchable: &Launchable, lock: &Lock) -> Bound {
    let shapes: Vec<Vec<Shape>> =
        unit.items.iter().map(|item| item.body.shapes(&lock.parts(&format!("{}/{}", unit.id, item.id)))).collect();
    let mut items: Vec<(Id, u64)> = unit.items.iter().map(|item| (item.id.clone(), 0)).collect();
    let standing = "C1".len() as u64 + header(lock) + standing(unit, launchable);
    let mut total = standing;
    for sheet in &launchable.sheets {
        let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        let tried = assessment.is_none_or(|assessment| assessment.feedback == AssessmentFeedback::AfterEach);
        let mut sum = Answer::default();
        for (place, _) in launchable.interactions.iter().enumerate().filter(|(_, placed)| sheet.items.contains(&placed.slot)) {
            let answer = answer(&shapes[place], tried);
            sum.bits += answer.bits;
            sum.text_bits += answer.text_bits;
            items[place].1 += (answer.bits + answer.text_bits).div_ceil(6);
        }
        total += section(sum.bits) + if sum.text_bits > 0 { section(sum.text_bits) } else { 0 };
    }
    Bound { total, standing, items }
}

/// The units whose largest frame has no room in `target`.
#[must_use]
pub fn too_large(course: &Course, delivery: &Delivery, lock: &Lock, target: &Target) -> Vec<Diagnostic> {
    let Some(limit) = target.limits.state else { return Vec::new() };
    let bounds = delivery.launchables.iter().map(|launchable| {
        let unit = &course.units[launchable.unit];
        (unit, bound(unit, launchable, lock))
    });
    let over = bounds.filter(|(_, bound)| bound.total > u64::from(limit));
    over.map(|(unit, bound)| rules::state_too_large::diagnostic(unit, &bound, limit, target)).collect()
}

/// Characters of a section of so many bits, with its dot and its check.
fn section(bits: u64) -> u64 {
    bits.div_ceil(6) + CHECK_CHARS as u64 + 1
}

/// Bits of a `uint` of at most `most`.
fn uint(most: u64) -> u64 {
    let groups = u64::from(most.max(1).ilog2() / 4 + 1);
    groups * 5
}

fn header(lock: &Lock) -> u64 {
    section(uint(u64::from(lock.building())) + HASH + COUNT)
}

fn standing(unit: &Unit, launchable: &Launchable) -> u64 {
    let last_page = launchable.pages.iter().map(|page| page.slot).max().unwrap_or_default();
    let mut bits = uint(u64::from(last_page)) + u64::from(last_page) + 1 + 1 + 2 + SEED;
    for sheet in &launchable.sheets {
        let worth: u64 = unit
            .items
            .iter()
            .zip(&launchable.interactions)
            .filter(|(_, placed)| sheet.items.contains(&placed.slot))
            .map(|(item, _)| u64::from(item.points.0))
            .sum();
        let mark = 2 * (1 + uint(worth));
        let scores = 1 + 3 * mark + 2;
        let paper = 1 + COUNT + 1 + HASH + SEED + 1;
        bits += 1 + COUNT + 1 + scores + paper;
    }
    section(bits)
}

fn answer(shapes: &[Shape], tried: bool) -> Answer {
    let values: u64 = shapes.iter().map(|shape| response::bits(*shape)).sum();
    let count = if tried { COUNT } else { uint(0) };
    let texts = shapes.iter().filter_map(|shape| response::text_max(*shape)).map(|max| {
        let bytes = u64::from(max) * UNIT_BITS / 8;
        uint(bytes) + bytes * 8
    });
    Answer { bits: 1 + 1 + count + values, text_bits: texts.sum() }
}
