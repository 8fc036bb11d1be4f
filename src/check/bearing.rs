//! What of a unit bears on a criterion, or on an outcome: the one place that decides it, for the rules and for the report.

use crate::item::Item;
use crate::model::{Assessment, Criterion, Lesson, Outcome, Scene, SceneChoice, Unit};
use crate::value::Id;

/// What teaches and assesses something, in the order of the unit.
#[derive(Debug)]
pub struct Bearing<'a> {
    /// Lessons that teach it.
    pub lessons: Vec<&'a Lesson>,
    /// Items that assess it, with the assessments that they stand in; in none, they are practice.
    pub items: Vec<(&'a Item, Vec<&'a Assessment>)>,
    /// Choices of scenes that assess it.
    pub choices: Vec<&'a SceneChoice>,
    /// Whether an assessment has an item that could not be read and assesses it.
    unread: bool,
}

impl<'a> Bearing<'a> {
    /// What bears on `criterion`: it is meant where its outcome is named, too.
    #[must_use]
    pub fn on_criterion(unit: &'a Unit, outcome: &Outcome, criterion: &Criterion) -> Self {
        Self::on(unit, |id| *id == criterion.id || *id == outcome.id)
    }

    /// What bears on `outcome`, or on any of its criteria.
    #[must_use]
    pub fn on_outcome(unit: &'a Unit, outcome: &Outcome) -> Self {
        Self::on(unit, |id| *id == outcome.id || outcome.criteria.iter().any(|criterion| criterion.id == *id))
    }

    fn on(unit: &'a Unit, means: impl Fn(&Id) -> bool) -> Self {
        let lessons = unit.lessons.iter().filter(|lesson| lesson.teaches.iter().any(&means)).collect();
        let items = unit.items.iter().filter(|item| item.assesses.iter().any(&means));
        let scenes = unit.case_studies.iter().flat_map(|case| &case.scenes);
        let choices = scenes.flat_map(Scene::choices).filter(|choice| choice.assesses.iter().any(&means)).collect();
        let unread = unit.unread.iter().filter(|item| item.assesses.iter().any(&means));
        let unread = unread.flat_map(|item| assessments(unit, &item.id)).next().is_some();
        Self { lessons, items: items.map(|item| (item, assessments(unit, &item.id))).collect(), choices, unread }
    }

    /// Whether an assessment or a case study assesses it: practice is no assessment.
    #[must_use]
    pub fn is_assessed(&self) -> bool {
        self.unread || !self.choices.is_empty() || self.items.iter().any(|(_, assessments)| !assessments.is_empty())
    }

    /// Thousandths of the points of its items that can count to a score, each item once.
    #[must_use]
    pub fn points(&self) -> u64 {
        let counting = self.items.iter().filter(|(_, assessments)| assessments.iter().any(|assessment| assessment.counts));
        counting.map(|(item, _)| u64::from(item.points.0)).sum()
    }
}

/// The assessments that the item called `item` can stand in.
fn assessments<'a>(unit: &'a Unit, item: &Id) -> Vec<&'a Assessment> {
    unit.assessments.iter().filter(|assessment| assessment.items().any(|id| id == item)).collect()
}
