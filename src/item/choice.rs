//! `choice`: one or several of a list.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::mark::share;
use super::rules::{self as item_rules, equal_options, no_right_option, part_count};
use super::{Belief, Body, Component, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, Record, record, rules};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "choice",
    example: "id: next\ntype: choice\nprompt: What comes after raw meat?\noptions:\n  - {id: wash, text: Wash your hands, correct: true}\n  - {id: wipe, text: Wipe your hands}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    decode,
};

/// SCORM 1.2 RTE 3.4.7: an option is one character, a-z or 0-9.
const TOKENS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

record! {
    /// An option as written.
    pub(super) struct Written as "an option" {
        /// Its id.
        pub id: Named = required,
        /// What it says.
        pub text: Inline = required,
        /// Whether it is right.
        pub correct: bool = default,
        /// Whether it stays last in a drawn order.
        pub keep_last: bool = default,
        /// What who takes it believes.
        pub misconception: Belief = optional,
        /// What is said to who takes it.
        pub feedback: Inline = optional,
    }
}

#[derive(Debug)]
struct Choice {
    options: Vec<Opt>,
}

#[derive(Debug)]
struct Opt {
    id: Id,
    text: Inline,
    correct: bool,
    keep_last: bool,
    misconception: Option<Belief>,
    feedback: Option<Inline>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.diagnostics.len();
    let written: Vec<Written> = record.required("options", cx);
    if found == cx.diagnostics.len() {
        check(record, &written, cx);
    }
    let options: Vec<Opt> = written.into_iter().filter_map(|option| lower(option, cx)).collect();
    (found == cx.diagnostics.len()).then(|| Box::new(Choice { options }) as Box<dyn Body>)
}

fn lower(option: Written, cx: &mut Cx) -> Option<Opt> {
    let id = rules::checked(&option.id, Id::parse, cx)?;
    let Written { text, correct, keep_last, misconception, feedback, .. } = option;
    Some(Opt { id, text, correct, keep_last, misconception, feedback })
}

fn check(record: &Record<'_>, options: &[Written], cx: &mut Cx) {
    let at = record.node("options").map_or(record.mark(), crate::yaml::Node::mark);
    part_count::check("options", options.len(), TOKENS.len(), at, cx);
    if !options.is_empty() && !options.iter().any(|option| option.correct) {
        cx.push(no_right_option::none(at));
    }
    let mut ids = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for option in options {
        if let Some(first) = ids.insert(option.id.value.to_ascii_lowercase(), option.id.span) {
            cx.push(item_rules::taken_id("option", &option.id, first));
        }
        let text = option.text.plain().split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(first) = texts.insert(text, option.text.span()) {
            cx.push(equal_options::equal(option.text.span(), first));
        }
    }
    let mut last = options.iter().filter(|option| option.keep_last);
    if let (Some(first), Some(second)) = (last.next(), last.next()) {
        cx.push(part_count::last_twice(second.id.span, first.id.span));
    }
}

impl Choice {
    fn several(&self) -> bool {
        self.options.iter().filter(|option| option.correct).count() > 1
    }

    /// Slots of the right options, ascending.
    fn right(&self, parts: &dyn Parts) -> Vec<u32> {
        let mut slots: Vec<u32> = self.options.iter().filter(|option| option.correct).map(|option| parts.slot(&option.id)).collect();
        slots.sort_unstable();
        slots
    }

    /// For each slot the character of SCORM 1.2 and the id of xAPI. A slot past the 36th takes what no other has.
    fn tokens(&self, parts: &dyn Parts) -> BTreeMap<u32, (char, String)> {
        let own = |slot: u32| TOKENS.get(slot as usize).copied();
        let slots: BTreeMap<u32, &Id> = self.options.iter().map(|option| (parts.slot(&option.id), &option.id)).collect();
        let mut free = TOKENS.iter().copied().filter(|token| !slots.keys().any(|slot| own(*slot) == Some(*token)));
        let mut tokens = BTreeMap::new();
        for (&slot, id) in &slots {
            if let Some(token) = own(slot).or_else(|| free.next()) {
                tokens.insert(slot, (char::from(token), parts.public_id(id)));
            }
        }
        tokens
    }
}

impl Body for Choice {
    fn parts(&self) -> Vec<&Id> {
        self.options.iter().map(|option| &option.id).collect()
    }

    fn keep_last(&self) -> Option<&Id> {
        self.options.iter().find(|option| option.keep_last).map(|option| &option.id)
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        vec![if self.several() { Shape::Subset(parts.bound()) } else { Shape::OneOf(parts.bound()) }]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        let options: BTreeMap<String, bool> = self.options.iter().map(|option| (parts.public_id(&option.id), option.correct)).collect();
        json!({"options": options})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        let options: BTreeMap<String, String> =
            self.options.iter().map(|option| (parts.public_id(&option.id), option.text.plain())).collect();
        json!({"options": options})
    }

    fn key(&self, parts: &dyn Parts) -> Value {
        json!({"correct": self.right(parts)})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        let tokens = self.tokens(parts);
        let right: Vec<&(char, String)> = self.right(parts).iter().filter_map(|slot| tokens.get(slot)).collect();
        Interaction {
            kind: InteractionKind::Choice,
            // SCORM 1.2 RTE 3.4.7: characters joined by commas. xAPI 1.0.3 Data 2.4.4.1: ids joined by [,].
            scorm12: vec![right.iter().map(|(token, _)| token.to_string()).collect::<Vec<_>>().join(",")],
            xapi: Some(vec![right.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>().join("[,]")]),
            choices: self
                .options
                .iter()
                .map(|option| Component { id: parts.public_id(&option.id), description: option.text.plain() })
                .collect(),
            tokens,
        }
    }

    /// `{"several": bool, "options": [{"slot", "id", "html", "feedback": html or null}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let options: Vec<Value> = self
            .options
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

    fn references(&self) -> Vec<&Reference> {
        let texts = self.options.iter().flat_map(|option| std::iter::once(&option.text).chain(&option.feedback));
        texts.flat_map(Inline::references).collect()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.options.iter_mut().filter_map(|option| option.misconception.as_mut()).collect()
    }

    fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)> {
        let named = |option: &Opt| Some((parts.slot(&option.id), option.misconception.as_ref()?.id.clone()?));
        self.options.iter().filter_map(named).collect()
    }

    fn shares(&self) -> usize {
        self.options.iter().filter(|option| option.correct).count()
    }

    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
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
