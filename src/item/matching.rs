//! `matching`: each source with the target that belongs to it.

use super::pairs::{self, Pairs, Side};
use super::step::{self, What};
use super::{Body, ItemType, Marking};
use crate::content::{Blocks, Inline};
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
    Pairs::lower(found == cx.errors(), (from, sources), (to, targets), true, cx)
}
