//! Parts that are an id and a text: steps, categories, the two sides of a matching; and what holds for parts of any kind.

use std::collections::BTreeMap;

use super::rules::{equal_options, part_count, taken_id};
use super::{Component, Parts};
use crate::content::{Inline, Links};
use crate::value::Id;
use crate::yaml::{Cx, Named, Record, record, rules};

/// SCORM 1.2 RTE 3.4.7: a part is one character, a-z or 0-9.
pub(super) const TOKENS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// What parts are called in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct What {
    /// One of them, such as `option`.
    pub(super) one: &'static str,
    /// Several, such as `options`.
    pub(super) many: &'static str,
}

record! {
    /// A part as written.
    pub(super) struct Written as "a part" {
        /// Its id.
        pub id: Named = required,
        /// What it says.
        pub text: Inline = required,
    }
}

/// A part with a text.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) id: Id,
    pub(super) text: Inline,
}

/// Reads the parts under `key`: from `least` to 36 of them.
pub(super) fn read(record: &Record<'_>, key: &'static str, what: What, least: usize, cx: &mut Cx) -> Vec<Step> {
    let found = cx.errors();
    let written: Vec<Written> = record.required(key, cx);
    if let Some(node) = record.node(key).filter(|_| found == cx.errors()) {
        part_count::check_least(what, written.len(), least, TOKENS.len(), node.mark(), cx);
    }
    distinct_ids(written.iter().map(|one| (what, &one.id)), cx);
    equal_options::check(what, written.iter().map(|one| &one.text), cx);
    let lower = |one: Written| rules::checked(&one.id, Id::parse, cx).map(|id| Step { id, text: one.text });
    written.into_iter().filter_map(lower).collect()
}

/// Reports ids that are there twice; the empty id is one that is missing, which has been said.
pub(super) fn distinct_ids<'n>(ids: impl Iterator<Item = (What, &'n Named)>, cx: &mut Cx) {
    let mut seen = BTreeMap::new();
    for (what, id) in ids.filter(|(_, id)| !id.value.is_empty()) {
        if let Some(first) = seen.insert(id.value.to_ascii_lowercase(), id.span) {
            cx.push(taken_id(what.one, id, first));
        }
    }
}

/// For each slot the character of SCORM 1.2 and the id of xAPI. A slot past the 36th takes what no other has.
pub(super) fn tokens(ids: &[&Id], parts: &dyn Parts) -> BTreeMap<u32, (char, String)> {
    let own = |slot: u32| TOKENS.get(slot as usize).copied();
    let slots: BTreeMap<u32, &Id> = ids.iter().map(|id| (parts.slot(id), *id)).collect();
    let mut free = TOKENS.iter().copied().filter(|token| !slots.keys().any(|slot| own(*slot) == Some(*token)));
    let mut tokens = BTreeMap::new();
    for (&slot, id) in &slots {
        if let Some(token) = own(slot).or_else(|| free.next()) {
            tokens.insert(slot, (char::from(token), parts.public_id(id)));
        }
    }
    tokens
}

/// Parts as components of xAPI.
pub(super) fn components<'p>(texts: impl Iterator<Item = (&'p Id, &'p Inline)>, parts: &dyn Parts) -> Vec<Component> {
    texts.map(|(id, text)| Component { id: parts.public_id(id), description: text.plain() }).collect()
}

/// Slots, ascending: a part's place in this list is its number in an `order` or a `map`.
pub(super) fn slots<'p>(ids: impl Iterator<Item = &'p Id>, parts: &dyn Parts) -> Vec<u32> {
    let mut slots: Vec<u32> = ids.map(|id| parts.slot(id)).collect();
    slots.sort_unstable();
    slots
}

/// `{"slot", "id", "html"}` of each, in the author's order.
pub(super) fn view(steps: &[Step], parts: &dyn Parts, links: &dyn Links) -> Vec<serde_json::Value> {
    let told = |step: &Step| serde_json::json!({"slot": parts.slot(&step.id), "id": step.id.as_str(), "html": step.text.html(links)});
    steps.iter().map(told).collect()
}

/// Texts by public id.
pub(super) fn wording<'s>(steps: impl Iterator<Item = &'s Step>, parts: &dyn Parts) -> BTreeMap<String, String> {
    steps.map(|step| (parts.public_id(&step.id), step.text.plain())).collect()
}
