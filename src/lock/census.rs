//! The things of a course that get a slot, in teaching order.

use std::collections::BTreeSet;

use super::digest;
use super::file::{COURSE, Lock};
use super::{Kind, SheetPurpose};
use crate::diag::Span;
use crate::item::Item;
use crate::model::{Assessment, Course, Unit};

/// A thing as the course has it now.
#[derive(Clone, Debug)]
pub(super) struct Counted<'a> {
    pub(super) path: String,
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) detail: Detail<'a>,
}

/// What a release keeps of it.
#[derive(Clone, Debug)]
pub(super) enum Detail<'a> {
    Nothing,
    Text(String),
    Sheet { purpose: SheetPurpose, items: Vec<String>, wording: String },
    Item(&'a Item),
}

impl Counted<'_> {
    /// The digest of how it reads, if it can be read.
    pub(super) fn wording(&self, lock: &Lock) -> Option<String> {
        match &self.detail {
            Detail::Nothing => None,
            Detail::Text(wording) | Detail::Sheet { wording, .. } => Some(wording.clone()),
            Detail::Item(item) => Some(digest::wording(lock, &self.path, item)),
        }
    }
}

/// The path of a page that the compiler makes: no author's id looks like it.
#[must_use]
pub fn built_in(unit: &Unit, kind: Kind) -> String {
    format!("{}/:{}", unit.id, kind.name())
}

/// The items of a unit that are in no assessment: its practice pool.
#[must_use]
pub fn practice(unit: &Unit) -> Vec<&Item> {
    let placed: BTreeSet<_> = unit.assessments.iter().flat_map(Assessment::items).collect();
    unit.items.iter().filter(|item| !placed.contains(&item.id)).collect()
}

/// Whether a unit has a page that tells what came of its assessments.
#[must_use]
pub fn has_results(unit: &Unit) -> bool {
    unit.assessments.iter().any(|assessment| assessment.counts)
}

/// All things of `course`.
pub(super) fn take(course: &Course) -> Vec<Counted<'_>> {
    let span = course.version_span;
    let mut all = vec![Counted { path: COURSE.to_owned(), kind: Kind::Course, span, detail: Detail::Nothing }];
    course.units.iter().for_each(|unit| of_unit(unit, &mut all));
    all
}

/// The things of one unit.
pub(super) fn of(unit: &Unit) -> Vec<Counted<'_>> {
    let mut all = Vec::new();
    of_unit(unit, &mut all);
    all
}

fn of_unit<'a>(unit: &'a Unit, all: &mut Vec<Counted<'a>>) {
    let text = |text: &str| Detail::Text(digest::of(text));
    let at = |id: &dyn std::fmt::Display| format!("{}/{id}", unit.id);
    let mut add = |path: String, kind, span, detail| all.push(Counted { path, kind, span, detail });
    add(unit.id.to_string(), Kind::Unit, unit.span, text(&unit.title.text));
    for outcome in &unit.outcomes {
        add(at(&outcome.id), Kind::Outcome, outcome.span, text(&outcome.statement.text));
        for criterion in &outcome.criteria {
            add(at(&criterion.id), Kind::Criterion, criterion.span, text(&criterion.statement.text));
        }
    }
    add(built_in(unit, Kind::Overview), Kind::Overview, unit.span, Detail::Nothing);
    for lesson in &unit.lessons {
        add(at(&lesson.id), Kind::Lesson, lesson.span, text(&format!("{}\n{}", lesson.title.text, lesson.body.plain())));
    }
    for assessment in &unit.assessments {
        let items: Vec<String> = assessment.items().map(|item| at(item)).collect();
        let wording = digest::of(&format!("{}\n{}", assessment.title.text, items.join("\n")));
        let detail = Detail::Sheet { purpose: assessment.purpose.into(), items, wording };
        add(at(&assessment.id), Kind::Assessment, assessment.span, detail);
    }
    let pool: Vec<String> = practice(unit).into_iter().map(|item| at(&item.id)).collect();
    if !pool.is_empty() {
        let detail = Detail::Sheet { purpose: SheetPurpose::Practice, items: pool, wording: digest::of("") };
        add(built_in(unit, Kind::Practice), Kind::Practice, unit.span, detail);
    }
    if has_results(unit) {
        add(built_in(unit, Kind::Results), Kind::Results, unit.span, Detail::Nothing);
    }
    for item in &unit.items {
        add(at(&item.id), Kind::Item, item.span, Detail::Item(item));
        for part in item.body.parts() {
            add(format!("{}/{}/{part}", unit.id, item.id), Kind::Part, item.span, Detail::Nothing);
        }
    }
}
