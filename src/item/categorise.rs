//! `categorise`: each entry into the category that it belongs to.

use serde_json::Value;

use super::pairs::{self, Pairs, Side};
use super::step::{self, What};
use super::{Belief, Body, Interaction, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, Node, Record, record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "categorise",
    example: "id: shelves\ntype: categorise\nprompt: Where does it go?\ncategories:\n  - {id: fridge, text: In the fridge}\n  - {id: shelf, text: On the shelf}\nentries:\n  - {id: milk, text: Milk, category: fridge}\n  - {id: rice, text: Rice, category: shelf}\n",
    marking: Marking::PerPart,
    blanks: false,
    marked: true,
    built: false,
    decode,
};

const ENTRIES: What = What { one: "entry", many: "entries" };
const CATEGORIES: What = What { one: "category", many: "categories" };

record! {
    /// An entry as written.
    struct Written as "an entry" {
        /// Its id.
        id: Named = required,
        /// What it says.
        text: Inline = required,
        /// The category that it belongs to.
        category: Named = required,
    }
}

#[derive(Debug)]
struct Categorise(Pairs);

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let categories: Vec<step::Written> = record.required("categories", cx);
    let entries: Vec<Written> = record.required("entries", cx);
    let side = |what, key| Side { what, at: record.node(key).map_or(record.mark(), Node::mark) };
    let (from, to) = (side(ENTRIES, "entries"), side(CATEGORIES, "categories"));
    if record.node("entries").is_none() || record.node("categories").is_none() {
        return None;
    }
    let entries = entries.into_iter().map(|Written { id, text, category }| pairs::Written { id, text, target: category }).collect();
    Pairs::lower(found == cx.errors(), (from, entries), (to, categories), cx).map(|pairs| Box::new(Categorise(pairs)) as Box<dyn Body>)
}

impl Body for Categorise {
    fn parts(&self) -> Vec<&Id> {
        self.0.ids()
    }

    fn shapes(&self, _parts: &dyn Parts) -> Vec<Shape> {
        self.0.shapes()
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        self.0.structure(parts)
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        self.0.wording(parts)
    }

    fn key(&self, parts: &dyn Parts) -> Value {
        self.0.key(parts)
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        self.0.interaction(parts)
    }

    /// As told in [`Pairs::view`]; categories stand in the author's order.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        self.0.view(false, parts, links)
    }

    fn references(&self) -> Vec<&Reference> {
        self.0.references()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        Vec::new()
    }

    fn misconceptions(&self, _parts: &dyn Parts) -> Vec<(u32, Id)> {
        Vec::new()
    }

    fn shares(&self) -> usize {
        self.0.shares()
    }

    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        self.0.mark(response, marking, points, parts)
    }
}
