//! Every text of a thing, for what it points to.

use super::{Lists, Qualification, Unit};
use crate::content::{Blocks, Inline, Reference};
use crate::item::Item;

impl Lists {
    /// What its texts point to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let concepts = self.key_concepts.iter().map(|entry| &entry.explanation);
        let terms = self.key_terms.iter().map(|entry| &entry.definition);
        let guidance = self.guidance.iter().map(|entry| &entry.text);
        let mistakes = self.common_mistakes.iter().map(|entry| &entry.text);
        let misconceptions = self.misconceptions.iter().map(|entry| &entry.correction);
        let prerequisites = self.prerequisites.iter().map(|entry| &entry.text);
        let faq = self.faq.iter().map(|entry| &entry.answer);
        let all = concepts.chain(terms).chain(guidance).chain(mistakes).chain(misconceptions).chain(prerequisites).chain(faq);
        all.flat_map(Inline::references)
    }
}

impl Qualification {
    /// What its texts point to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.overview.iter().flat_map(Blocks::references).chain(self.lists.references())
    }
}

impl Unit {
    /// What its texts point to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let points = self.marking_points.iter().flat_map(|point| point.text.references());
        let lessons = self.lessons.iter().flat_map(|lesson| lesson.body.references());
        let items = self.items.iter().flat_map(of_item);
        self.synopsis.iter().flat_map(Blocks::references).chain(points).chain(self.lists.references()).chain(lessons).chain(items)
    }
}

fn of_item(item: &Item) -> impl Iterator<Item = &Reference> {
    let said = [&item.hint, &item.correct, &item.incorrect, &item.partial].into_iter().flatten();
    item.prompt.references().iter().chain(said.flat_map(Inline::references)).chain(item.body.references())
}
