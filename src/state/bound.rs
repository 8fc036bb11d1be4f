//! The largest frame that a layout can give, in characters.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::letters::{CHECK_CHARS, PARTS, letters};
use super::{response, rules};
use crate::activity::{Delivery, Launchable};
use crate::diag::Diagnostic;
use crate::item::Shape;
use crate::lock::{self, Kind, Lock};
use crate::model::{AssessmentFeedback, CaseStudy, Course};
use crate::target::Target;
use crate::value::Id;

/// What a learner does at most: saves, attempts, tries.
const COUNT: u64 = 65_535;

/// The largest slot of a unit, and number of sections.
const SLOT: u64 = 9_999;

/// The largest hash of a layout.
const HASH: u64 = 0xFF_FFFF;

/// The largest seed, and none.
const SEED: u64 = 1 << 32;

/// The largest end of a time limit, seconds since 1970.
const TIME: u64 = 1 << 32;

/// What the largest frame of a launchable takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The whole frame, characters.
    pub total: u64,
    /// Of that header and standing.
    pub standing: u64,
    /// For each item, in the order of the unit, then those of banks and of other units, the characters that its answers take; an item may stand on several sheets. Then for each case study those of its way.
    pub items: Vec<(Id, u64)>,
}

/// The bound of `launchable`.
#[must_use]
pub fn bound(course: &Course, launchable: &Launchable, lock: &Lock) -> Bound {
    let unit = course.launched_at(launchable.unit);
    let placed = || launchable.interactions.iter().filter_map(|placed| Some((placed, course.item(&placed.at)?)));
    let shapes: BTreeMap<u32, Vec<Shape>> =
        placed().map(|(placed, item)| (placed.slot, item.body.shapes(&lock.parts(&lock::item_path(&placed.at))))).collect();
    let mut items: Vec<(Id, u64)> = placed().map(|(placed, _)| (placed.at.id.clone(), 0)).collect();
    let standing = "C1".len() as u64 + standing(course, launchable, lock);
    let mut total = standing;
    for sheet in &launchable.sheets {
        let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        let tried = assessment.is_none_or(|assessment| assessment.feedback == AssessmentFeedback::AfterEach);
        let answer = |item: u32| shapes.get(&item).map_or(0, |shapes| answer(shapes, tried));
        for ((placed, _), (_, letters)) in placed().zip(&mut items) {
            *letters += if sheet.items.contains(&placed.slot) { answer(placed.slot) } else { 0 };
        }
        total += section(sheet.most(answer));
    }
    for case in &unit.case_studies {
        let way = way(case, &format!("{}/{}", unit.id, case.id), lock);
        total += section(way);
        items.push((case.id.clone(), way));
    }
    Bound { total, standing, items }
}

/// The units whose largest frame has no room in `target`.
#[must_use]
pub fn too_large(course: &Course, delivery: &Delivery, lock: &Lock, target: &Target) -> Vec<Diagnostic> {
    let Some(limit) = course.lms.value.limits(target).state else { return Vec::new() };
    if delivery.is_one(target) {
        return course_too_large(course, delivery, lock, target, limit).into_iter().collect();
    }
    let bounds = delivery.launchables.par_iter().map(|launchable| {
        let unit = course.launched_at(launchable.unit);
        (unit, bound(course, launchable, lock))
    });
    let over = bounds.filter(|(_, bound)| bound.total > u64::from(limit));
    over.map(|(unit, bound)| rules::state_too_large::diagnostic(unit, &bound, limit, target)).collect()
}

/// What the largest frame of a course of one SCO takes: its own section, and the sections of every unit.
fn course_too_large(course: &Course, delivery: &Delivery, lock: &Lock, target: &Target, limit: u32) -> Option<Diagnostic> {
    let units: Vec<(&str, u64)> =
        delivery.launchables.iter().map(|one| (one.title.as_str(), bound(course, one, lock).total - "C1".len() as u64)).collect();
    let numbers =
        letters(lock.building().into()) + letters(COUNT) + letters(SLOT) + 2 + letters(SLOT) + units.len() as u64 * 2 * letters(SLOT);
    let total = "K1".len() as u64 + section(numbers) + units.iter().map(|(_, letters)| letters).sum::<u64>();
    (total > u64::from(limit)).then(|| rules::course_state_too_large::diagnostic(course, total, &units, limit, target))
}

/// Characters of a section of so many letters, with its dot and its check.
fn section(letters: u64) -> u64 {
    1 + letters + CHECK_CHARS
}

fn standing(course: &Course, launchable: &Launchable, lock: &Lock) -> u64 {
    let last_page = launchable.pages.iter().map(|page| page.slot).max().unwrap_or_default();
    let read: u64 = response::largest(Shape::Flags(last_page + 1)).into_iter().map(letters).sum();
    let mut sum = letters(lock.building().into()) + letters(HASH) + letters(COUNT) + letters(last_page.into()) + read + 2 + letters(SEED);
    let placed: Vec<_> = launchable.interactions.iter().filter_map(|placed| Some((placed, course.item(&placed.at)?))).collect();
    for sheet in &launchable.sheets {
        let points = |slot: u32| placed.iter().find(|(placed, _)| placed.slot == slot).map_or(0, |(_, item)| u64::from(item.points.0));
        let worth = sheet.most(points);
        let scores = 6 * letters(u64::from(PARTS) + worth);
        let limited = course.launched_at(launchable.unit).assessments.iter();
        let limited = limited.filter(|one| one.time_limit.is_some()).any(|one| Some(&one.id) == sheet.assessment.as_ref());
        let paper = 1 + letters(HASH) + letters(SEED) + if limited { letters(TIME) } else { 0 };
        sum += letters(COUNT) + 1 + scores + paper;
    }
    for case in &course.launched_at(launchable.unit).case_studies {
        sum += letters(COUNT) + 1 + 6 * letters(u64::from(PARTS) + u64::from(case.most().0)) + 1 + letters(HASH) + letters(SEED);
    }
    section(sum)
}

/// The most letters of the way through `case` at `path`: without circles no scene comes twice, one that is gone neither.
fn way(case: &CaseStudy, path: &str, lock: &Lock) -> u64 {
    let slots = || lock.inside(path).map(|(_, thing)| thing.slot);
    let ever = u32::try_from(lock.inside(path).filter(|(_, thing)| thing.kind == Kind::Scene).count()).unwrap_or(u32::MAX);
    let steps = if case.has_circle() { Shape::LONGEST_PATH / 2 } else { ever.min(Shape::LONGEST_PATH / 2) };
    // The number of a way is 1 more than the slot of its choice.
    let number = letters(u64::from(slots().max().unwrap_or_default()) + 1);
    letters(3 + 4 * u64::from(steps)) + 2 * u64::from(steps) * number
}

/// The most letters of an answer.
fn answer(shapes: &[Shape], tried: bool) -> u64 {
    let mut numbers = shapes.iter().flat_map(|shape| response::largest(*shape));
    let first = letters(3 + 2 * numbers.next().unwrap_or_default());
    let texts: u64 = shapes.iter().map(|shape| response::text_letters(*shape)).sum();
    first + numbers.map(letters).sum::<u64>() + texts + if tried { 1 + letters(COUNT) } else { 0 }
}
