//! What an item type answers for.

use std::fmt::Debug;

use serde_json::Value;

use super::{Belief, Interaction, Marking, Shape};
use crate::content::{Inline, Links, Reference};
use crate::value::{Id, Thousandths};

/// The slots of an item's parts, from the lock.
pub trait Parts {
    /// The slot of the part called `id`.
    fn slot(&self, id: &Id) -> u32;
    /// One more than the highest slot that a part of this item ever had.
    fn bound(&self) -> u32;
    /// The id that the part called `id` had at its first release; its id now where there was none.
    fn public_id(&self, id: &Id) -> String {
        id.to_string()
    }
}

/// What a type adds to an item. A response is a list with one value for each shape.
pub trait Body: Debug + Send + Sync {
    /// Ids of the parts that get slots (options, blanks), in the author's order, but in none that tells the answer. None for true-false; an unnamed
    /// blank of fill-in has none either, and is the whole response.
    fn parts(&self) -> Vec<&Id>;
    /// The part that stays last in a drawn order.
    fn keep_last(&self) -> Option<&Id> {
        None
    }
    /// Parts that a learner chooses among, with what they say.
    fn options(&self) -> Vec<(&Id, &Inline)> {
        Vec::new()
    }
    /// What SCORM 1.2 is told less of it, and what becomes of that: two phrases of a message.
    fn less_in_scorm12(&self) -> Option<(&'static str, &'static str)> {
        None
    }
    /// What an LMS keeps less of it, or otherwise, in SCORM 2004, and what becomes of that: two phrases of a message.
    fn less_in_scorm2004(&self) -> Option<(&'static str, &'static str)> {
        None
    }
    /// The shapes of a response: one for each of its values, by slot.
    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape>;
    /// What the structure digest is taken of: parts as a set, by their public ids (a part that was renamed stays the same
    /// part), key, accepted answers. Canonical JSON.
    fn structure(&self, parts: &dyn Parts) -> Value;
    /// What the wording digest is taken of, beside the prompt: texts of the parts, by public id.
    fn wording(&self, parts: &dyn Parts) -> Value;
    /// What the run-time's `mark` needs, by slot; its form is told in docs/runtime-contract.md.
    fn key(&self, parts: &dyn Parts) -> Value;
    /// How the item reports, in every standard.
    fn interaction(&self, parts: &dyn Parts) -> Interaction;
    /// Right responses in SCORM 2004's form, any one of which is right; a text that is typed begins with `lang`, a mark of its language or
    /// nothing. SCORM 2004 RTE 4.2.9.
    fn scorm2004(&self, parts: &dyn Parts, _lang: &str) -> Vec<String> {
        self.interaction(parts).scorm2004()
    }
    /// What the type's template shows; texts are HTML. Its form is told in the type's file.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value;
    /// The prompt's HTML as the template shows it.
    fn prompt_html(&self, html: String, _parts: &dyn Parts) -> String {
        html
    }
    /// The references in its texts.
    fn references(&self) -> Vec<&Reference>;
    /// The misconceptions that its parts name, to be resolved.
    fn beliefs(&mut self) -> Vec<&mut Belief>;
    /// Ids of the misconceptions that its parts name, with the slot of the part (0 for true-false's wrong answer, and for
    /// an unnamed blank; a blank may name several).
    fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)>;
    /// In how many equal shares its points come where marking is per-part; all types count whole shares.
    fn shares(&self) -> usize {
        1
    }
    /// Thousandths of `points` for a response in JSON form (as in the vectors and the run-time); 0 for none.
    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths;
}
