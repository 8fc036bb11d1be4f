//! Outcomes, criteria, marking points.

use super::words;
use crate::content::{Inline, Line};
use crate::yaml::{Named, record};

words! {
    /// What an outcome is shown by.
    pub enum OutcomeKind {
        /// Doing.
        Performance = "performance",
        /// Knowing.
        Knowledge = "knowledge",
        /// Doing and knowing.
        Both = "both",
    }
}

words! {
    /// How a marking point begins.
    pub enum Stem {
        /// "Award credit for".
        AwardCreditFor = "award-credit-for",
        /// "Look for evidence of".
        LookForEvidenceOf = "look-for-evidence-of",
        /// "Assess ability to".
        AssessAbilityTo = "assess-ability-to",
        /// "Check that".
        CheckThat = "check-that",
    }
}

words! {
    /// A way to evidence a criterion in a portfolio.
    pub enum Route {
        /// An assessor watches.
        Observation = "observation",
        /// Somebody else tells.
        WitnessTestimony = "witness-testimony",
        /// What was made.
        WorkProduct = "work-product",
        /// What the learner writes about it.
        ReflectiveAccount = "reflective-account",
        /// A talk with an assessor.
        ProfessionalDiscussion = "professional-discussion",
        /// Questions of an assessor.
        QuestionAndAnswer = "question-and-answer",
        /// What was shown before.
        RecognitionOfPriorLearning = "recognition-of-prior-learning",
    }
}

record! {
    /// A learning outcome.
    pub struct Outcome as "an outcome" {
        /// Its id.
        pub id: Named = required,
        /// What it is shown by.
        pub kind: OutcomeKind = optional,
        /// What the learner will be able to do.
        pub statement: Line = required,
        /// What it is called in frameworks.
        pub alignments: Vec<Alignment> = default,
        /// Its criteria.
        pub criteria: Vec<Criterion> = default,
    }
}

record! {
    /// What an outcome is called elsewhere.
    pub struct Alignment as "an alignment" {
        /// The framework, such as CASE.
        pub framework: Named = required,
        /// The IRI of the competence there.
        pub uri: Named = required,
    }
}

record! {
    /// An assessment criterion.
    pub struct Criterion as "a criterion" {
        /// Its id.
        pub id: Named = required,
        /// What the learner can do.
        pub statement: Line = required,
        /// The contexts it has to be shown in.
        pub range: Vec<Line> = default,
        /// How it is evidenced.
        pub evidence: Evidence = optional,
        /// Why nothing teaches or assesses it.
        pub gap: Line = optional,
    }
}

record! {
    /// How a criterion is evidenced.
    pub struct Evidence as "evidence" {
        /// The routes.
        pub routes: Vec<Route> = required,
        /// How many pieces at least.
        pub min: u32 = optional,
        /// Whether a simulation is allowed.
        pub simulation: bool = default,
    }
}

record! {
    /// What an assessor looks for.
    pub struct MarkingPoint as "a marking point" {
        /// Its id.
        pub id: Named = required,
        /// How it begins.
        pub stem: Stem = optional,
        /// The point.
        pub text: Inline = required,
        /// The criteria it bears on.
        pub criteria: Vec<Named> = default as "for",
    }
}
