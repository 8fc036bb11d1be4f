//! A qualification, and what it hands down to every unit.

use super::Lists;
use crate::content::{Blocks, Line};

/// A qualification.
#[derive(Debug)]
pub struct Qualification {
    /// Its title.
    pub title: Line,
    /// Who awards it.
    pub awarding_body: Option<Line>,
    /// Its framework, such as RQF.
    pub framework: Option<Line>,
    /// Its level.
    pub level: Option<u32>,
    /// Its sector.
    pub sector: Option<Line>,
    /// `vocational`, `academic`, `professional` or `internal`.
    pub kind: Option<String>,
    /// Total qualification time, guided learning hours, credits: each where known.
    pub size: Size,
    /// `portfolio`, `apprenticeship`, `exam` or `mixed`.
    pub assessment_model: Option<String>,
    /// What stands before an outcome's statement when it is shown.
    pub outcome_stem: Option<Line>,
    /// What stands before a criterion's statement when it is shown.
    pub criterion_stem: Option<Line>,
    /// What it is, for learners.
    pub overview: Option<Blocks>,
    /// What units inherit.
    pub lists: Lists,
}

/// How large a qualification is; `None` is not known.
#[derive(Debug, Default)]
pub struct Size {
    /// Total qualification time, hours.
    pub tqt: Option<u32>,
    /// Guided learning hours.
    pub glh: Option<u32>,
    /// Credits.
    pub credits: Option<u32>,
}
