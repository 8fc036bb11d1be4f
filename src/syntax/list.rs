//! The seven lists, as a qualification and a unit have them.

use crate::content::{Inline, Line};
use crate::yaml::{Cx, Named, Record, record};

/// The seven lists.
#[derive(Clone, Debug, Default)]
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

impl Lists {
    /// Reads those that a mapping has.
    pub(super) fn read(record: &Record<'_>, cx: &mut Cx) -> Self {
        Self {
            key_concepts: record.optional("key_concepts", cx).unwrap_or_default(),
            key_terms: record.optional("key_terms", cx).unwrap_or_default(),
            guidance: record.optional("guidance", cx).unwrap_or_default(),
            common_mistakes: record.optional("common_mistakes", cx).unwrap_or_default(),
            misconceptions: record.optional("misconceptions", cx).unwrap_or_default(),
            prerequisites: record.optional("prerequisites", cx).unwrap_or_default(),
            faq: record.optional("faq", cx).unwrap_or_default(),
        }
    }
}

/// The names of the lists in YAML, in the order of the language.
pub const LISTS: [&str; 7] = ["key_concepts", "key_terms", "guidance", "common_mistakes", "misconceptions", "prerequisites", "faq"];

impl Lists {
    /// Each entry's id, with the name of its list.
    pub fn ids(&self) -> impl Iterator<Item = (&'static str, &Named)> {
        let concepts = self.key_concepts.iter().map(|entry| (LISTS[0], &entry.id));
        let terms = self.key_terms.iter().map(|entry| (LISTS[1], &entry.id));
        let guidance = self.guidance.iter().map(|entry| (LISTS[2], &entry.id));
        let mistakes = self.common_mistakes.iter().map(|entry| (LISTS[3], &entry.id));
        let misconceptions = self.misconceptions.iter().map(|entry| (LISTS[4], &entry.id));
        let prerequisites = self.prerequisites.iter().map(|entry| (LISTS[5], &entry.id));
        let faq = self.faq.iter().map(|entry| (LISTS[6], &entry.id));
        concepts.chain(terms).chain(guidance).chain(mistakes).chain(misconceptions).chain(prerequisites).chain(faq)
    }
}

record! {
    /// An idea that carries the rest.
    pub struct KeyConcept as "a key concept" {
        /// Its id.
        pub id: Named = required,
        /// Its name.
        pub term: Line = required,
        /// What it is.
        pub explanation: Inline = required,
    }
}

record! {
    /// A word and what it means.
    pub struct KeyTerm as "a key term" {
        /// Its id.
        pub id: Named = required,
        /// The word.
        pub term: Line = required,
        /// What it means.
        pub definition: Inline = required,
    }
}

record! {
    /// Advice on how to show competence.
    pub struct Guidance as "an entry of the guidance" {
        /// Its id.
        pub id: Named = required,
        /// The advice.
        pub text: Inline = required,
        /// What it is for.
        pub applies_to: Line = optional,
    }
}

record! {
    /// An error to avoid.
    pub struct Mistake as "a common mistake" {
        /// Its id.
        pub id: Named = required,
        /// The error.
        pub text: Inline = required,
        /// Outcomes and criteria that it bears on.
        pub refers_to: Vec<Named> = default as "for",
    }
}

record! {
    /// A belief that is wrong.
    pub struct Misconception as "a misconception" {
        /// Its id.
        pub id: Named = required,
        /// What is often believed.
        pub claim: Line = required,
        /// What is so.
        pub correction: Inline = required_or_empty,
    }
}

record! {
    /// What a learner should bring along.
    pub struct Prerequisite as "a prerequisite" {
        /// Its id.
        pub id: Named = required,
        /// What it is.
        pub text: Inline = required,
        /// Of what kind.
        pub kind: Line = optional,
    }
}

record! {
    /// A question and its answer.
    pub struct Faq as "a question of the FAQ" {
        /// Its id.
        pub id: Named = required,
        /// The question.
        pub question: Line = required,
        /// The answer.
        pub answer: Inline = required_or_empty,
    }
}
