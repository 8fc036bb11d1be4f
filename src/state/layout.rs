//! What a frame is read by.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::item::Shape;

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
    pub sheets: Vec<(u32, Vec<u32>)>,
    /// Items by slot: slot, meaning, shapes.
    pub items: Vec<(u32, u32, Vec<StoredShape>)>,
}

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
    pub fn new(scope: &str, ordinal: u32, pages: u32, sheets: Vec<(u32, Vec<u32>)>, mut items: Vec<(u32, u32, Vec<StoredShape>)>) -> Self {
        items.sort_by_key(|(slot, ..)| *slot);
        let text = format!("{scope}\n{}", json!({"pages": pages, "sheets": sheets, "items": items}));
        let digest = Sha256::digest(text.as_bytes());
        let hash = u32::from_be_bytes([0, digest[0], digest[1], digest[2]]);
        Self { hash, ordinal, pages, sheets, items }
    }

    /// The item in `slot`: its meaning and shapes.
    #[must_use]
    pub fn item(&self, slot: u32) -> Option<(u32, &[StoredShape])> {
        self.items.iter().find(|(at, ..)| *at == slot).map(|(_, meaning, shapes)| (*meaning, shapes.as_slice()))
    }

    /// The slots of the items of the sheet in `slot`, in the author's order.
    #[must_use]
    pub fn sheet(&self, slot: u32) -> Option<&[u32]> {
        self.sheets.iter().find(|(at, _)| *at == slot).map(|(_, items)| items.as_slice())
    }

    /// The items of a sheet in the author's order, with their shapes.
    pub(super) fn answers(&self, sheet: u32) -> impl Iterator<Item = (u32, &[StoredShape])> {
        let slots = self.sheet(sheet).unwrap_or_default().iter();
        slots.filter_map(|slot| self.item(*slot).map(|(_, shapes)| (*slot, shapes)))
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
