//! The words of a unit, in small letters: where something is looked for by its words. And what its texts name.

use std::collections::BTreeSet;

use crate::content::{Reference, ReferenceKind};
use crate::item::{Item, Parts};
use crate::model::{Bank, Course, Lists, Qualification, Unit};
use crate::value::Id;

/// The parts of an item whose slots do not matter.
pub(super) struct NoSlots;

impl Parts for NoSlots {
    fn slot(&self, _: &Id) -> u32 {
        0
    }

    fn bound(&self) -> u32 {
        0
    }
}

/// Keys that hold no text and point to none, or only a summary of what the lessons say: without them, texts are still whole.
const NO_TEXTS: [&str; 15] = [
    "answer",
    "assesses",
    "attempts",
    "duration",
    "for",
    "guidance",
    "inherit",
    "marking",
    "pass_mark",
    "points",
    "purpose",
    "seed",
    "synopsis",
    "tags",
    "teaches",
];

/// Whether every text of `unit` could be read: else what is not found may stand in one that could not.
pub(super) fn are_whole(unit: &Unit) -> bool {
    unit.unread.is_empty() && unit.lost.iter().all(|key| NO_TEXTS.contains(key))
}

/// What the texts of `course` name.
pub(super) fn references(course: &Course) -> impl Iterator<Item = &Reference> {
    let above = course.qualification.iter().flat_map(Qualification::references);
    course.units.iter().flat_map(Unit::references).chain(above).chain(course.banks.iter().flat_map(Bank::references))
}

/// Whether a text names a thing of `kind` that is none of those `defined`: it may mean one that no text seems to name.
pub(super) fn is_one_missing<'c>(course: &'c Course, kind: ReferenceKind, defined: impl Iterator<Item = &'c Id>) -> bool {
    let defined: BTreeSet<&str> = defined.map(Id::as_str).collect();
    let is_file = |named: &Reference| kind == ReferenceKind::Media && named.id.starts_with("media/");
    let missing = |named: &Reference| named.id.rsplit('/').next().is_none_or(|id| !defined.contains(id));
    references(course).any(|named| named.kind == kind && !is_file(named) && missing(named))
}

/// Every text of `unit`, one by one.
pub(super) fn words(unit: &Unit) -> Vec<String> {
    let mut texts = vec![unit.title.text.clone()];
    texts.extend(unit.synopsis.iter().map(crate::content::Blocks::plain));
    for outcome in &unit.outcomes {
        texts.push(outcome.statement.text.clone());
        texts.extend(outcome.criteria.iter().map(|criterion| criterion.statement.text.clone()));
    }
    texts.extend(unit.marking_points.iter().map(|point| point.text.plain()));
    texts.extend(unit.key_skills.iter().map(|skill| skill.text.text.clone()));
    for lesson in &unit.lessons {
        texts.push(lesson.title.text.clone());
        texts.push(lesson.body.plain());
    }
    for scene in unit.case_studies.iter().flat_map(|case| &case.scenes) {
        texts.push(scene.text.plain());
        let said = scene.choices().iter().flat_map(|choice| std::iter::once(&choice.text).chain(&choice.feedback));
        texts.extend(said.map(crate::content::Inline::plain));
    }
    texts.extend(unit.items.iter().flat_map(of_item));
    texts.extend(of_lists(&unit.lists));
    small(texts)
}

/// Every text of `qualification`, one by one.
pub(super) fn of_qualification(qualification: &Qualification) -> Vec<String> {
    let mut texts = of_lists(&qualification.lists);
    texts.extend(qualification.overview.iter().map(crate::content::Blocks::plain));
    small(texts)
}

fn small(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(|text| text.to_lowercase()).collect()
}

fn of_item(item: &Item) -> Vec<String> {
    let said = [&item.hint, &item.correct, &item.incorrect, &item.partial].into_iter().flatten();
    let mut texts = vec![item.prompt_plain(), item.body.wording(&NoSlots).to_string()];
    texts.extend(said.map(crate::content::Inline::plain));
    texts
}

fn of_lists(lists: &Lists) -> Vec<String> {
    let mut texts = Vec::new();
    texts.extend(lists.key_concepts.iter().flat_map(|entry| [entry.term.text.clone(), entry.explanation.plain()]));
    texts.extend(lists.key_terms.iter().flat_map(|entry| [entry.term.text.clone(), entry.definition.plain()]));
    texts.extend(lists.guidance.iter().map(|entry| entry.text.plain()));
    texts.extend(lists.common_mistakes.iter().map(|entry| entry.text.plain()));
    texts.extend(lists.misconceptions.iter().flat_map(|entry| [entry.claim.text.clone(), entry.correction.plain()]));
    texts.extend(lists.prerequisites.iter().map(|entry| entry.text.plain()));
    texts.extend(lists.faq.iter().flat_map(|entry| [entry.question.text.clone(), entry.answer.plain()]));
    texts
}
