//! What of a course bears on a criterion, or on an outcome, of a unit: the one place that decides it, for the rules and for the report.

use std::collections::BTreeMap;

use crate::item::Item;
use crate::model::{
    Assessment, Bank, CaseStudy, Course, Criterion, Entry, Home, ItemAt, Lesson, Outcome, Paper, Scene, SceneChoice, Taught, Unit,
};
use crate::value::Id;

/// Where the items of a course stand.
#[derive(Debug)]
pub struct Places<'a> {
    course: &'a Course,
    /// Of every item that is on a paper or can be, the assessments.
    stand: BTreeMap<ItemAt, Vec<&'a Assessment>>,
    /// The papers of assessments that draw.
    drawn: Vec<Paper<'a>>,
}

impl<'a> Places<'a> {
    /// Those of `course`.
    #[must_use]
    pub fn of(course: &'a Course) -> Self {
        let mut stand: BTreeMap<ItemAt, Vec<&Assessment>> = BTreeMap::new();
        let mut drawn = Vec::new();
        for (unit, assessment) in course.all_assessments() {
            let named = assessment.entries.iter().filter_map(|entry| match entry {
                Entry::Own(item) => Some(ItemAt { home: Home::Unit(unit?.id.clone()), id: item.id.clone() }),
                Entry::Of(item) => Some(ItemAt { home: item.home.clone(), id: item.id.clone() }),
                Entry::Draw(_) => None,
            });
            named.for_each(|at| stand.entry(at).or_default().push(assessment));
            if assessment.draws().next().is_some() {
                let paper = Paper::of(course, unit.map(|unit| &unit.id), assessment);
                let pools = paper.iter().flat_map(|paper| &paper.pools).flat_map(|pool| &pool.items);
                pools.for_each(|at| stand.entry(at.clone()).or_default().push(assessment));
                drawn.extend(paper);
            }
        }
        Self { course, stand, drawn }
    }

    fn at(&self, at: &ItemAt) -> Vec<&'a Assessment> {
        self.stand.get(at).cloned().unwrap_or_default()
    }
}

/// What teaches and assesses something, in the order of the unit.
#[derive(Debug)]
pub struct Bearing<'a> {
    /// Lessons that teach it.
    pub lessons: Vec<&'a Lesson>,
    /// Items that assess it, the unit's own before those of banks, with the assessments that they can stand in; in none, they are practice.
    pub items: Vec<(ItemAt, &'a Item, Vec<&'a Assessment>)>,
    /// Choices of case studies that assess it, each with its case study and scene.
    pub choices: Vec<(&'a CaseStudy, &'a Scene, &'a SceneChoice)>,
    /// Whether an assessment has an item that could not be read and assesses it.
    unread: bool,
    /// Whether each paper of an assessment that draws has an item that assesses it, or should have.
    drawn: bool,
}

impl<'a> Bearing<'a> {
    /// What bears on `criterion`: it is meant where its outcome is named, too.
    #[must_use]
    pub fn on_criterion(places: &Places<'a>, unit: &'a Unit, outcome: &Outcome, criterion: &Criterion) -> Self {
        Self::on(places, unit, &criterion.id, |id| *id == criterion.id || *id == outcome.id)
    }

    /// What bears on `outcome`, or on any of its criteria.
    #[must_use]
    pub fn on_outcome(places: &Places<'a>, unit: &'a Unit, outcome: &Outcome) -> Self {
        Self::on(places, unit, &outcome.id, |id| *id == outcome.id || outcome.criteria.iter().any(|criterion| criterion.id == *id))
    }

    fn on(places: &Places<'a>, unit: &'a Unit, id: &Id, means: impl Fn(&Id) -> bool) -> Self {
        let lessons = unit.lessons.iter().filter(|lesson| lesson.teaches.iter().any(&means)).collect();
        let own = unit.items.iter().filter(|item| item.assesses.iter().any(&means));
        let own = own.map(|item| (ItemAt { home: Home::Unit(unit.id.clone()), id: item.id.clone() }, item));
        let of_bank = |bank: &'a Bank| {
            let home = Home::Bank(bank.id.clone());
            bank.items.iter().map(move |item| (ItemAt { home: home.clone(), id: item.item.id.clone() }, item))
        };
        let about = |taught: &Taught| taught.unit == unit.id && means(&taught.id);
        let banked = places.course.banks.iter().flat_map(of_bank).filter(|(_, item)| item.assesses.iter().any(about));
        let items = own.chain(banked.map(|(at, item)| (at, &item.item)));
        let scenes = unit.case_studies.iter().flat_map(|case| case.scenes.iter().map(move |scene| (case, scene)));
        let choices = scenes.flat_map(|(case, scene)| scene.choices().iter().map(move |choice| (case, scene, choice)));
        let choices = choices.filter(|(_, _, choice)| choice.assesses.iter().any(&means)).collect();
        let unread = unit.unread.iter().filter(|item| item.assesses.iter().any(&means));
        let unread = unread.map(|item| ItemAt { home: Home::Unit(unit.id.clone()), id: item.id.clone() });
        let criterion = Taught { unit: unit.id.clone(), id: id.clone() };
        Self {
            lessons,
            unread: unread.into_iter().any(|at| !places.at(&at).is_empty()),
            items: items.map(|(at, item)| (at.clone(), item, places.at(&at))).collect(),
            choices,
            drawn: places.drawn.iter().any(|paper| paper.least(&criterion) > 0 || paper.falls_short_of(&criterion)),
        }
    }

    /// Whether an assessment or a case study assesses it: practice is no assessment, and a draw assesses what each of its papers does.
    #[must_use]
    pub fn is_assessed(&self) -> bool {
        let named = |at: &ItemAt, assessment: &Assessment| {
            assessment.entries.iter().any(|entry| match entry {
                Entry::Own(item) => item.id == at.id,
                Entry::Of(item) => item.home == at.home && item.id == at.id,
                Entry::Draw(_) => false,
            })
        };
        let always = self.items.iter().any(|(at, _, assessments)| assessments.iter().any(|assessment| named(at, assessment)));
        self.unread || self.drawn || always || !self.choices.is_empty()
    }

    /// Thousandths of the points of its items and choices that can count to a score, each once.
    #[must_use]
    pub fn points(&self) -> u64 {
        let counting = self.items.iter().filter(|(_, _, assessments)| assessments.iter().any(|assessment| assessment.counts));
        let choices = self.choices.iter().filter(|(case, _, _)| case.counts);
        counting.map(|(_, item, _)| u64::from(item.points.0)).sum::<u64>()
            + choices.map(|(_, _, choice)| u64::from(choice.points.0)).sum::<u64>()
    }
}
