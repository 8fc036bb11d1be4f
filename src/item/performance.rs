//! `performance`: steps that the learner does at work, and logs here; nobody marks them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::step::{self, Step, What};
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "performance",
    example: "id: at-work\ntype: performance\nprompt: Do these at your next shift, and tick what you have done.\nsteps:\n  - {id: before, text: Washed before the shift}\n  - {id: after, text: Washed after raw meat}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: false,
    built: false,
    decode,
};

const STEPS: What = What { one: "step", many: "steps" };

#[derive(Debug)]
struct Performance {
    steps: Vec<Step>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let steps = step::read(record, "steps", STEPS, 1, cx);
    (found == cx.errors() && !steps.is_empty()).then(|| Box::new(Performance { steps }) as Box<dyn Body>)
}

impl Body for Performance {
    fn parts(&self) -> Vec<&Id> {
        self.steps.iter().map(|step| &step.id).collect()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        vec![Shape::Flags(parts.bound())]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({"steps": self.steps.iter().map(|step| parts.public_id(&step.id)).collect::<std::collections::BTreeSet<_>>()})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"steps": step::wording(self.steps.iter(), parts)})
    }

    /// `{}`: nobody marks it.
    fn key(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        Interaction {
            kind: InteractionKind::Performance,
            // A log has no right answer: xAPI 1.0.3 Data 2.4.4.1 leaves the pattern out.
            scorm12: Vec::new(),
            xapi: None,
            components: BTreeMap::from([("steps", step::components(self.steps.iter().map(|step| (&step.id, &step.text)), parts))]),
            tokens: step::tokens(&self.steps.iter().map(|step| &step.id).collect::<Vec<_>>(), parts),
        }
    }

    /// `{"steps": [{"slot", "id", "html"}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        json!({"steps": step::view(&self.steps, parts, links)})
    }

    fn references(&self) -> Vec<&Reference> {
        self.steps.iter().map(|step| &step.text).flat_map(Inline::references).collect()
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
