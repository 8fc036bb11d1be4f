//! `choice`: one or several of a list.

use serde_json::{Value, json};

use super::options::{self, Opt, Options};
use super::rules::part_count;
use super::step::What;
use super::{Belief, Body, Interaction, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, Record, record, rules};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "choice",
    example: "id: next\ntype: choice\nprompt: What comes after raw meat?\noptions:\n  - {id: wash, text: Wash your hands, correct: true}\n  - {id: wipe, text: Wipe your hands}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: true,
    built: true,
    decode,
};

const OPTIONS: What = What { one: "option", many: "options" };

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
    options: Options,
    keep_last: Option<Id>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let written: Vec<Written> = record.required("options", cx);
    let whole = found == cx.errors() && record.node("options").is_some();
    check(record, whole, &written, cx);
    let mut keep_last = None;
    let mut lowered = Vec::new();
    for Written { id, text, correct, keep_last: last, misconception, feedback } in written {
        let Some(id) = rules::checked(&id, Id::parse, cx) else { continue };
        keep_last = keep_last.or_else(|| last.then(|| id.clone()));
        lowered.push(Opt { id, text, correct, misconception, feedback });
    }
    (found == cx.errors()).then(|| Box::new(Choice { options: Options(lowered), keep_last }) as Box<dyn Body>)
}

fn check(record: &Record<'_>, whole: bool, written: &[Written], cx: &mut Cx) {
    let at = record.node("options").map_or(record.mark(), crate::yaml::Node::mark);
    let told: Vec<(&Named, &Inline, bool)> = written.iter().map(|option| (&option.id, &option.text, option.correct)).collect();
    options::check(OPTIONS, whole, &told, at, cx);
    let mut last = written.iter().filter(|option| option.keep_last);
    if let (Some(first), Some(second)) = (last.next(), last.next()) {
        cx.push(part_count::last_twice(second.id.span, first.id.span));
    }
}

impl Body for Choice {
    fn parts(&self) -> Vec<&Id> {
        self.options.ids()
    }

    fn keep_last(&self) -> Option<&Id> {
        self.keep_last.as_ref()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        self.options.shapes(parts)
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({"options": self.options.structure(parts)})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"options": self.options.wording(parts)})
    }

    fn key(&self, parts: &dyn Parts) -> Value {
        self.options.key(parts)
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        self.options.interaction(parts)
    }

    /// `{"several": bool, "options": [{"slot", "id", "html", "feedback": html or null}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        self.options.view(parts, links)
    }

    fn options(&self) -> Vec<(&Id, &Inline)> {
        self.options.0.iter().map(|option| (&option.id, &option.text)).collect()
    }

    fn references(&self) -> Vec<&Reference> {
        self.options.references()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.options.beliefs()
    }

    fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)> {
        self.options.misconceptions(parts)
    }

    fn shares(&self) -> usize {
        self.options.shares()
    }

    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        self.options.mark(response, marking, points, parts)
    }
}
