//! Every text of a thing, for what it points to.

use super::{Bank, CaseStudy, Home, ItemAt, Lists, Qualification, Unit};
use crate::content::{Blocks, Inline, Reference, ReferenceKind};
use crate::item::Item;
use crate::value::Id;

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
        let cases = self.case_studies.iter().flat_map(CaseStudy::references);
        let own = self.synopsis.iter().flat_map(Blocks::references);
        own.chain(points).chain(self.lists.references()).chain(lessons).chain(cases).chain(items)
    }
}

impl Unit {
    /// Where its lessons and scenes show items, in their order.
    pub fn shows(&self) -> impl Iterator<Item = &Reference> {
        let lessons = self.lessons.iter().map(|lesson| &lesson.body);
        let scenes = self.case_studies.iter().flat_map(|case| case.scenes.iter().map(|scene| &scene.text));
        lessons.chain(scenes).flat_map(Blocks::references).filter(|reference| reference.kind == ReferenceKind::Item)
    }

    /// The items that its lessons and scenes show, each once.
    #[must_use]
    pub fn shown_items(&self) -> Vec<ItemAt> {
        let mut items = Vec::new();
        for item in self.shows().filter_map(|reference| self.item_at(&reference.id)) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        items
    }

    /// The item that a text of this unit calls `id`: by its id, or by its path in a bank or another unit.
    #[must_use]
    pub fn item_at(&self, id: &str) -> Option<ItemAt> {
        let (home, id) = match id.rsplit_once('/') {
            None => (Home::Unit(self.id.clone()), id),
            Some((home, id)) => match home.strip_prefix("bank:") {
                Some(bank) => (Home::Bank(Id::parse(bank).ok()?), id),
                None => (Home::Unit(Id::parse(home).ok()?), id),
            },
        };
        Some(ItemAt { home, id: Id::parse(id).ok()? })
    }
}

impl CaseStudy {
    /// What its texts point to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.scenes.iter().flat_map(|scene| {
            let choices = scene.choices().iter().flat_map(|choice| std::iter::once(&choice.text).chain(&choice.feedback));
            scene.text.references().iter().chain(choices.flat_map(Inline::references))
        })
    }
}

impl Bank {
    /// What its texts point to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.items.iter().flat_map(|item| of_item(&item.item))
    }
}

fn of_item(item: &Item) -> impl Iterator<Item = &Reference> {
    let said = [&item.hint, &item.correct, &item.incorrect, &item.partial].into_iter().flatten();
    item.prompt.references().iter().chain(said.flat_map(Inline::references)).chain(item.body.references())
}
