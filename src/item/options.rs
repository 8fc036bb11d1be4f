//! The options of a choice or a hotspot, marked and reported alike.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::mark::share;
use super::rules::{all_right, equal_options, no_right_option, part_count};
use super::step::{self, TOKENS, tokens};
use super::{Belief, Interaction, InteractionKind, Marking, Parts, Shape};
use crate::content::{Inline, Links, Reference};
use crate::diag::Span;
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named};

/// What a learner may take.
#[derive(Debug)]
pub(super) struct Opt {
    pub(super) id: Id,
    pub(super) text: Inline,
    pub(super) correct: bool,
    pub(super) misconception: Option<Belief>,
    pub(super) feedback: Option<Inline>,
}

/// All of them, in the author's order.
#[derive(Debug)]
pub(super) struct Options(pub(super) Vec<Opt>);

/// Checks options as written: `(id, text, correct)`. They are counted only where they are `whole`.
pub(super) fn check(what: step::What, whole: bool, written: &[(&Named, &Inline, bool)], at: Span, cx: &mut Cx) {
    let right = written.iter().filter(|(.., correct)| *correct).count();
    if whole {
        part_count::check(what, written.len(), TOKENS.len(), at, cx);
        if right == 0 && !written.is_empty() {
            cx.push(no_right_option::none(what, at));
        } else if right == written.len() && right > 1 {
            cx.push(all_right::all(what, at));
        }
    }
    let parts: Vec<(&Named, &Inline)> = written.iter().map(|(id, text, _)| (*id, *text)).collect();
    step::distinct_ids(parts.iter().map(|(id, _)| (what, *id)), cx);
    equal_options::check(what, parts.iter().map(|(_, text)| *text), cx);
}

impl Options {
    fn several(&self) -> bool {
        self.shares() > 1
    }

    /// Ids in the author's order.
    pub(super) fn ids(&self) -> Vec<&Id> {
        self.0.iter().map(|option| &option.id).collect()
    }

    /// Slots of the right options, ascending.
    fn right(&self, parts: &dyn Parts) -> Vec<u32> {
        let mut slots: Vec<u32> = self.0.iter().filter(|option| option.correct).map(|option| parts.slot(&option.id)).collect();
        slots.sort_unstable();
        slots
    }

    pub(super) fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        vec![if self.several() { Shape::Subset(parts.bound()) } else { Shape::OneOf(parts.bound()) }]
    }

    /// Whether each is right, by public id.
    pub(super) fn structure(&self, parts: &dyn Parts) -> BTreeMap<String, bool> {
        self.0.iter().map(|option| (parts.public_id(&option.id), option.correct)).collect()
    }

    /// Texts by public id.
    pub(super) fn wording(&self, parts: &dyn Parts) -> BTreeMap<String, String> {
        self.0.iter().map(|option| (parts.public_id(&option.id), option.text.plain())).collect()
    }

    /// `{"correct": [slots, ascending]}`.
    pub(super) fn key(&self, parts: &dyn Parts) -> Value {
        json!({"correct": self.right(parts)})
    }

    pub(super) fn interaction(&self, parts: &dyn Parts) -> Interaction {
        let tokens = tokens(&self.ids(), parts);
        let right: Vec<&(char, String)> = self.right(parts).iter().filter_map(|slot| tokens.get(slot)).collect();
        Interaction {
            kind: InteractionKind::Choice,
            // SCORM 1.2 RTE 3.4.7: characters joined by commas. xAPI 1.0.3 Data 2.4.4.1: ids joined by [,].
            scorm12: vec![right.iter().map(|(token, _)| token.to_string()).collect::<Vec<_>>().join(",")],
            xapi: Some(vec![right.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>().join("[,]")]),
            components: BTreeMap::from([("choices", step::components(self.0.iter().map(|option| (&option.id, &option.text)), parts))]),
            tokens,
        }
    }

    /// `{"several": bool, "options": [{"slot", "id", "html", "feedback": html or null}]}`.
    pub(super) fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let options: Vec<Value> = self
            .0
            .iter()
            .map(|option| {
                json!({
                    "slot": parts.slot(&option.id),
                    "id": option.id.as_str(),
                    "html": option.text.html(links),
                    "feedback": option.feedback.as_ref().map(|feedback| feedback.html(links)),
                })
            })
            .collect();
        json!({"several": self.several(), "options": options})
    }

    pub(super) fn references(&self) -> Vec<&Reference> {
        let texts = self.0.iter().flat_map(|option| std::iter::once(&option.text).chain(&option.feedback));
        texts.flat_map(Inline::references).collect()
    }

    pub(super) fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.0.iter_mut().filter_map(|option| option.misconception.as_mut()).collect()
    }

    pub(super) fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)> {
        let named = |option: &Opt| Some((parts.slot(&option.id), option.misconception.as_ref()?.id.clone()?));
        self.0.iter().filter_map(named).collect()
    }

    /// As many as there are right ones.
    pub(super) fn shares(&self) -> usize {
        self.0.iter().filter(|option| option.correct).count()
    }

    /// Exactly the right ones; per part each wrong one takes a right one away.
    pub(super) fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        let key = self.right(parts);
        let taken: Vec<u64> = match &response[0] {
            Value::Array(slots) => slots.iter().filter_map(Value::as_u64).collect(),
            one => one.as_u64().into_iter().collect(),
        };
        let right = key.iter().filter(|slot| taken.contains(&u64::from(**slot))).count();
        let wrong = taken.len() - right;
        match marking {
            Marking::AllOrNothing => share(points, usize::from(right == key.len() && wrong == 0), 1),
            Marking::PerPart => share(points, right.saturating_sub(wrong), key.len()),
        }
    }
}
