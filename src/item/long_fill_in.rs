//! `long-fill-in`: a text of some length, which the learner holds against a model answer and a rubric.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::rules::{max_length, part_count};
use super::step::{self, TOKENS, What};
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, Record, Spanned, record, rules};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "long-fill-in",
    example: "id: why\ntype: long-fill-in\nprompt: Why does gel not clean greasy hands?\nmodel_answer: Grease shields germs from the alcohol.\nrubric:\n  - {id: grease, text: Says that grease shields germs, points: 1}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: false,
    built: true,
    decode,
};

const RUBRIC: What = What { one: "point of the rubric", many: "points of a rubric" };
/// Room for a text where the author does not say, in UTF-16 code units.
const LENGTH: u32 = 600;

record! {
    /// A point of the rubric as written.
    struct Written as "a point of a rubric" {
        /// Its id.
        id: Named = required,
        /// What a good answer does.
        text: Inline = required,
        /// What it is worth to the learner; counts nowhere.
        points: Thousandths = optional,
    }
}

#[derive(Debug)]
struct LongFillIn {
    model_answer: Blocks,
    rubric: Vec<Criterion>,
    max_length: u32,
}

/// A point of the rubric.
#[derive(Debug)]
struct Criterion {
    id: Id,
    text: Inline,
    points: Thousandths,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let model_answer: Blocks = record.required("model_answer", cx);
    let written: Vec<Written> = record.optional("rubric", cx).unwrap_or_default();
    let max: Option<Spanned<u32>> = record.optional("max_length", cx);
    let max_length = max.map_or(LENGTH, |max| max_length::checked(&max, cx));
    if let Some(node) = record.node("rubric").filter(|_| found == cx.errors()) {
        part_count::check_least(RUBRIC, written.len(), 0, TOKENS.len(), node.mark(), cx);
    }
    step::distinct_ids(written.iter().map(|one| (RUBRIC, &one.id)), cx);
    let lower = |one: Written| {
        let id = rules::checked(&one.id, Id::parse, cx)?;
        Some(Criterion { id, text: one.text, points: one.points.unwrap_or(Thousandths::ONE) })
    };
    let rubric = written.into_iter().filter_map(lower).collect();
    (found == cx.errors()).then(|| Box::new(LongFillIn { model_answer, rubric, max_length }) as Box<dyn Body>)
}

impl Body for LongFillIn {
    fn parts(&self) -> Vec<&Id> {
        self.rubric.iter().map(|criterion| &criterion.id).collect()
    }

    /// The text, and which points of the rubric the learner found in it, if there is one.
    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        let marked = (!self.rubric.is_empty()).then(|| Shape::Flags(parts.bound()));
        std::iter::once(Shape::Text(self.max_length)).chain(marked).collect()
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({"rubric": self.rubric.iter().map(|criterion| parts.public_id(&criterion.id)).collect::<std::collections::BTreeSet<_>>()})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        let rubric: BTreeMap<String, String> =
            self.rubric.iter().map(|criterion| (parts.public_id(&criterion.id), criterion.text.plain())).collect();
        json!({"model_answer": self.model_answer.plain(), "rubric": rubric})
    }

    /// `{}`: the learner marks it.
    fn key(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn interaction(&self, _parts: &dyn Parts) -> Interaction {
        Interaction {
            // SCORM 1.2 RTE 3.4.7 has no long texts: it is told as fill-in, cut at 255 characters.
            kind: InteractionKind::LongFillIn,
            scorm12: Vec::new(),
            // Any text may be good: xAPI 1.0.3 Data 2.4.4.1 leaves the pattern out.
            xapi: None,
            components: BTreeMap::new(),
            tokens: BTreeMap::new(),
        }
    }

    /// `{"max", "model": html, "rubric": [{"slot", "id", "html", "points", "whole"}]}`; `whole` is the points as a number where they are whole.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let told = |criterion: &Criterion| {
            let Criterion { id, text, points } = criterion;
            let whole = points.0.is_multiple_of(1000).then_some(points.0 / 1000);
            json!({"slot": parts.slot(id), "id": id.as_str(), "html": text.html(links), "points": points.to_string(), "whole": whole})
        };
        json!({"max": self.max_length, "model": self.model_answer.html(links), "rubric": self.rubric.iter().map(told).collect::<Vec<_>>()})
    }

    fn less_in_scorm12(&self) -> Option<(&'static str, &'static str)> {
        Some(("SCORM 1.2 has no long texts", "it is sent as `fill-in`, cut after 255 characters; the course itself keeps the whole text"))
    }

    fn references(&self) -> Vec<&Reference> {
        let rubric = self.rubric.iter().map(|criterion| &criterion.text).flat_map(Inline::references);
        self.model_answer.references().iter().chain(rubric).collect()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        Vec::new()
    }

    fn misconceptions(&self, _parts: &dyn Parts) -> Vec<(u32, Id)> {
        Vec::new()
    }

    fn mark(&self, _response: &Value, _marking: Marking, _points: Thousandths, _parts: &dyn Parts) -> Thousandths {
        Thousandths(0)
    }
}
