//! `likert`: one step of a scale; none is right.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::step::{self, Step, What};
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "likert",
    example: "id: sure\ntype: likert\nprompt: How sure do you feel about washing hands at work?\nscale:\n  - {id: not-yet, text: Not yet}\n  - {id: mostly, text: Mostly}\n  - {id: fully, text: Fully}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: false,
    built: true,
    decode,
};

const SCALE: What = What { one: "step", many: "steps of a scale" };

#[derive(Debug)]
struct Likert {
    scale: Vec<Step>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let scale = step::read(record, "scale", SCALE, 2, cx);
    (found == cx.errors() && !scale.is_empty()).then(|| Box::new(Likert { scale }) as Box<dyn Body>)
}

impl Body for Likert {
    fn parts(&self) -> Vec<&Id> {
        self.scale.iter().map(|step| &step.id).collect()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        vec![Shape::OneOf(parts.bound())]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({"scale": self.scale.iter().map(|step| parts.public_id(&step.id)).collect::<std::collections::BTreeSet<_>>()})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"scale": step::wording(self.scale.iter(), parts)})
    }

    /// `{}`: nothing is right.
    fn key(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        Interaction {
            kind: InteractionKind::Likert,
            // SCORM 1.2 RTE 3.4.7 and xAPI 1.0.3 Data 2.4.4.1: a survey has no right answer, so there is no pattern.
            scorm12: Vec::new(),
            xapi: None,
            components: BTreeMap::from([("scale", step::components(self.scale.iter().map(|step| (&step.id, &step.text)), parts))]),
            tokens: step::tokens(&self.scale.iter().map(|step| &step.id).collect::<Vec<_>>(), parts),
        }
    }

    /// `{"scale": [{"slot", "id", "html"}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        json!({"scale": step::view(&self.scale, parts, links)})
    }

    fn references(&self) -> Vec<&Reference> {
        self.scale.iter().map(|step| &step.text).flat_map(Inline::references).collect()
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
