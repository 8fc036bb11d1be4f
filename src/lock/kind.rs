//! The kinds of things that have a slot.

use crate::model::Purpose;

/// What a tracked thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The course itself.
    Course,
    /// A unit.
    Unit,
    /// An assessment of the whole course.
    CourseAssessment,
    /// A bank of items.
    Bank,
    /// A learning outcome.
    Outcome,
    /// An assessment criterion.
    Criterion,
    /// A unit's first page.
    Overview,
    /// A lesson: a page.
    Lesson,
    /// An assessment: a sheet, and the page that it stands on.
    Assessment,
    /// The items in no assessment: a sheet, and the page that it stands on.
    Practice,
    /// The items that lessons and scenes show: a sheet without a page of its own.
    InText,
    /// A case study: a page.
    CaseStudy,
    /// A scene of a case study.
    Scene,
    /// A choice in a scene.
    Choice,
    /// The page that tells what came of the assessments.
    Results,
    /// An item.
    Item,
    /// A part of an item: an option, a blank.
    Part,
}

/// Things that are numbered together within what holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Series {
    Course,
    /// Units, assessments of the course and banks together: the first slot of a path tells them apart.
    Units,
    Outcomes,
    Criteria,
    Pages,
    Sheets,
    Items,
    Parts,
    /// Scenes are numbered within the unit, for its state.
    Scenes,
    Choices,
}

impl Kind {
    const NAMES: [(Self, &'static str); 17] = [
        (Self::Course, "course"),
        (Self::Unit, "unit"),
        (Self::CourseAssessment, "course-assessment"),
        (Self::Bank, "bank"),
        (Self::Outcome, "outcome"),
        (Self::Criterion, "criterion"),
        (Self::Overview, "overview"),
        (Self::Lesson, "lesson"),
        (Self::Assessment, "assessment"),
        (Self::Practice, "practice"),
        (Self::InText, "in-text"),
        (Self::CaseStudy, "case-study"),
        (Self::Scene, "scene"),
        (Self::Choice, "choice"),
        (Self::Results, "results"),
        (Self::Item, "item"),
        (Self::Part, "part"),
    ];

    /// Its word in the lock.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The kind of this name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, of)| *of == name).map(|(kind, _)| *kind)
    }

    /// What its slot is numbered with.
    pub(super) fn series(self) -> Series {
        match self {
            Self::Course => Series::Course,
            Self::Unit | Self::CourseAssessment | Self::Bank => Series::Units,
            Self::Outcome => Series::Outcomes,
            Self::Criterion => Series::Criteria,
            Self::Overview | Self::Lesson | Self::CaseStudy | Self::Results => Series::Pages,
            Self::Assessment | Self::Practice | Self::InText => Series::Sheets,
            Self::Item => Series::Items,
            Self::Part => Series::Parts,
            Self::Scene => Series::Scenes,
            Self::Choice => Series::Choices,
        }
    }

    /// Whether it is a sheet with the slot of a page too.
    pub(super) fn has_page(self) -> bool {
        matches!(self, Self::Assessment | Self::Practice)
    }

    /// Whether the compiler made it, so that it may go and come back.
    pub(super) fn is_built_in(self) -> bool {
        matches!(self, Self::Course | Self::Overview | Self::Practice | Self::InText | Self::Results)
    }
}

/// What a sheet is for: what a learner's frame holds first is what counts most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetPurpose {
    /// To be judged by.
    Summative,
    /// To learn by.
    Formative,
    /// To find out where to begin.
    Diagnostic,
    /// Items that are in no assessment.
    Practice,
}

impl SheetPurpose {
    const NAMES: [(Self, &'static str); 4] =
        [(Self::Summative, "summative"), (Self::Formative, "formative"), (Self::Diagnostic, "diagnostic"), (Self::Practice, "practice")];

    /// Its word in the lock and in the run-time's data.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(purpose, _)| *purpose == self).map_or("", |(_, name)| name)
    }

    /// The purpose of this name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, of)| *of == name).map(|(purpose, _)| *purpose)
    }
}

impl From<Purpose> for SheetPurpose {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Summative => Self::Summative,
            Purpose::Formative => Self::Formative,
            Purpose::Diagnostic => Self::Diagnostic,
        }
    }
}
