//! What a frame is read by.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest, Sha256};

use super::{Answer, Given, Paper, draw, response};
use crate::item::Shape;
use crate::lock::Draws;

/// The pages, sheets and items of one build of a unit, as far as a frame depends on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The first 24 bits of a digest of the rest.
    pub hash: u32,
    /// The first release that has it; 0 is a build that is none.
    pub ordinal: u32,
    /// One more than the highest slot of a page.
    pub pages: u32,
    /// The sheets in the order of their answers: summative, formative, diagnostic, practice, then slot.
    pub sheets: Vec<SheetLayout>,
    /// Items by number: number, meaning, shapes.
    pub items: Vec<(u32, u32, Vec<StoredShape>)>,
}

/// What a hash is made of, after the scope.
#[derive(Serialize)]
struct Content<'a> {
    pages: u32,
    sheets: &'a [SheetLayout],
    items: &'a [(u32, u32, Vec<StoredShape>)],
}

/// What the papers of a sheet can hold: `[slot, items]`, where some are drawn `[slot, items, draws]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct SheetLayout(
    /// Its slot.
    pub u32,
    /// Its items in the author's order.
    pub Vec<u32>,
    /// How many are drawn from which of them; each paper has those in none.
    #[serde(default)]
    pub Vec<Draws>,
);

/// A shape, written as the contract writes it: `one-of(4)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredShape(pub Shape);

/// The layouts that a build knows, and what else is needed to read a frame with them.
#[derive(Clone, Debug)]
pub struct Layouts {
    /// The number of the release that this build is, 0 for none.
    pub release: u32,
    /// Slots of this build's pages, in their order.
    pub pages: Vec<u32>,
    /// This build's own, then each release's that differs.
    pub known: Vec<Layout>,
}

impl Layout {
    /// The layout of a unit whose state is kept under `scope`; sheets in the order of their answers.
    #[must_use]
    pub fn new(scope: &str, ordinal: u32, pages: u32, sheets: Vec<SheetLayout>, mut items: Vec<(u32, u32, Vec<StoredShape>)>) -> Self {
        items.sort_by_key(|(slot, ..)| *slot);
        let content = Content { pages, sheets: &sheets, items: &items };
        let content = serde_json::to_string(&content).expect("it is made of numbers and texts");
        let digest = Sha256::new().chain_update(scope).chain_update("\n").chain_update(content).finalize();
        let hash = u32::from_be_bytes([0, digest[0], digest[1], digest[2]]);
        Self { hash, ordinal, pages, sheets, items }
    }

    /// The item in `slot`: its meaning and shapes.
    #[must_use]
    pub fn item(&self, slot: u32) -> Option<(u32, &[StoredShape])> {
        self.items.iter().find(|(at, ..)| *at == slot).map(|(_, meaning, shapes)| (*meaning, shapes.as_slice()))
    }

    /// What the papers of the sheet in `slot` can hold.
    #[must_use]
    pub fn sheet(&self, slot: u32) -> Option<&SheetLayout> {
        self.sheets.iter().find(|sheet| sheet.0 == slot)
    }

    /// Whether the item of that number stands on the sheet in `slot` here as in `other`, and is the same question.
    pub(super) fn shares(&self, other: &Self, slot: u32, item: u32) -> bool {
        let meaning = |layout: &Self| layout.item(item).map(|(meaning, _)| meaning);
        self.sheet(slot).is_some_and(|sheet| sheet.1.contains(&item)) && meaning(self).is_some() && meaning(self) == meaning(other)
    }

    /// Whether the item of that number can have `answer` here: its shapes may have changed with its key.
    pub(super) fn holds(&self, item: u32, answer: &Answer) -> bool {
        let shapes = self.item(item).map(|(_, shapes)| shapes).unwrap_or_default();
        let holds = |given: &Vec<Given>| {
            given.len() == shapes.len() && shapes.iter().zip(given).all(|(shape, given)| response::holds(shape.0, given))
        };
        answer.response.as_ref().is_none_or(holds)
    }

    /// The items of `paper` of the sheet in `slot` that are still here, in the author's order, with their shapes; `None` where nobody
    /// knows what it was drawn from.
    pub(super) fn answers(&self, slot: u32, paper: &Paper, layouts: &Layouts) -> Option<Vec<(u32, &[StoredShape])>> {
        let from = layouts.find(paper.layout)?;
        let drawn = from.sheet(slot).map(|sheet| draw::paper(sheet, paper.seed)).unwrap_or_default();
        let left = drawn.into_iter().filter(|item| self.shares(from, slot, *item));
        Some(left.filter_map(|item| self.item(item).map(|(_, shapes)| (item, shapes))).collect())
    }
}

impl Layouts {
    /// This build's own layout.
    pub(super) fn own(&self) -> Option<&Layout> {
        self.known.first()
    }

    /// The layout with that hash.
    pub(super) fn find(&self, hash: u32) -> Option<&Layout> {
        self.known.iter().find(|layout| layout.hash == hash)
    }
}

impl Serialize for SheetLayout {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(slot, items, draws) = self;
        if draws.is_empty() { (slot, items).serialize(serializer) } else { (slot, items, draws).serialize(serializer) }
    }
}

impl Serialize for StoredShape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for StoredShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Shape::parse(&text).map(Self).ok_or_else(|| D::Error::custom(format!("`{text}` is no shape")))
    }
}
