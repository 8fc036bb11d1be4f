//! A qualification.

use super::{Lists, words};
use crate::content::{Blocks, Line};
use crate::yaml::record;

words! {
    /// Kinds of qualifications.
    pub enum QualificationKind {
        /// For a trade.
        Vocational = "vocational",
        /// For study.
        Academic = "academic",
        /// For a profession.
        Professional = "professional",
        /// Of an employer.
        Internal = "internal",
    }
}

words! {
    /// How a qualification is assessed.
    pub enum AssessmentModel {
        /// By a portfolio of evidence.
        Portfolio = "portfolio",
        /// By an assessment at the end of an apprenticeship.
        Apprenticeship = "apprenticeship",
        /// By exams.
        Exam = "exam",
        /// By several of these.
        Mixed = "mixed",
    }
}

record! {
    /// A qualification.
    pub struct Qualification as "a qualification" {
        /// Its title.
        pub title: Line = required,
        /// Who awards it.
        pub awarding_body: Option<Line> = default,
        /// Its framework.
        pub framework: Option<Line> = default,
        /// Its level.
        pub level: Option<u32> = default,
        /// Its sector.
        pub sector: Option<Line> = default,
        /// Its kind.
        pub kind: QualificationKind = optional,
        /// How large it is.
        pub size: Size = default,
        /// How it is assessed.
        pub assessment_model: AssessmentModel = optional,
        /// What stands before statements.
        pub stems: Stems = default,
        /// What it is.
        pub overview: Blocks = optional,
        /// What units inherit.
        pub lists: Lists = part,
    }
}

record! {
    /// How large a qualification is.
    pub struct Size as "the size of a qualification" {
        /// Total qualification time, hours.
        pub tqt: Option<u32> = default,
        /// Guided learning hours.
        pub glh: Option<u32> = default,
        /// Credits.
        pub credits: Option<u32> = default,
    }
}

record! {
    /// What stands before a statement when it is shown.
    pub struct Stems as "the stems" {
        /// Before an outcome's.
        pub outcome: Line = optional,
        /// Before a criterion's.
        pub criterion: Line = optional,
    }
}
