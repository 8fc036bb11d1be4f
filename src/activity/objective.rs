//! Learning outcomes as objectives: what teaches them, and what asks about them where it counts.

use super::name::{self, Between};
use super::{Page, PageKind, PlacedInteraction, Sheet};
use crate::lock::Lock;
use crate::model::{Course, Outcome, Taught, Unit};
use crate::value::{Id, Iri};

/// A learning outcome as an objective.
#[derive(Debug)]
pub struct Objective {
    /// The unit whose it is.
    pub unit: Id,
    /// Its id in that unit.
    pub outcome: Id,
    /// Its id in SCORM.
    pub id: String,
    /// Its activity.
    pub iri: Option<Iri>,
    /// What it says, plain.
    pub statement: String,
    /// Slots of the lessons that teach it or a criterion of it.
    pub lessons: Vec<u32>,
    /// For the outcome itself and for each of its criteria that are asked about, the numbers of the items that count.
    pub asked: Vec<Vec<u32>>,
}

/// What there is of a launchable.
pub(super) struct Placed<'a> {
    pub(super) unit: &'a Unit,
    pub(super) pages: &'a [Page],
    pub(super) sheets: &'a [Sheet],
    pub(super) interactions: &'a [PlacedInteraction],
}

/// The objectives of a launchable: the outcomes of its unit, then those of other units that its assessments ask about.
pub(super) fn objectives(course: &Course, placed: &Placed<'_>, lock: &Lock) -> Vec<Objective> {
    let counted = counted(course, placed);
    let named = |unit: &Unit| counted.iter().any(|(_, assessed)| assessed.iter().any(|taught| taught.unit == unit.id));
    let of = |unit: &Unit| -> Vec<Objective> {
        unit.outcomes.iter().map(|outcome| objective(course, placed, &counted, (unit, outcome), lock)).collect()
    };
    let mut objectives = of(placed.unit);
    // Most assessments ask about their own unit alone, and a course may have thousands.
    if counted.iter().any(|(_, assessed)| assessed.iter().any(|taught| taught.unit != placed.unit.id)) {
        let others = course.units.iter().filter(|unit| unit.id != placed.unit.id && named(unit));
        objectives.extend(others.flat_map(of).filter(|objective| !objective.asked.is_empty()));
    }
    objectives
}

/// The items that are marked and count, by number, and what they assess.
fn counted(course: &Course, placed: &Placed<'_>) -> Vec<(u32, Vec<Taught>)> {
    let counting = placed.sheets.iter().filter(|sheet| {
        let of = placed.unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        of.is_some_and(|assessment| assessment.counts)
    });
    let items: Vec<u32> = counting.flat_map(|sheet| sheet.items.iter().copied()).collect();
    let marked = |at: &PlacedInteraction| course.item(&at.at).is_some_and(|item| item.kind.marked);
    let counted = placed.interactions.iter().filter(|placed| items.contains(&placed.slot) && marked(placed));
    counted.map(|placed| (placed.slot, course.assessed_by(&placed.at))).collect()
}

fn objective(
    course: &Course,
    placed: &Placed<'_>,
    counted: &[(u32, Vec<Taught>)],
    (unit, outcome): (&Unit, &Outcome),
    lock: &Lock,
) -> Objective {
    let path = format!("{}/{}", unit.id, outcome.id);
    let parts = std::iter::once(&outcome.id).chain(outcome.criteria.iter().map(|criterion| &criterion.id));
    let parts: Vec<Taught> = parts.map(|id| Taught { unit: unit.id.clone(), id: id.clone() }).collect();
    let asks =
        |part: &Taught| -> Vec<u32> { counted.iter().filter(|(_, assessed)| assessed.contains(part)).map(|(item, _)| *item).collect() };
    let teaches = |page: &&Page| {
        let lesson = placed.unit.lessons.iter().find(|lesson| page.kind == PageKind::Lesson && lesson.id.as_str() == page.id);
        lesson.is_some_and(|lesson| parts.iter().any(|part| part.unit == placed.unit.id && lesson.teaches.contains(&part.id)))
    };
    Objective {
        unit: unit.id.clone(),
        outcome: outcome.id.clone(),
        id: name::narrow(lock, &path, &Between::Nothing),
        iri: name::iri(course.base_iri.as_ref(), lock, &path, "outcomes"),
        statement: outcome.statement.text.clone(),
        lessons: placed.pages.iter().filter(teaches).map(|page| page.slot).collect(),
        asked: parts.iter().map(asks).filter(|asked| !asked.is_empty()).collect(),
    }
}
