//! What the template of a unit's first page may see.

use serde::Serialize;

use super::{PageLink, PageView};

/// The first page of a unit. Template: `section/overview.html`.
#[derive(Clone, Debug, Serialize)]
pub struct OverviewView {
    /// The page.
    pub page: PageView,
    /// Number, level, credits: what is known.
    pub facts: Vec<String>,
    /// How long the unit takes, if its lessons say so.
    pub time: Option<String>,
    /// HTML of the synopsis.
    pub synopsis: Option<String>,
    /// What is in the unit, counted in its own scope; nothing that is zero.
    pub counters: Vec<CounterView>,
    /// What there is to say of simulations for all criteria.
    pub simulation: Option<String>,
    /// What stands before an outcome.
    pub outcome_stem: Option<String>,
    /// What stands before a criterion.
    pub criterion_stem: Option<String>,
    /// The learning outcomes.
    pub outcomes: Vec<OutcomeView>,
    /// What assessors look for.
    pub marking_points: Vec<MarkingPointView>,
    /// The lists in which the unit has entries of its own.
    pub lists: Vec<ListView>,
    /// Skills the unit builds.
    pub key_skills: Vec<EntryView>,
    /// What counts, where there is something to answer.
    pub counts: Option<CountsView>,
    /// The lists that are inherited alone.
    pub inherited: Vec<ListView>,
    /// The qualification, where there is something to say of it.
    pub qualification: Option<QualificationView>,
}

/// What counts in a unit.
#[derive(Clone, Debug, Serialize)]
pub struct CountsView {
    /// Its assessments and its practice, in the order of their pages.
    pub rows: Vec<CountedView>,
    /// When it is finished and passed, and what its score is made of.
    pub terms: Vec<String>,
}

/// What is answered on a page, and what it counts to.
#[derive(Clone, Debug, Serialize)]
pub struct CountedView {
    /// The page.
    pub page: PageLink,
    /// What it counts to the score.
    pub score: String,
    /// What it takes to pass it.
    pub pass: String,
    /// How many attempts there are, and which of them counts.
    pub attempts: String,
}

/// A number with its noun.
#[derive(Clone, Debug, Serialize)]
pub struct CounterView {
    /// The number, never zero.
    pub n: usize,
    /// What is counted.
    pub noun: String,
}

/// A learning outcome.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeView {
    /// Its id.
    pub id: String,
    /// Its id in the document.
    pub anchor: String,
    /// Its statement.
    pub statement: String,
    /// The word for its kind.
    pub kind: String,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// An assessment criterion.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionView {
    /// Its id.
    pub id: String,
    /// Its id in the document.
    pub anchor: String,
    /// Its statement.
    pub statement: String,
    /// The contexts to show it in.
    pub range: Vec<String>,
    /// How it is evidenced, in a line.
    pub evidence: Option<String>,
}

/// What an assessor looks for.
#[derive(Clone, Debug, Serialize)]
pub struct MarkingPointView {
    /// Its id in the document.
    pub anchor: String,
    /// How it begins.
    pub stem: String,
    /// The point, HTML.
    pub html: String,
    /// The criteria it bears on.
    pub meta: Option<String>,
}

/// One of the seven lists.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Its id in the document.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// A line below the heading.
    pub note: String,
    /// `pairs`, `terms`, `questions` or `rows`.
    pub layout: &'static str,
    /// The unit's own entries.
    pub own: Vec<EntryView>,
    /// The qualification's.
    pub inherited: Vec<EntryView>,
}

/// An entry of a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EntryView {
    /// Its id in the document.
    pub anchor: String,
    /// Term, claim or question; empty for entries that are one text.
    pub title: String,
    /// Definition, correction, answer, text: HTML.
    pub html: String,
    /// A second line.
    pub meta: Option<String>,
}

/// A qualification.
#[derive(Clone, Debug, Serialize)]
pub struct QualificationView {
    /// Its title.
    pub title: String,
    /// Who awards it, its level, its size.
    pub facts: Vec<String>,
    /// HTML of its overview.
    pub overview: String,
}
