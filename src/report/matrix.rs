//! Outcomes and criteria against what teaches, assesses and evidences them.

use serde::Serialize;

use super::Number;
use crate::check::{Bearing, Places};
use crate::lock;
use crate::model::{Course, Criterion, Evidence, Home, ItemAt, Outcome, Unit};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// A learning outcome, with all of its criteria.
    Outcome,
    /// A criterion.
    Criterion,
}

/// An outcome or a criterion.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Which of them.
    pub kind: RowKind,
    /// Its id.
    pub id: String,
    /// What it says, without the stem.
    pub statement: String,
    /// Ids of the lessons that teach it.
    pub lessons: Vec<String>,
    /// The items that assess it.
    pub items: Vec<ItemCell>,
    /// Choices of case studies that assess it, as `case/scene/choice`.
    pub scenes: Vec<String>,
    /// How a criterion is evidenced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceCell>,
    /// Points of its items and choices that can count to the score, each once.
    pub points: Number,
    /// Why a criterion is left out, in the author's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<String>,
    /// What a criterion lacks of what `coverage` asks, a gap with a reason apart: `taught`, `assessed`, `evidenced`.
    pub lacks: Vec<&'static str>,
}

/// An item in a row.
#[derive(Debug, Serialize)]
pub struct ItemCell {
    /// Its id; of a bank's its path.
    pub id: String,
    /// Ids of the assessments that it can stand in; none: it is practice.
    pub assessments: Vec<String>,
}

/// Evidence in a row.
#[derive(Debug, Serialize)]
pub struct EvidenceCell {
    /// Names of the routes.
    pub routes: Vec<String>,
    /// How many pieces at least.
    pub min: u32,
    /// Whether a simulation will do.
    pub simulation: bool,
}

/// The rows of `unit`: each outcome, then its criteria.
pub(super) fn rows(course: &Course, places: &Places<'_>, unit: &Unit) -> Vec<Row> {
    let mut rows = Vec::new();
    for outcome in &unit.outcomes {
        let bearing = Bearing::on_outcome(places, unit, outcome);
        rows.push(row(RowKind::Outcome, outcome.id.to_string(), &outcome.statement.text, &bearing));
        rows.extend(outcome.criteria.iter().map(|criterion| of_criterion(course, places, unit, outcome, criterion)));
    }
    rows
}

fn of_criterion(course: &Course, places: &Places<'_>, unit: &Unit, outcome: &Outcome, criterion: &Criterion) -> Row {
    let bearing = Bearing::on_criterion(places, unit, outcome, criterion);
    Row {
        evidence: criterion.evidence.as_ref().map(evidence),
        gap: criterion.gap.as_ref().map(|gap| gap.text.clone()),
        lacks: crate::check::lacks(course, criterion, &bearing),
        ..row(RowKind::Criterion, criterion.id.to_string(), &criterion.statement.text, &bearing)
    }
}

fn row(kind: RowKind, id: String, statement: &str, bearing: &Bearing<'_>) -> Row {
    let id_of = |at: &ItemAt| match &at.home {
        Home::Unit(_) => at.id.to_string(),
        Home::Bank(_) => lock::item_path(at),
    };
    let items = bearing.items.iter().map(|(at, _, assessments)| ItemCell {
        id: id_of(at),
        assessments: assessments.iter().map(|assessment| assessment.id.to_string()).collect(),
    });
    Row {
        kind,
        id,
        statement: statement.to_owned(),
        lessons: bearing.lessons.iter().map(|lesson| lesson.id.to_string()).collect(),
        items: items.collect(),
        scenes: bearing.choices.iter().map(|(case, scene, choice)| format!("{}/{}/{}", case.id, scene.id, choice.id)).collect(),
        evidence: None,
        points: Number(bearing.points()),
        gap: None,
        lacks: Vec::new(),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceCell {
    EvidenceCell { routes: evidence.routes.clone(), min: evidence.min, simulation: evidence.simulation }
}
