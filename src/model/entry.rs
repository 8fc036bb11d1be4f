//! The seven lists that a qualification and a unit have.

use crate::content::{Inline, Line};
use crate::diag::Span;
use crate::value::Id;

/// The lists of one scope.
#[derive(Debug, Default)]
pub struct Lists {
    /// Ideas that carry the rest.
    pub key_concepts: Vec<KeyConcept>,
    /// Words and what they mean.
    pub key_terms: Vec<KeyTerm>,
    /// How to show competence.
    pub guidance: Vec<Guidance>,
    /// Errors to avoid.
    pub common_mistakes: Vec<Mistake>,
    /// Beliefs that are wrong.
    pub misconceptions: Vec<Misconception>,
    /// What to bring along.
    pub prerequisites: Vec<Prerequisite>,
    /// Questions and answers.
    pub faq: Vec<Faq>,
}

/// An idea that carries the rest.
#[derive(Debug)]
pub struct KeyConcept {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its name.
    pub term: Line,
    /// What it is.
    pub explanation: Inline,
}

/// A word and what it means.
#[derive(Debug)]
pub struct KeyTerm {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The word.
    pub term: Line,
    /// What it means.
    pub definition: Inline,
}

/// Advice on how to show competence.
#[derive(Debug)]
pub struct Guidance {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The advice.
    pub text: Inline,
    /// What it is for, in a word or two (an assessment method), if said.
    pub applies_to: Option<Line>,
}

/// An error to avoid.
#[derive(Debug)]
pub struct Mistake {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The error.
    pub text: Inline,
    /// Outcomes and criteria that it bears on.
    pub refers_to: Vec<Id>,
}

/// A belief that is wrong.
#[derive(Debug)]
pub struct Misconception {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What is often believed.
    pub claim: Line,
    /// What is so.
    pub correction: Inline,
}

/// What a learner should bring along.
#[derive(Debug)]
pub struct Prerequisite {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What it is.
    pub text: Inline,
    /// Of what kind, if said: `knowledge`, `skill`, `qualification`, ...
    pub kind: Option<Line>,
}

/// A question and its answer.
#[derive(Debug)]
pub struct Faq {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The question.
    pub question: Line,
    /// The answer.
    pub answer: Inline,
}
