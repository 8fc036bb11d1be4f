//! Parts of items, which nothing outside of their item names.

use super::edits::Edits;
use super::names::PARTS;
use super::page::Page;
use crate::diag::Span;
use crate::item::Item;
use crate::model::{Course, Defined};
use crate::yaml::{Kind, Node};

/// Lists of parts that each name another part of their item, and by which key.
const NAMING: [(&str, &str); 2] = [("sources", "target"), ("entries", "category")];

/// Keys of fill-in that are maps by blank.
const BY_BLANK: [&str; 3] = ["answers", "patterns", "wrong"];

/// Where the parts of an item are called by their ids.
pub(super) struct Called {
    /// Ids as they are defined; a blank may stand in its prompt several times.
    pub(super) defined: Vec<(String, Span)>,
    /// Ids where they are named.
    named: Vec<(String, Span)>,
}

impl Called {
    /// Those of the item at `item`, if it is one.
    pub(super) fn of(course: &Course, item: &Defined, edits: &Edits<'_>) -> Option<Self> {
        let item = self::item(course, item.span)?;
        let page = Page::read(edits.sources, item.span.file)?;
        let node = page.holder(item.span)?;
        let scalars = |list: &str, key: &str| entries(node, list).filter_map(|part| scalar(part.get(key)?)).collect::<Vec<_>>();
        let mut defined: Vec<(String, Span)> = PARTS.iter().flat_map(|list| scalars(list, "id")).collect();
        defined.extend(item.prompt.blanks().iter().map(|blank| (blank.id.clone(), blank.span)));
        let mut named: Vec<(String, Span)> = NAMING.iter().flat_map(|(list, key)| scalars(list, key)).collect();
        for map in BY_BLANK.iter().filter_map(|key| node.get(key)) {
            if let Kind::Map(entries) = &map.kind {
                named.extend(entries.iter().map(|entry| (entry.key.text.clone(), entry.key.span)));
            }
        }
        Some(Self { defined, named })
    }

    /// Calls the part `old` `new`, and gives the number of places that named it.
    pub(super) fn rename(&self, old: &str, new: &str, edits: &mut Edits<'_>) -> usize {
        for (_, span) in self.defined.iter().filter(|(id, _)| id == old) {
            edits.rename(*span, old, new, false);
        }
        self.named.iter().filter(|(id, span)| id == old && edits.rename(*span, old, new, false)).count()
    }
}

fn item(course: &Course, span: Span) -> Option<&Item> {
    let banked = course.banks.iter().flat_map(|bank| &bank.items).map(|item| &item.item);
    course.units.iter().flat_map(|unit| &unit.items).chain(banked).find(|item| item.span == span)
}

fn entries<'n>(node: &'n Node, key: &str) -> impl Iterator<Item = &'n Node> {
    let list = match node.get(key).map(|list| &list.kind) {
        Some(Kind::List(nodes)) => nodes.as_slice(),
        _ => &[],
    };
    list.iter()
}

fn scalar(node: &Node) -> Option<(String, Span)> {
    match &node.kind {
        Kind::Scalar(text, _) => Some((text.text.clone(), node.span)),
        _ => None,
    }
}
