//! The largest frame that a layout can give, in characters.

use super::letters::{CHECK_CHARS, PARTS, letters};
use super::{response, rules};
use crate::activity::{Delivery, Launchable};
use crate::diag::Diagnostic;
use crate::item::Shape;
use crate::lock::Lock;
use crate::model::{AssessmentFeedback, Course, Unit};
use crate::target::Target;
use crate::value::Id;

/// What a learner does at most: saves, attempts, tries.
const COUNT: u64 = 65_535;

/// The largest hash of a layout.
const HASH: u64 = 0xFF_FFFF;

/// The largest seed, and none.
const SEED: u64 = 1 << 32;

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

/// The bound of `launchable`, which is `unit`.
#[must_use]
pub fn bound(unit: &Unit, launchable: &Launchable, lock: &Lock) -> Bound {
    let shapes: Vec<Vec<Shape>> =
        unit.items.iter().map(|item| item.body.shapes(&lock.parts(&format!("{}/{}", unit.id, item.id)))).collect();
    let mut items: Vec<(Id, u64)> = unit.items.iter().map(|item| (item.id.clone(), 0)).collect();
    let standing = "C1".len() as u64 + standing(unit, launchable, lock);
    let mut total = standing;
    for sheet in &launchable.sheets {
        let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        let tried = assessment.is_none_or(|assessment| assessment.feedback == AssessmentFeedback::AfterEach);
        let mut sum = 0;
        for (place, _) in launchable.interactions.iter().enumerate().filter(|(_, placed)| sheet.items.contains(&placed.slot)) {
            let answer = answer(&shapes[place], tried);
            sum += answer;
            items[place].1 += answer;
        }
        total += section(sum);
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

/// Characters of a section of so many letters, with its dot and its check.
fn section(letters: u64) -> u64 {
    1 + letters + CHECK_CHARS
}

fn standing(unit: &Unit, launchable: &Launchable, lock: &Lock) -> u64 {
    let last_page = launchable.pages.iter().map(|page| page.slot).max().unwrap_or_default();
    let read: u64 = response::largest(Shape::Flags(last_page + 1)).into_iter().map(letters).sum();
    let mut sum = letters(lock.building().into()) + letters(HASH) + letters(COUNT) + letters(last_page.into()) + read + 2 + letters(SEED);
    for sheet in &launchable.sheets {
        let worth: u64 = unit
            .items
            .iter()
            .zip(&launchable.interactions)
            .filter(|(_, placed)| sheet.items.contains(&placed.slot))
            .map(|(item, _)| u64::from(item.points.0))
            .sum();
        let scores = 6 * letters(u64::from(PARTS) + worth);
        let paper = 1 + letters(HASH) + letters(SEED);
        sum += letters(COUNT) + 1 + scores + paper;
    }
    section(sum)
}

/// The most letters of an answer.
fn answer(shapes: &[Shape], tried: bool) -> u64 {
    let mut numbers = shapes.iter().flat_map(|shape| response::largest(*shape));
    let first = letters(3 + 2 * numbers.next().unwrap_or_default());
    let texts: u64 = shapes.iter().map(|shape| response::text_letters(*shape)).sum();
    first + numbers.map(letters).sum::<u64>() + texts + if tried { 1 + letters(COUNT) } else { 0 }
}
