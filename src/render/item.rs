//! An item as its type's template shows it.

use super::Scene;
use super::links::UnitLinks;
use crate::activity::{PlacedInteraction, Sheet};
use crate::diag::Diagnostic;
use crate::item::{Item, Parts, Shape};
use crate::model::{Home, ItemAt, Misconception, Unit};
use crate::theme::contract::ExpectedItem;
use crate::theme::view::{BeliefView, ItemSectionView, ItemView, PieceView};
use crate::value::Id;

impl<'a> Scene<'a> {
    /// The item in slot `slot`, and how it reports.
    pub(super) fn placed(&self, slot: u32) -> Option<(&'a PlacedInteraction, &'a Item)> {
        let placed = self.launchable.interactions.iter().find(|placed| placed.slot == slot)?;
        Some((placed, self.material.course.item(&placed.at)?))
    }

    /// HTML of the items of `sheet`, and what they must hold.
    pub(super) fn items(&self, sheet: &Sheet, links: &UnitLinks<'_>) -> Result<Vec<(String, ExpectedItem)>, Diagnostic> {
        // What cannot be built is noted where a course is checked only; the rest of it is rendered all the same.
        let placed = sheet.items.iter().filter_map(|slot| self.placed(*slot)).filter(|(_, item)| item.kind.built);
        placed.enumerate().map(|(place, (placed, item))| self.made(sheet, None, place, placed, item, links)).collect()
    }

    /// HTML of an item that stands in a text on the page in slot `page`, and what it must hold.
    pub(super) fn shown_item(
        &self,
        sheet: &Sheet,
        page: u32,
        placed: &PlacedInteraction,
        item: &Item,
        links: &UnitLinks<'_>,
    ) -> Result<(String, ExpectedItem), Diagnostic> {
        self.made(sheet, Some(page), 0, placed, item, links)
    }

    /// HTML of an item, and what it must hold. In a text on page `shown` it is alone, and does not lead to that page.
    fn made(
        &self,
        sheet: &Sheet,
        shown: Option<u32>,
        place: usize,
        placed: &PlacedInteraction,
        item: &Item,
        links: &UnitLinks<'_>,
    ) -> Result<(String, ExpectedItem), Diagnostic> {
        let parts = self.parts(&placed.at);
        let links = &links.of(self.home(&placed.at));
        let template = format!("item/{}.html", item.kind.name);
        let mut view = self.item(sheet, place, placed, item, &parts, links);
        if let Some(page) = shown {
            view.item.total = 1;
            view.item.again.retain(|lesson| lesson.slot != page);
        }
        let controls = controls(&view.item.name, item, &parts);
        let ordered = item.body.shapes(&parts).iter().any(|shape| matches!(shape, Shape::Order(_)));
        let steps = item.body.parts().iter().filter(|_| ordered).map(|id| parts.slot(id).to_string()).collect();
        let html = self.material.theme.render(&template, &view)?;
        Ok((html, ExpectedItem { slot: placed.slot, template, marked: item.kind.marked, controls, steps }))
    }

    fn item(
        &self,
        sheet: &Sheet,
        place: usize,
        placed: &PlacedInteraction,
        item: &Item,
        parts: &dyn Parts,
        links: &UnitLinks<'_>,
    ) -> ItemSectionView {
        let uid = format!("{}-{}", sheet.slot, placed.slot);
        let prompt = item.body.prompt_html(item.prompt.html(links), parts);
        let sentence = Self::sentence(&prompt);
        let html = |text: &Option<crate::content::Inline>| text.as_ref().map(|text| text.html(links));
        let view = ItemView {
            slot: placed.slot,
            kind: item.kind.name,
            name: format!("i{uid}"),
            uid,
            number: place + 1,
            total: sheet.asks(),
            prompt,
            marked: item.kind.marked,
            spoken: self.spoken(&sentence),
            sentence,
            facts: self.item_facts(placed, item),
            checks: self.checks_each(sheet),
            hint: html(&item.hint),
            correct: html(&item.correct),
            incorrect: html(&item.incorrect),
            partial: html(&item.partial),
            beliefs: self.beliefs(&placed.at, item, parts, links),
            again: self.taught(&self.assessed(&placed.at)),
        };
        ItemSectionView { item: view, body: item.body.view(parts, links) }
    }

