//! The things of a course that get a slot, in teaching order.

use std::collections::BTreeSet;

use super::digest;
use super::file::{BANK, COURSE, Lock};
use super::thing::Draws;
use super::{Kind, SheetPurpose};
use crate::content::{Blocks, Inline};
use crate::diag::Span;
use crate::item::Item;
use crate::model::{Assessment, Bank, CaseStudy, Count, Course, Draw, Entry, Home, ItemAt, ItemPath, Lesson, Paper, Unit};

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
    Text(Text<'a>),
    Sheet(Box<SheetDetail<'a>>),
    Item(&'a Item),
}

/// A text whose digest is told where it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Text<'a> {
    Line(&'a str),
    Blocks(&'a Blocks),
    Inline(&'a Inline),
    Lesson(&'a Lesson),
}

impl Text<'_> {
    /// The digest of how it reads.
    pub(super) fn wording(self) -> String {
        match self {
            Self::Line(line) => digest::of(line),
            Self::Blocks(text) => digest::of(&text.plain()),
            Self::Inline(text) => digest::of(&text.plain()),
            Self::Lesson(lesson) => digest::of(&format!("{}\n{}", lesson.title.text, lesson.body.plain())),
        }
    }
}

/// A sheet: paths of the items that can be on a paper, and of how many of them every paper has how many.
#[derive(Clone, Debug)]
pub(super) struct SheetDetail<'a> {
    unit: &'a Unit,
    /// None for the practice pool, and for what texts show.
    assessment: Option<&'a Assessment>,
    items: Vec<String>,
    draws: Vec<(usize, Vec<String>)>,
}

impl SheetDetail<'_> {
    /// What it is for.
    pub(super) fn purpose(&self) -> SheetPurpose {
        self.assessment.map_or(SheetPurpose::Practice, |assessment| assessment.purpose.into())
    }

    /// The numbers of its items, and of those of each draw.
    pub(super) fn numbers(&self, lock: &Lock) -> (Vec<u32>, Vec<Draws>) {
        let numbers = |items: &[String]| items.iter().map(|item| lock.item_number(self.unit.id.as_str(), item)).collect::<Vec<u32>>();
        let takes = |takes: usize| u32::try_from(takes).unwrap_or(u32::MAX);
        (numbers(&self.items), self.draws.iter().map(|(count, items)| (takes(*count), numbers(items))).collect())
    }

    /// The digest of how it reads.
    pub(super) fn wording(&self) -> String {
        let Some(assessment) = self.assessment else { return digest::of("") };
        digest::of(&format!("{}\n{}", assessment.title.text, contents(self.unit, assessment).join("\n")))
    }
}

impl Counted<'_> {
    /// The digest of how it reads, if it can be read.
    pub(super) fn wording(&self, lock: &Lock) -> Option<String> {
        match &self.detail {
            Detail::Nothing => None,
            Detail::Text(text) => Some(text.wording()),
            Detail::Sheet(sheet) => Some(sheet.wording()),
            Detail::Item(item) => Some(digest::wording(lock, &self.path, item)),
        }
    }
}

/// The path of a page that the compiler makes: no author's id looks like it.
#[must_use]
pub fn built_in(unit: &Unit, kind: Kind) -> String {
    format!("{}/:{}", unit.id, kind.name())
}

/// The items of a unit that are in no assessment, be it another unit's or the course's: its practice pool.
#[must_use]
pub fn practice<'a>(course: &Course, unit: &'a Unit) -> Vec<&'a Item> {
    let own: BTreeSet<_> = unit.assessments.iter().flat_map(Assessment::items).collect();
    let elsewhere = |item: &Item| course.lent.contains(&ItemAt { home: Home::Unit(unit.id.clone()), id: item.id.clone() });
    unit.items.iter().filter(|item| !own.contains(&item.id) && !elsewhere(item)).collect()
}

/// The path of an item.
#[must_use]
pub fn item_path(at: &ItemAt) -> String {
    match &at.home {
        Home::Unit(unit) => format!("{unit}/{}", at.id),
        Home::Bank(bank) => format!("{BANK}{bank}/{}", at.id),
    }
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
    course.launched().for_each(|unit| of_unit(course, unit, &mut all));
    course.banks.iter().for_each(|bank| of_bank(bank, &mut all));
    all
}

/// The things of one unit.
pub(super) fn of<'a>(course: &'a Course, unit: &'a Unit) -> Vec<Counted<'a>> {
    let mut all = Vec::new();
    of_unit(course, unit, &mut all);
    all
}

