//! A file of `banks/`.

use std::collections::BTreeSet;

use super::language;
use crate::content::Line;
use crate::item::Draft;
use crate::yaml::{Cx, Decode, Named, Node, Record};

/// A bank of items.
#[derive(Debug, Default)]
pub struct Bank {
    /// Its id.
    pub id: Named,
    /// Its title.
    pub title: Line,
    /// The unit that its references are looked up in; without it they are paths.
    pub unit: Option<Named>,
    /// Its items.
    pub items: Vec<Draft>,
    /// Keys whose values could not be read whole.
    pub lost: BTreeSet<&'static str>,
}

impl Decode for Bank {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let record = Record::open("an item bank", node, cx)?;
        language(&record, false, cx);
        let bank = Self {
            id: record.required("id", cx),
            title: record.required("title", cx),
            unit: record.optional("unit", cx),
            items: record.required("items", cx),
            lost: BTreeSet::new(),
        };
        record.close(cx);
        Some(Self { lost: cx.lost.clone(), ..bank })
    }
}
