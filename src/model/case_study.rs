//! A case study.

use crate::content::{Blocks, Inline, Line};
use crate::diag::Span;
use crate::syntax::Ending;
use crate::value::{Id, Thousandths};

/// A story in which the learner decides.
#[derive(Debug)]
pub struct CaseStudy {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// The scene it begins with; `None` where that could not be resolved.
    pub start: Option<Id>,
    /// Its scenes.
    pub scenes: Vec<Scene>,
    /// Whether it counts to the score: only where `counts: {score: true}` says so.
    pub counts: bool,
    /// Whether every scene could be read: else nothing is said of what leads nowhere.
    pub whole: bool,
}

impl CaseStudy {
    /// The scene called `id`.
    #[must_use]
    pub fn scene(&self, id: &Id) -> Option<&Scene> {
        self.scenes.iter().find(|scene| scene.id == *id)
    }
}

/// What happens before the learner goes on.
#[derive(Debug)]
pub struct Scene {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What happens.
    pub text: Blocks,
    /// How it goes on; `None` where that could not be read or resolved.
    pub onward: Option<Onward>,
}

/// How a scene goes on.
#[derive(Debug)]
pub enum Onward {
    /// As the learner decides.
    Choices(Vec<SceneChoice>),
    /// With another scene.
    Next(Id),
    /// Not at all.
    End(Ending),
}

/// What a learner can do in a scene.
#[derive(Debug)]
pub struct SceneChoice {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// What the learner does.
    pub text: Inline,
    /// The scene that it leads to; `None` where that could not be resolved.
    pub to: Option<Id>,
    /// Outcomes and criteria of the unit that it assesses, resolved.
    pub assesses: Vec<Id>,
    /// What it is worth at its first visit.
    pub points: Thousandths,
    /// What is said to who takes it.
    pub feedback: Option<Inline>,
}

impl Scene {
    /// Whether all ways on could be read and resolved.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.onward.is_some() && self.choices().iter().all(|choice| choice.to.is_some())
    }

    /// Its choices.
    #[must_use]
    pub fn choices(&self) -> &[SceneChoice] {
        match &self.onward {
            Some(Onward::Choices(choices)) => choices,
            _ => &[],
        }
    }

    /// The scenes that can come next.
    pub fn nexts(&self) -> impl Iterator<Item = &Id> {
        let next = match &self.onward {
            Some(Onward::Next(next)) => Some(next),
            _ => None,
        };
        self.choices().iter().filter_map(|choice| choice.to.as_ref()).chain(next)
    }
}
