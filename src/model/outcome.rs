//! Learning outcomes, assessment criteria, marking points.

use crate::content::{Inline, Line};
use crate::diag::Span;
use crate::syntax::{OutcomeKind, Stem};
use crate::value::{Id, Iri};

/// A learning outcome.
#[derive(Debug)]
pub struct Outcome {
    /// Its id, such as `LO1`.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What is shown: doing, knowing, or both.
    pub kind: OutcomeKind,
    /// What it is called in frameworks: name of the framework and IRI there.
    pub alignments: Vec<(String, Iri)>,
    /// What the learner will be able to do; the qualification's stem stands before it.
    pub statement: Line,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
}

/// An assessment criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Its id, such as `1.2`.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What the learner can do.
    pub statement: Line,
    /// The contexts it has to be shown in.
    pub range: Vec<Line>,
    /// How it is evidenced, if said.
    pub evidence: Option<Evidence>,
    /// Why nothing teaches or assesses it, if that is so.
    pub gap: Option<Line>,
}

/// How a criterion is evidenced in a portfolio.
#[derive(Debug)]
pub struct Evidence {
    /// Names of the routes, such as `observation`.
    pub routes: Vec<String>,
    /// How many pieces of evidence at least.
    pub min: u32,
    /// Whether a simulation is allowed.
    pub simulation: bool,
}

/// What an assessor looks for.
#[derive(Debug)]
pub struct MarkingPoint {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// How it begins.
    pub stem: Stem,
    /// The point.
    pub text: Inline,
    /// The criteria it bears on.
    pub criteria: Vec<Id>,
}
