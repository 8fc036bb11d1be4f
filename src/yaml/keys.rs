//! Which keys a mapping has already. In: its entries so far. Out: where a key stands. Never fails.

use std::collections::BTreeMap;

use super::Entry;
use crate::diag::Span;

/// So many keys of a mapping are looked through one by one.
const FEW: usize = 16;

/// The keys of a mapping with many of them, each where it stands first.
#[derive(Default)]
pub(super) struct Keys {
    known: BTreeMap<String, Span>,
    /// So many entries have been looked at.
    read: usize,
}

impl Keys {
    /// Where `key` stands first among `entries`, to which more may be added between two calls.
    pub(super) fn first(&mut self, entries: &[Entry], key: &str) -> Option<Span> {
        if entries.len() <= FEW {
            return entries.iter().find(|entry| entry.key.text == key).map(|entry| entry.key.span);
        }
        for entry in &entries[self.read..] {
            self.known.entry(entry.key.text.clone()).or_insert(entry.key.span);
        }
        self.read = entries.len();
        self.known.get(key).copied()
    }
}
