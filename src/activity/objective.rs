//! Learning outcomes as objectives: what teaches them, and what asks about them where it counts.

use super::name::{self, Between};
use super::{Launchable, Page, PageKind, PlacedInteraction, Sheet};
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

/// A learning outcome of a course that is one SCO: all that teaches it and asks about it.
#[derive(Debug)]
pub struct WholeObjective {
    /// Its id in SCORM.
    pub id: String,
    /// What it says, plain.
    pub statement: String,
    /// The lessons that teach it or a criterion of it: slots of a launchable and of a page in it.
    pub lessons: Vec<(u32, u32)>,
    /// For the outcome itself and for each of its criteria that are asked about, the items that count: slot of a launchable, number in it.
    pub asked: Vec<Vec<(u32, u32)>>,
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

/// The outcomes of all units, each with what `launchables` teach and ask of it.
pub(super) fn of_whole(course: &Course, launchables: &[Launchable], lock: &Lock) -> Vec<WholeObjective> {
    let placed: Vec<(u32, Placed<'_>, Counted)> = launchables
        .iter()
        .map(|one| {
            let unit = course.launched_at(one.unit);
            let placed = Placed { unit, pages: &one.pages, sheets: &one.sheets, interactions: &one.interactions };
            let counted = counted(course, &placed);
            (one.slot, placed, counted)
        })
        .collect();
    let of = |unit: &Unit, outcome: &Outcome| {
        let parts = parts(unit, outcome);
        let lessons = placed.iter().filter(|(_, placed, _)| placed.unit.id == unit.id);
        let asks = |part: &Taught| -> Vec<(u32, u32)> {
            let all = placed.iter().flat_map(|(slot, _, counted)| counted.iter().map(move |(item, assessed)| (*slot, *item, assessed)));
            all.filter(|(_, _, assessed)| assessed.contains(part)).map(|(slot, item, _)| (slot, item)).collect()
        };
        WholeObjective {
            id: name::narrow(lock, &format!("{}/{}", unit.id, outcome.id), &Between::Nothing),
            statement: outcome.statement.text.clone(),
            lessons: lessons.flat_map(|(slot, placed, _)| lessons_of(placed, &parts).into_iter().map(|page| (*slot, page))).collect(),
            asked: parts.iter().map(asks).filter(|asked| !asked.is_empty()).collect(),
        }
    };
    course
        .units
        .iter()
        .flat_map(|unit| unit.outcomes.iter().map(move |outcome| (unit, outcome)))
        .map(|(unit, outcome)| of(unit, outcome))
        .collect()
}

/// An outcome itself, and each of its criteria.
fn parts(unit: &Unit, outcome: &Outcome) -> Vec<Taught> {
    let ids = std::iter::once(&outcome.id).chain(outcome.criteria.iter().map(|criterion| &criterion.id));
    ids.map(|id| Taught { unit: unit.id.clone(), id: id.clone() }).collect()
}

/// Slots of the lessons of a launchable that teach any of `parts`.
fn lessons_of(placed: &Placed<'_>, parts: &[Taught]) -> Vec<u32> {
    let teaches = |page: &&Page| {
        let lesson = placed.unit.lessons.iter().find(|lesson| page.kind == PageKind::Lesson && lesson.id.as_str() == page.id);
        lesson.is_some_and(|lesson| parts.iter().any(|part| part.unit == placed.unit.id && lesson.teaches.contains(&part.id)))
    };
    placed.pages.iter().filter(teaches).map(|page| page.slot).collect()
}

/// Items that are marked and count, by number, and what they assess.
type Counted = Vec<(u32, Vec<Taught>)>;

/// Those of a launchable.
fn counted(course: &Course, placed: &Placed<'_>) -> Counted {
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
    let parts = parts(unit, outcome);
    let asks =
        |part: &Taught| -> Vec<u32> { counted.iter().filter(|(_, assessed)| assessed.contains(part)).map(|(item, _)| *item).collect() };
    Objective {
        unit: unit.id.clone(),
        outcome: outcome.id.clone(),
        id: name::narrow(lock, &path, &Between::Nothing),
        iri: name::iri(course.base_iri.as_ref(), lock, &path, "outcomes"),
        statement: outcome.statement.text.clone(),
        lessons: lessons_of(placed, &parts),
        asked: parts.iter().map(asks).filter(|asked| !asked.is_empty()).collect(),
    }
}
