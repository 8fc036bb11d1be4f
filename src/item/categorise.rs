//! `categorise`: each entry into the category that it belongs to.

use super::pairs::{self, Pairs, Side};
use super::step::{self, What};
use super::{Body, ItemType, Marking};
use crate::content::{Blocks, Inline};
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
    Pairs::lower(found == cx.errors(), (from, entries), (to, categories), false, cx)
}
