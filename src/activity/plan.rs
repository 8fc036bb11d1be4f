//! From a course and its lock to what an LMS can see of it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::case;
use super::name::{self, Between};
use super::objective::{self, Placed};
use super::worth::worth;
use super::{Delivery, Launchable, Page, PageKind, PlacedInteraction, Sheet, Whole};
use crate::lock::{self, Kind, Lock, SheetPurpose};
use crate::model::{Assessment, Course, Home, ItemAt, Navigation, Paper, ReportScore, Stratum, Structure, Unit};
use crate::value::{Id, Thousandths};

/// What is delivered of `course`. `lock` has a slot for each thing of it.
#[must_use]
pub fn plan(course: &Course, lock: &Lock) -> Delivery {
    let launched: Vec<&Unit> = course.launched().collect();
    let opens_after = opens_after(course, &launched);
    let awaited = awaited(course, &opens_after);
    let opens = opens_after.into_par_iter().zip(awaited);
    let units = launched.par_iter().enumerate().zip(opens);
    let launchables: Vec<Launchable> = units.map(|((place, unit), opens)| launchable(course, place, unit, opens, lock)).collect();
    Delivery {
        iri: course.base_iri.clone(),
        identifier: lock.course_id(course).to_owned(),
        title: course.title.text.clone(),
        whole: (course.structure.value == Structure::CoursePerSco).then(|| Whole {
            identifier: lock.course_id(course).to_owned(),
            mastery: mastery(course, &launched),
            passing: passing(&launched),
            objectives: objective::of_whole(course, &launchables, lock),
        }),
        navigation: course.navigation.value,
        launchables,
        release: lock.building(),
    }
}

/// `opens`: what it opens after, and whether another opens after it.
fn launchable(course: &Course, place: usize, unit: &Unit, (opens_after, is_awaited): (Vec<usize>, bool), lock: &Lock) -> Launchable {
    let path = unit.id.as_str();
    let base = course.base_iri.as_ref();
    let public_id = lock.public_id(path).to_owned();
    let list = if course.is_final(unit) { "assessments" } else { "units" };
    let (pages, sheets, interactions) = (pages(course, unit, lock), sheets(course, unit, lock), interactions(course, unit, lock));
    let placed = Placed { unit, pages: &pages, sheets: &sheets, interactions: &interactions };
    Launchable {
        unit: place,
        slot: slot(lock, path),
        identifier: name::nc_name(lock, path),
        file: format!("{list}/{}.html", public_id.to_ascii_lowercase()),
        iri: base.map(|base| base.below(&[list, &public_id])),
        title: unit.title.text.clone(),
        objectives: objective::objectives(course, &placed, lock),
        pages,
        sheets,
        cases: case::cases(base, unit, lock),
        interactions,
        mastery: mastery(course, &[unit]),
        passing: passing(&[unit]),
        opens_after,
        done: is_awaited.then(|| format!("done_{}", name::narrow(lock, path, &Between::Nothing))),
        public_id,
    }
}

fn path(unit: &Unit, id: &Id) -> String {
    format!("{}/{id}", unit.id)
}

fn slot(lock: &Lock, path: &str) -> u32 {
    lock.thing(path).map_or(0, |thing| thing.slot)
}

fn page_slot(lock: &Lock, path: &str) -> u32 {
    lock.thing(path).and_then(lock::Thing::page_slot).unwrap_or_default()
}

/// The pages in order. An address that an earlier page has gets its slot behind it; those that the compiler makes give way.
fn pages(course: &Course, unit: &Unit, lock: &Lock) -> Vec<Page> {
    let base = course.base_iri.as_ref();
    let authored = unit.lessons.iter().map(|lesson| (&lesson.id, PageKind::Lesson, "lessons"));
    let authored = authored.chain(unit.case_studies.iter().map(|case| (&case.id, PageKind::Case, "cases")));
    let authored = authored.chain(unit.assessments.iter().map(|assessment| (&assessment.id, PageKind::Assessment, "assessments")));
    let mut taken = BTreeSet::new();
    let mut address = |id: &str, slot: u32| {
        let plain = format!("/{id}");
        let free = taken.insert(plain.to_ascii_lowercase());
        if free { plain } else { format!("{plain}-{slot}") }
    };
    let mut pages: Vec<Page> = authored
        .map(|(id, kind, list)| {
            let path = path(unit, id);
            let (slot, public) = (page_slot(lock, &path), lock.public_id(&path));
            Page { slot, kind, id: id.to_string(), address: address(public, slot), iri: name::iri(base, lock, &path, list) }
        })
        .collect();
    let mut built_in = |kind: Kind, page: PageKind| {
        let path = lock::built_in(unit, kind);
        let slot = page_slot(lock, &path);
        Page { slot, kind: page, id: kind.name().to_owned(), address: address(kind.name(), slot), iri: None }
    };
    pages.insert(0, built_in(Kind::Overview, PageKind::Overview));
    if !lock::practice(course, unit).is_empty() {
        pages.push(built_in(Kind::Practice, PageKind::Practice));
    }
    if lock::has_results(unit) {
        pages.push(built_in(Kind::Results, PageKind::Results));
    }
    pages
}

