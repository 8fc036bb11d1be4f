//! A bank of items.

use super::Taught;
use crate::content::Line;
use crate::diag::Span;
use crate::item::Item;
use crate::value::Id;

/// A bank: items that assessments draw from or name.
#[derive(Debug)]
pub struct Bank {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// Its title.
    pub title: Line,
    /// The unit that its references are looked up in, if it has one.
    pub unit: Option<Id>,
    /// Its items.
    pub items: Vec<BankItem>,
    /// Whether every item could be read.
    pub whole: bool,
}

impl Bank {
    /// The item called `id`.
    #[must_use]
    pub fn item(&self, id: &Id) -> Option<&BankItem> {
        self.items.iter().find(|item| item.item.id == *id)
    }
}

/// An item of a bank.
#[derive(Debug)]
pub struct BankItem {
    /// The item; what it assesses is told here, not there.
    pub item: Item,
    /// Outcomes and criteria that it assesses, in the order written: of any unit.
    pub assesses: Vec<Taught>,
}
