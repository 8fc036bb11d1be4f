//! A case study as written.

use super::{Counts, words};
use crate::content::{Blocks, Inline, Line};
use crate::diag::Span;
use crate::value::Thousandths;
use crate::yaml::{Named, Spanned, record};

words! {
    /// How a way through a case study ends.
    pub enum Ending {
        /// Well.
        Good = "good",
        /// Badly.
        Poor = "poor",
        /// Neither.
        Neutral = "neutral",
    }
}

record! {
    /// A story in which the learner decides.
    pub struct CaseStudy as "a case study" {
        /// Its id.
        pub id: Named = required,
        /// Its title.
        pub title: Line = required,
        /// The scene it begins with.
        pub start: Named = required,
        /// Its scenes.
        pub scenes: Vec<Scene> = required,
        /// What it counts to.
        pub counts: Counts = default,
    }
}

record! {
    /// What happens before the learner goes on.
    pub struct Scene as "a scene" {
        /// Where to point at it.
        pub mark: Span = mark,
        /// Its id.
        pub id: Named = required,
        /// What happens.
        pub text: Blocks = required,
        /// What the learner can do.
        pub choices: Spanned<Vec<SceneChoice>> = optional,
        /// The scene that comes next.
        pub next: Named = optional,
        /// How the story ends.
        pub end: Spanned<Ending> = optional,
    }
}

record! {
    /// What a learner can do in a scene.
    pub struct SceneChoice as "a choice" {
        /// Its id.
        pub id: Named = required,
        /// What the learner does.
        pub text: Inline = required,
        /// The scene that it leads to.
        pub to: Named = required,
        /// Outcomes and criteria that it assesses.
        pub assesses: Vec<Named> = default,
        /// What it is worth.
        pub points: Thousandths = optional,
        /// What is said to who takes it.
        pub feedback: Inline = optional,
    }
}
