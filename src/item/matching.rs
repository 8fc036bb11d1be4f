//! `matching`: each source with the target that belongs to it.

use serde_json::Value;

use super::pairs::{self, Pairs, Side};
use super::step::{self, What};
use super::{Belief, Body, Interaction, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, Node, Record, record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "matching",
    example: "id: boards\ntype: matching\nprompt: Which board is for which food?\ntargets:\n  - {id: red, text: Red}\n  - {id: green, text: Green}\n  - {id: blue, text: Blue}\nsources:\n  - {id: meat, text: Raw meat, target: red}\n  - {id: salad, text: Salad, target: green}\n",
    marking: Marking::PerPart,
    blanks: false,
    marked: true,
    built: true,
    decode,
};

const SOURCES: What = What { one: "source", many: "sources" };
const TARGETS: What = What { one: "target", many: "targets" };

record! {
    /// A source as written.
    struct Written as "a source" {
        /// Its id.
        id: Named = required,
        /// What it says.
        text: Inline = required,
        /// The target that belongs to it.
        target: Named = required,
    }
}

#[derive(Debug)]
struct Matching(Pairs);

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let targets: Vec<step::Written> = record.required("targets", cx);
    let sources: Vec<Written> = record.required("sources", cx);
    let side = |what, key| Side { what, at: record.node(key).map_or(record.mark(), Node::mark) };
    let (from, to) = (side(SOURCES, "sources"), side(TARGETS, "targets"));
    if record.node("sources").is_none() || record.node("targets").is_none() {
        return None;
    }
    let sources = sources.into_iter().map(|Written { id, text, target }| pairs::Written { id, text, target }).collect();
    Pairs::lower(found == cx.errors(), (from, sources), (to, targets), cx).map(|pairs| Box::new(Matching(pairs)) as Box<dyn Body>)
}

impl Body for Matching {
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

    /// As told in [`Pairs::view`]; targets are sorted, so that their order tells nothing.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        self.0.view(true, parts, links)
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