fn sheets(course: &Course, unit: &Unit, lock: &Lock) -> Vec<Sheet> {
    let base = course.base_iri.as_ref();
    let numbers =
        |items: &[ItemAt]| -> Vec<u32> { items.iter().map(|at| lock.item_number(unit.id.as_str(), &lock::item_path(at))).collect() };
    let draw = |stratum: &Stratum| (u32::try_from(stratum.takes).unwrap_or(u32::MAX), numbers(&stratum.items));
    let mut sheets: Vec<Sheet> = unit
        .assessments
        .iter()
        .map(|assessment| {
            let path = path(unit, &assessment.id);
            let paper = Paper::of(course, Some(&unit.id), assessment);
            Sheet {
                slot: slot(lock, &path),
                assessment: Some(assessment.id.clone()),
                page: Some(page_slot(lock, &path)),
                iri: name::iri(base, lock, &path, "assessments"),
                items: paper.as_ref().map(|paper| numbers(&paper.items())).unwrap_or_default(),
                draws: paper.iter().flat_map(|paper| paper.strata().iter().map(draw).collect::<Vec<_>>()).collect(),
            }
        })
        .collect();
    let pool = lock::practice(course, unit);
    if !pool.is_empty() {
        let path = lock::built_in(unit, Kind::Practice);
        let items = pool.into_iter().map(|item| slot(lock, &self::path(unit, &item.id))).collect();
        let page = Some(page_slot(lock, &path));
        sheets.push(Sheet { slot: slot(lock, &path), assessment: None, page, iri: None, items, draws: Vec::new() });
    }
    let shown = numbers(&unit.shown_items());
    if !shown.is_empty() {
        let slot = slot(lock, &lock::built_in(unit, Kind::InText));
        sheets.push(Sheet { slot, assessment: None, page: None, iri: None, items: shown, draws: Vec::new() });
    }
    sheets
}

fn interactions(course: &Course, unit: &Unit, lock: &Lock) -> Vec<PlacedInteraction> {
    let base = course.base_iri.as_ref();
    let mut all: Vec<ItemAt> = unit.items.iter().map(|item| ItemAt { home: Home::Unit(unit.id.clone()), id: item.id.clone() }).collect();
    let papers = unit.assessments.iter().filter_map(|one| Paper::of(course, Some(&unit.id), one));
    for item in papers.flat_map(|paper| paper.items()).chain(unit.shown_items()) {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    let one = course.structure.value == Structure::CoursePerSco;
    let placed = all.into_iter().filter_map(|at| {
        let item = course.item(&at)?;
        let path = lock::item_path(&at);
        let meaning = lock.meaning(&path, item);
        let iri = name::iri(base, lock, &path, "items");
        let id = name::narrow(lock, &path, &Between::Meaning(meaning));
        // In one SCO several units may ask the same item.
        let is_own = matches!(&at.home, Home::Unit(home) if *home == unit.id);
        Some(PlacedInteraction {
            at,
            slot: lock.item_number(unit.id.as_str(), &path),
            id: if is_own || !one { id } else { format!("{id}_u{}", slot(lock, unit.id.as_str())) },
            iri: if meaning > 1 { iri.map(|iri| iri.below(&[&format!("r{meaning}")])) } else { iri },
            meaning,
            report: item.body.interaction(&lock.parts(&path)),
        })
    });
    placed.collect()
}

/// The only assessment of `units` that counts or decides, with its unit, where it does both and its best attempt is reported.
fn only<'u>(units: &[&'u Unit]) -> Option<(&'u Unit, &'u Assessment)> {
    if units.iter().flat_map(|unit| &unit.case_studies).any(|case| case.counts) {
        return None;
    }
    let decides = |purpose| SheetPurpose::from(purpose) == SheetPurpose::Summative;
    let judges = |assessment: &Assessment| assessment.counts || decides(assessment.purpose);
    let all = units.iter().flat_map(|unit| unit.assessments.iter().map(move |assessment| (*unit, assessment)));
    let mut judging = all.filter(|(_, assessment)| judges(assessment));
    let (Some((unit, only)), None) = (judging.next(), judging.next()) else { return None };
    (only.counts && decides(only.purpose) && only.report_score == ReportScore::Best).then_some((unit, only))
}

/// The pass mark of the only sheet that counts. SCORM 2004 has completion apart, and scores of seven decimals: whoever reaches it has passed.
fn passing(units: &[&Unit]) -> Option<Thousandths> {
    only(units).map(|(_, only)| only.pass_mark)
}

/// The pass mark of the only sheet that counts, where a score at or above it always means passed: no page has to be read
/// (SCORM 1.2 has one status, and an LMS that compares scores would say passed too early), the sheet alone decides success
/// and gives the score, the best attempt is reported, the mark is in whole per cent as scores are, and no score is told to be on the other side of the mark than it is.
fn mastery(course: &Course, units: &[&Unit]) -> Option<Thousandths> {
    if course.tracking.complete_when.pages.0 > 0 {
        return None;
    }
    let (unit, only) = only(units)?;
    let agrees = || worth(course, unit, only).told_otherwise(only.pass_mark).is_some_and(|scores| scores.is_empty());
    (only.pass_mark.0.is_multiple_of(10) && agrees()).then_some(only.pass_mark)
}

/// What has to be complete before each of `launched` opens.
fn opens_after(course: &Course, launched: &[&Unit]) -> Vec<Vec<usize>> {
    let of = |(place, unit): (usize, &&Unit)| -> Vec<usize> {
        let named = unit.opens_after.iter().filter_map(|(id, _)| launched.iter().position(|one| one.id == *id));
        let before = (course.navigation.value == Navigation::Linear).then(|| place.checked_sub(1)).flatten();
        named.chain(before).collect::<BTreeSet<usize>>().into_iter().collect()
    };
    launched.iter().enumerate().map(of).collect()
}

/// Whether another opens only when it is complete, of each that is launched.
fn awaited(course: &Course, opens_after: &[Vec<usize>]) -> Vec<bool> {
    let mut awaited = vec![false; opens_after.len()];
    if course.structure.value == Structure::UnitPerSco {
        opens_after.iter().flatten().for_each(|before| awaited[*before] = true);
    }
    awaited
}
