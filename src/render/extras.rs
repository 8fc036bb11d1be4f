//! What all documents of a course have, or none: found once, since every text of the course has a say.

use crate::content::ReferenceKind;
use crate::model::{Course, Unit};

/// The lessons of a course at least, for a search to be of use.
const LESSONS: usize = 2;

/// What the documents have beside their pages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extras {
    /// Whether a text leads to a key term.
    pub(super) terms: bool,
    /// Whether there is a search.
    pub(super) search: bool,
}

impl Extras {
    /// Those of `course`.
    pub(super) fn of(course: &Course) -> Self {
        let mut references = course.units.iter().flat_map(Unit::references);
        Self {
            terms: references.any(|reference| reference.kind == ReferenceKind::Term),
            search: course.units.iter().map(|unit| unit.lessons.len()).sum::<usize>() >= LESSONS,
        }
    }
}