    /// The unit that the texts of the item at `at` belong to.
    fn home(&self, at: &ItemAt) -> &'a Unit {
        let course = self.material.course;
        let unit = match &at.home {
            Home::Unit(unit) => Some(unit),
            Home::Bank(bank) => course.bank(bank).and_then(|bank| bank.unit.as_ref()),
        };
        unit.and_then(|unit| course.units.called(unit)).unwrap_or(self.unit)
    }

    /// What the item at `at` assesses of this unit.
    pub(super) fn assessed(&self, at: &ItemAt) -> Vec<Id> {
        let all = self.material.course.assessed_by(at).into_iter();
        let ids: Vec<Id> = all.filter(|taught| taught.unit == self.unit.id).map(|taught| taught.id).collect();
        // Who is asked about a criterion need not read all lessons of its outcome.
        let narrower = |id: &Id| {
            let outcome = self.unit.outcomes.iter().find(|outcome| outcome.id == *id);
            outcome.is_some_and(|outcome| outcome.criteria.iter().any(|criterion| ids.contains(&criterion.id)))
        };
        ids.iter().filter(|id| !narrower(id)).cloned().collect()
    }

    /// Criteria, or outcomes where it names none, and points where it is marked. An assessment of the course says whose they are.
    fn item_facts(&self, placed: &PlacedInteraction, item: &Item) -> Vec<String> {
        let course = self.material.course;
        let taught = course.assessed_by(&placed.at);
        let mut facts = Vec::new();
        for unit in self.asked_of() {
            let ids = taught.iter().filter(|taught| taught.unit == unit.id).map(|taught| &taught.id);
            let (outcomes, criteria): (Vec<_>, Vec<_>) = ids.partition(|id| unit.outcomes.iter().any(|outcome| outcome.id == **id));
            let (key, ids) = if criteria.is_empty() { ("bears-on-outcome", outcomes) } else { ("bears-on", criteria) };
            if !ids.is_empty() {
                let refs: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
                let fact = self.word(key, &[("n", &ids.len()), ("refs", &refs.join(", "))]);
                let whose = [("unit", &unit.title.text as &dyn std::fmt::Display), ("fact", &fact)];
                facts.push(if unit.id == self.unit.id { fact.clone() } else { self.word("of-unit", &whose) });
            }
        }
        facts.push(match item.points.0 % 1000 {
            _ if !item.kind.marked => self.word("not-marked", &[]),
            0 => self.word("points", &[("n", &(item.points.0 / 1000))]),
            _ => self.word("points-part", &[("points", &item.points)]),
        });
        facts
    }

    /// The beliefs that answers to `item` show, each once.
    pub(super) fn beliefs(&self, at: &ItemAt, item: &Item, parts: &dyn Parts, links: &UnitLinks<'_>) -> Vec<BeliefView> {
        let mut beliefs: Vec<BeliefView> = Vec::new();
        for (_, id) in item.body.misconceptions(parts) {
            if let Some(found) = self.misconception(at, id.as_str()).filter(|_| beliefs.iter().all(|belief| belief.id != id.as_str())) {
                beliefs.push(BeliefView { id: id.to_string(), claim: found.claim.text.clone(), html: found.correction.html(links) });
            }
        }
        beliefs
    }

    /// The misconception `id` of the item at `at`: its own unit's, or else the qualification's; a bank may name those of any unit.
    fn misconception(&self, at: &ItemAt, id: &str) -> Option<&'a Misconception> {
        let course = self.material.course;
        let own = self.home(at).lists.misconceptions.iter();
        let shared = course.qualification.iter().flat_map(|qualification| &qualification.lists.misconceptions);
        let others = course.units.iter().flat_map(|unit| &unit.lists.misconceptions);
        own.chain(shared).chain(others).find(|one| one.id.as_str() == id.trim_start_matches("^/"))
    }

    /// A prompt in pieces, each with the gap behind it; none where it has no gaps.
    fn sentence(prompt: &str) -> Vec<PieceView> {
        let mut pieces: Vec<PieceView> = Vec::new();
        for piece in prompt.split("<span data-blank=\"") {
            let (slot, html) = piece.split_once("\"></span>").unwrap_or(("", piece));
            let (gap, number) = (slot.parse::<u32>().ok(), pieces.len());
            if let (Some(before), Some(gap)) = (pieces.last_mut(), gap) {
                before.gap = Some(gap);
                before.number = number;
            }
            pieces.push(PieceView { html: html.to_owned(), gap: None, number: 0 });
        }
        if pieces.len() > 1 { pieces } else { Vec::new() }
    }

    /// A sentence with gaps in plain words, as HTML: for who hears it.
    fn spoken(&self, sentence: &[PieceView]) -> String {
        let mut words = String::new();
        for piece in sentence {
            let plain = piece.html.split('<').enumerate().map(|(at, text)| match at {
                0 => text,
                _ => text.split_once('>').map_or("", |(_, text)| text),
            });
            words.extend(plain);
            if piece.gap.is_some() {
                words += &self.word("gap", &[("number", &piece.number)]);
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The controls of an item: name, and values where there are several of a name.
fn controls(name: &str, item: &Item, parts: &dyn Parts) -> Vec<(String, Vec<String>)> {
    let shapes = item.body.shapes(parts);
    let slots: Vec<String> = item.body.parts().iter().map(|id| parts.slot(id).to_string()).collect();
    let control = |(place, shape): (usize, &Shape)| match shape {
        Shape::OneOf(n) if slots.is_empty() => vec![(name.to_owned(), (0..*n).map(|value| value.to_string()).collect())],
        Shape::OneOf(_) | Shape::Subset(_) => vec![(name.to_owned(), slots.clone())],
        Shape::Order(_) => Vec::new(),
        Shape::Map(n, _) => (0..*n).map(|number| (format!("{name}-{number}"), Vec::new())).collect(),
        Shape::Flags(_) => vec![(format!("{name}-{place}"), slots.clone())],
        Shape::Decimal | Shape::Text(_) | Shape::Path => vec![(format!("{name}-{place}"), Vec::new())],
    };
    shapes.iter().enumerate().flat_map(control).collect()
}
