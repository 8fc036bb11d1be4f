//! A lesson.

use crate::content::{Blocks, Line};
use crate::diag::Span;
use crate::value::{Duration, Id};

/// A page that teaches.
#[derive(Debug)]
pub struct Lesson {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// Outcomes and criteria that it teaches, resolved.
    pub teaches: Vec<Id>,
    /// How long it takes, if said.
    pub duration: Option<Duration>,
    /// Its text.
    pub body: Blocks,
}
