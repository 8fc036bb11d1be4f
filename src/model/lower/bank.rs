//! Banks and their items.

use super::Lowering;
use crate::item::Draft;
use crate::model::scope::Thing;
use crate::model::{Bank, BankItem};
use crate::syntax;

impl Lowering<'_> {
    /// Makes a bank; `None` where its id is none, which has been said.
    pub(super) fn bank(&mut self, written: syntax::Bank) -> Option<Bank> {
        let unit = written.unit.as_ref().and_then(|unit| self.resolve(unit, &[Thing::Unit]));
        // Where the unit is not there, what the items refer to cannot be known.
        let astray = (written.unit.is_some() || written.lost.contains("unit")) && self.scopes.unit.is_none();
        let (named, lost) = (written.items.len(), written.lost.contains("items"));
        let items: Vec<BankItem> = written.items.into_iter().filter_map(|draft| self.bank_item(draft, astray)).collect();
        let (id, span) = Self::id(&written.id)?;
        let whole = !lost && !astray && items.len() == named;
        let bank = Bank { id, span, title: written.title, unit, items, whole };
        if !astray {
            self.check_texts(bank.references());
        }
        Some(bank)
    }

    fn bank_item(&mut self, draft: Draft, astray: bool) -> Option<BankItem> {
        let assesses = if astray { Vec::new() } else { self.all_taught("assesses", &draft.assesses) };
        let known = assesses.len() == draft.assesses.len();
        let mut item = draft.item?;
        for belief in item.body.beliefs().into_iter().filter(|_| !astray) {
            belief.id = self.resolve(&belief.written, &[Thing::Entry("misconceptions")]);
        }
        Some(BankItem { item, assesses }).filter(|_| known)
    }
}