fn of_unit<'a>(course: &'a Course, unit: &'a Unit, all: &mut Vec<Counted<'a>>) {
    let text = |text: &'a str| Detail::Text(Text::Line(text));
    let at = |id: &dyn std::fmt::Display| format!("{}/{id}", unit.id);
    let mut add = |path: String, kind, span, detail| all.push(Counted { path, kind, span, detail });
    let kind = if course.is_final(unit) { Kind::CourseAssessment } else { Kind::Unit };
    add(unit.id.to_string(), kind, unit.span, text(&unit.title.text));
    for outcome in &unit.outcomes {
        add(at(&outcome.id), Kind::Outcome, outcome.span, text(&outcome.statement.text));
        for criterion in &outcome.criteria {
            add(at(&criterion.id), Kind::Criterion, criterion.span, text(&criterion.statement.text));
        }
    }
    add(built_in(unit, Kind::Overview), Kind::Overview, unit.span, Detail::Nothing);
    for lesson in &unit.lessons {
        add(at(&lesson.id), Kind::Lesson, lesson.span, Detail::Text(Text::Lesson(lesson)));
    }
    for assessment in &unit.assessments {
        add(at(&assessment.id), Kind::Assessment, assessment.span, sheet(course, unit, assessment));
    }
    let pool: Vec<String> = practice(course, unit).into_iter().map(|item| at(&item.id)).collect();
    if !pool.is_empty() {
        let detail = SheetDetail { unit, assessment: None, items: pool, draws: Vec::new() };
        add(built_in(unit, Kind::Practice), Kind::Practice, unit.span, Detail::Sheet(Box::new(detail)));
    }
    let shown: Vec<String> = unit.shown_items().iter().map(item_path).collect();
    if !shown.is_empty() {
        let detail = SheetDetail { unit, assessment: None, items: shown, draws: Vec::new() };
        add(built_in(unit, Kind::InText), Kind::InText, unit.span, Detail::Sheet(Box::new(detail)));
    }
    if has_results(unit) {
        add(built_in(unit, Kind::Results), Kind::Results, unit.span, Detail::Nothing);
    }
    unit.case_studies.iter().for_each(|case| of_case(unit, case, all));
    unit.items.iter().for_each(|item| of_item(unit.id.as_str(), item, all));
}

/// An assessment of a unit: what its papers can hold.
fn sheet<'a>(course: &'a Course, unit: &'a Unit, assessment: &'a Assessment) -> Detail<'a> {
    let paper = Paper::of(course, Some(&unit.id), assessment);
    let paths = |items: &[ItemAt]| items.iter().map(item_path).collect::<Vec<String>>();
    let (items, strata) = paper.map_or_else(Default::default, |paper| (paths(&paper.items()), paper.strata()));
    let draws = strata.iter().map(|stratum| (stratum.takes, paths(&stratum.items))).collect();
    Detail::Sheet(Box::new(SheetDetail { unit, assessment: Some(assessment), items, draws }))
}

/// What the paper of an assessment is made of, in words.
fn contents(unit: &Unit, assessment: &Assessment) -> Vec<String> {
    let entry = |entry: &Entry| match entry {
        Entry::Own(item) => format!("{}/{}", unit.id, item.id),
        Entry::Of(ItemPath { home: Home::Unit(home), id, .. }) => format!("{home}/{id}"),
        Entry::Of(ItemPath { home: Home::Bank(home), id, .. }) => format!("{BANK}{home}/{id}"),
        Entry::Draw(Draw { bank, assessing, tags, count, .. }) => {
            let assessing: Vec<String> = assessing.iter().map(|taught| format!("{}/{}", taught.unit, taught.id)).collect();
            let count = match count {
                Count::All => "all".to_owned(),
                Count::Some(number) => number.to_string(),
            };
            format!("draw {count} {BANK}{bank} {} {}", assessing.join(","), tags.join(","))
        }
    };
    assessment.entries.iter().map(entry).collect()
}

fn of_case<'a>(unit: &'a Unit, case: &'a CaseStudy, all: &mut Vec<Counted<'a>>) {
    let path = format!("{}/{}", unit.id, case.id);
    all.push(Counted { path: path.clone(), kind: Kind::CaseStudy, span: case.span, detail: Detail::Text(Text::Line(&case.title.text)) });
    for scene in &case.scenes {
        let path = format!("{path}/{}", scene.id);
        all.push(Counted { path: path.clone(), kind: Kind::Scene, span: scene.span, detail: Detail::Text(Text::Blocks(&scene.text)) });
        for choice in scene.choices() {
            let path = format!("{path}/{}", choice.id);
            all.push(Counted { path, kind: Kind::Choice, span: choice.span, detail: Detail::Text(Text::Inline(&choice.text)) });
        }
    }
}

fn of_bank<'a>(bank: &'a Bank, all: &mut Vec<Counted<'a>>) {
    let path = format!("{BANK}{}", bank.id);
    let detail = Detail::Text(Text::Line(&bank.title.text));
    all.push(Counted { path: path.clone(), kind: Kind::Bank, span: bank.span, detail });
    bank.items.iter().for_each(|item| of_item(&path, &item.item, all));
}

/// An item of what has the path `home`, and its parts.
fn of_item<'a>(home: &str, item: &'a Item, all: &mut Vec<Counted<'a>>) {
    let path = format!("{home}/{}", item.id);
    all.push(Counted { path: path.clone(), kind: Kind::Item, span: item.span, detail: Detail::Item(item) });
    for part in item.body.parts() {
        all.push(Counted { path: format!("{path}/{part}"), kind: Kind::Part, span: item.span, detail: Detail::Nothing });
    }
}
