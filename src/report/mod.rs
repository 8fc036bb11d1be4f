//! What a course covers, what counts in it and when, and what its learners' state takes.
//!
//! In: [`Course`], the delivery and the lock. Out: a [`Report`], as data, as one accessible page, as JSON or CSV. Cannot fail.

mod bill;
mod csv;
mod matrix;
mod number;
mod page;
mod status;

use serde::Serialize;

use crate::activity::Delivery;
use crate::check::Places;
use crate::lock::Lock;
use crate::model::{Course, CoverageLevel, Unit};

pub use bill::{Bill, Room};
pub use csv::csv;
pub use matrix::{Row, RowKind};
pub use number::Number;
pub use page::{messages, page};
pub use status::{Counted, Status, status};

/// What there is to say of a course.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Its id.
    pub course: String,
    /// Its version.
    pub version: String,
    /// The language of its texts.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// How grave a gap is: `error`, `warning` or `off` for taught, assessed and evidenced.
    pub coverage: Levels,
    /// Its units, in teaching order.
    pub units: Vec<UnitReport>,
}

/// What `coverage:` asks.
#[derive(Debug, Serialize)]
pub struct Levels {
    /// That a lesson teaches each criterion.
    pub taught: &'static str,
    /// That something assesses it.
    pub assessed: &'static str,
    /// That evidence is asked for.
    pub evidenced: &'static str,
}

/// What there is to say of a unit.
#[derive(Debug, Serialize)]
pub struct UnitReport {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Each outcome, followed by its criteria.
    pub rows: Vec<Row>,
    /// What counts, and when it is completed, passed and failed.
    pub status: Status,
    /// What its learners' state takes, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Bill>,
}

/// The report of `course`; with the bill of its state where `state` asks for it.
#[must_use]
pub fn report(course: &Course, delivery: &Delivery, lock: &Lock, state: bool) -> Report {
    let levels = &course.coverage;
    let level = |level: CoverageLevel| level.name();
    let places = Places::of(course);
    let units = delivery.launchables.iter().map(|launchable| {
        let unit: &Unit = course.launched_at(launchable.unit);
        UnitReport {
            id: unit.id.to_string(),
            title: unit.title.text.clone(),
            rows: matrix::rows(course, &places, unit),
            status: status::status(course, unit, launchable),
            state: state.then(|| bill::bill(course, launchable, lock)),
        }
    });
    Report {
        course: course.id.to_string(),
        version: course.version.to_string(),
        lang: course.lang.to_string(),
        title: course.title.text.clone(),
        coverage: Levels { taught: level(levels.taught), assessed: level(levels.assessed), evidenced: level(levels.evidenced) },
        units: units.collect(),
    }
}
