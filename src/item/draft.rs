//! An item as read, its references not resolved yet.

use super::rules::{points_never_count, unknown_type};
use super::{ITEM_TYPES, Item, ItemType, Marking};
use crate::content::{Blocks, Inline};
use crate::diag::Span;
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Decode, Named, Node, Record, Text, record, rules, word};

/// An item as read.
#[derive(Debug, Default)]
pub struct Draft {
    /// Its id as written; known even where the rest is not, so that what points to it finds it.
    pub id: Named,
    /// What it assesses, as written.
    pub assesses: Vec<Named>,
    /// The item, `assesses` still empty; `None` where something was wrong, which has been said.
    pub item: Option<Item>,
}

record! {
    /// What is said after an answer.
    struct Feedback as "the feedback of an item" {
        /// When it is right.
        correct: Inline = optional,
        /// When it is wrong.
        incorrect: Inline = optional,
        /// When it is partly right.
        partial: Inline = optional,
    }
}

/// Reads an item of any type.
pub fn decode(node: &Node, cx: &mut Cx) -> Option<Draft> {
    let record = Record::open("an item", node, cx)?;
    let id: Named = record.required("id", cx);
    let written: Named = record.required("type", cx);
    let assesses: Vec<Named> = record.optional("assesses", cx).unwrap_or_default();
    let Some(kind) = ITEM_TYPES.iter().find(|known| known.name == written.value).copied() else {
        if !written.value.is_empty() {
            cx.push(unknown_type::unknown(&written));
        }
        record.close_unknown(cx);
        return Some(Draft { id, assesses, item: None });
    };
    let prompt: Text = record.required("prompt", cx);
    let read = if kind.blanks { Blocks::read_prompt } else { Blocks::read };
    let prompt = read(&prompt, &mut cx.diagnostics);
    let body = (kind.decode)(&record, &prompt, cx);
    let marking = [("all-or-nothing", Marking::AllOrNothing), ("per-part", Marking::PerPart)];
    let marking = record.node("marking").and_then(|node| word(node, &marking, cx)).unwrap_or(kind.marking);
    let feedback: Feedback = record.optional("feedback", cx).unwrap_or_default();
    let points = points(&record, kind, cx);
    let (tags, hint) = (record.optional("tags", cx).unwrap_or_default(), record.optional("hint", cx));
    let revision = record.optional("revision", cx).unwrap_or(1);
    let correction = correction(&record, cx);
    record.close(cx);
    let checked = rules::checked(&id, Id::parse, cx);
    let item = checked.zip(body).map(|(checked, body)| Item {
        id: checked,
        span: id.span,
        kind,
        kind_span: written.span,
        prompt,
        assesses: Vec::new(),
        tags,
        points,
        marking,
        hint,
        correct: feedback.correct,
        incorrect: feedback.incorrect,
        partial: feedback.partial,
        revision,
        correction,
        body,
    });
    Some(Draft { id, assesses, item })
}

/// What a right answer is worth. Points and marking of what is not marked mean nothing.
fn points(record: &Record<'_>, kind: &ItemType, cx: &mut Cx) -> Thousandths {
    let points = record.optional("points", cx).unwrap_or(Thousandths::ONE);
    if kind.marked {
        return points;
    }
    for entry in ["points", "marking", "feedback"].into_iter().filter_map(|key| record.entry(key)) {
        cx.push(points_never_count::useless(&entry.key, kind.name));
    }
    Thousandths(0)
}

/// `correction: regrade`: where it is written.
fn correction(record: &Record<'_>, cx: &mut Cx) -> Option<Span> {
    let entry = record.entry("correction")?;
    word(&entry.value, &[("regrade", entry.key.span)], cx)
}

impl Decode for Draft {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        decode(node, cx)
    }
}
