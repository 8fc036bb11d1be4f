//! What an LMS that speaks SCORM launches. In: [`Delivery`]. Out: its SCOs. Cannot fail.

use super::{Delivery, Launchable, WholeObjective};
use crate::diag::Span;
use crate::model::Course;
use crate::target::Target;
use crate::value::Thousandths;

/// The one SCO of a course that is one.
#[derive(Debug)]
pub struct Whole {
    /// NCName for manifests, made of the course's public id; stands after a prefix such as `ITEM-`.
    pub identifier: String,
    /// The share of points that always means passed.
    pub mastery: Option<Thousandths>,
    /// The share of points that passes, and below which nobody passes.
    pub passing: Option<Thousandths>,
    /// The outcomes of all units.
    pub objectives: Vec<WholeObjective>,
}

/// The document that a course of one SCO begins with.
pub const HOME: &str = "index.html";

/// A SCO: a unit or an assessment of the course, or all of them.
#[derive(Clone, Copy, Debug)]
pub struct Sco<'a> {
    /// NCName for manifests; stands after a prefix such as `ITEM-`.
    pub identifier: &'a str,
    /// Path in a package of the document that is launched.
    pub file: &'a str,
    /// Its title, plain.
    pub title: &'a str,
    /// The share of points that always means passed, for `adlcp:masteryscore`.
    pub mastery: Option<Thousandths>,
    /// The share of points that passes, and below which nobody passes, for `imsss:minNormalizedMeasure`.
    pub passing: Option<Thousandths>,
    /// Where its first document stands in [`Delivery::launchables`].
    pub first: usize,
    /// The documents that it holds.
    pub documents: &'a [Launchable],
    /// Places in [`Delivery::scos`] of those that have to be complete before it opens.
    pub opens_after: &'a [usize],
}

impl Delivery {
    /// Whether the whole course is one thing to `target`, launched at once and with one record. cmi5 has a unit for each in both structures.
    #[must_use]
    pub fn is_one(&self, target: &Target) -> bool {
        self.whole.is_some() && !target.units
    }

    /// What SCORM launches, in order.
    #[must_use]
    pub fn scos(&self) -> Vec<Sco<'_>> {
        if let Some(Whole { identifier, mastery, passing, .. }) = &self.whole {
            let (title, documents) = (self.title.as_str(), self.launchables.as_slice());
            return vec![Sco {
                identifier,
                file: HOME,
                title,
                mastery: *mastery,
                passing: *passing,
                first: 0,
                documents,
                opens_after: &[],
            }];
        }
        self.launchables.iter().enumerate().map(|(first, launchable)| Sco::of(first, launchable)).collect()
    }

    /// Where the title of `sco` is written.
    #[must_use]
    pub fn title_of(&self, sco: &Sco<'_>, course: &Course) -> Span {
        if self.whole.is_some() { course.title.span } else { course.launched_at(sco.documents[0].unit).title.span }
    }
}

impl<'a> Sco<'a> {
    /// The SCO that `launchable` at that place is by itself.
    fn of(first: usize, launchable: &'a Launchable) -> Self {
        let Launchable { identifier, file, title, mastery, passing, opens_after, .. } = launchable;
        Self {
            identifier,
            file,
            title,
            mastery: *mastery,
            passing: *passing,
            first,
            documents: std::slice::from_ref(launchable),
            opens_after,
        }
    }
}
