//! `sequencing`: steps into their right order.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::mark::share;
use super::step::{self, Step, What};
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "sequencing",
    example: "id: wash\ntype: sequencing\nprompt: Put the steps into their order.\nsteps:\n  - {id: wet, text: Wet your hands}\n  - {id: rub, text: Rub with soap}\n  - {id: dry, text: Dry them}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: true,
    built: true,
    decode,
};

const STEPS: What = What { one: "step", many: "steps" };

#[derive(Debug)]
struct Sequencing {
    /// In the right order.
    steps: Vec<Step>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let steps = step::read(record, "steps", STEPS, 2, cx);
    (found == cx.errors() && !steps.is_empty()).then(|| Box::new(Sequencing { steps }) as Box<dyn Body>)
}

impl Sequencing {
    /// The steps by what they say; where that is the right order, the first comes last.
    fn shown(&self) -> Vec<&Step> {
        let mut shown: Vec<&Step> = self.steps.iter().collect();
        shown.sort_by_key(|step| step.text.plain().to_lowercase());
        if shown.iter().map(|step| &step.id).eq(self.steps.iter().map(|step| &step.id)) {
            shown.rotate_left(1);
        }
        shown
    }

    fn slots(&self, parts: &dyn Parts) -> Vec<u32> {
        step::slots(self.steps.iter().map(|step| &step.id), parts)
    }

    /// The right order; each step is the place of its slot among the slots.
    fn right(&self, parts: &dyn Parts) -> Vec<usize> {
        let slots = self.slots(parts);
        self.steps.iter().filter_map(|step| slots.iter().position(|slot| *slot == parts.slot(&step.id))).collect()
    }
}

impl Body for Sequencing {
    fn parts(&self) -> Vec<&Id> {
        self.shown().into_iter().map(|step| &step.id).collect()
    }

    /// A step that is not the last of the right order, by what the steps say and not by their order: so no drawn order is the right one.
    fn keep_last(&self) -> Option<&Id> {
        let (_, before) = self.steps.split_last()?;
        self.shown().into_iter().map(|step| &step.id).rfind(|id| before.iter().any(|step| step.id == **id))
    }

    fn shapes(&self, _parts: &dyn Parts) -> Vec<Shape> {
        vec![Shape::Order(u32::try_from(self.steps.len()).unwrap_or(u32::MAX))]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({"steps": self.steps.iter().map(|step| parts.public_id(&step.id)).collect::<Vec<_>>()})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"steps": step::wording(self.steps.iter(), parts)})
    }

    /// `{"steps": [slots, ascending], "correct": [places in that list, in the right order]}`.
    fn key(&self, parts: &dyn Parts) -> Value {
        json!({"steps": self.slots(parts), "correct": self.right(parts)})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        let ids: Vec<&Id> = self.steps.iter().map(|step| &step.id).collect();
        let tokens = step::tokens(&ids, parts);
        let right: Vec<&(char, String)> = ids.iter().filter_map(|id| tokens.get(&parts.slot(id))).collect();
        Interaction {
            kind: InteractionKind::Sequencing,
            // SCORM 1.2 RTE 3.4.7: characters in their order, joined by commas. xAPI 1.0.3 Data, appendix C: ids joined by [,].
            scorm12: vec![right.iter().map(|(token, _)| token.to_string()).collect::<Vec<_>>().join(",")],
            xapi: Some(vec![right.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>().join("[,]")]),
            components: BTreeMap::from([("choices", step::components(self.shown().into_iter().map(|step| (&step.id, &step.text)), parts))]),
            tokens,
        }
    }

    /// `{"steps": [{"slot", "id", "html", "place"}]}`, never in the right order; `place` is the number in a response.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let slots = self.slots(parts);
        let told = |step: &Step| {
            let slot = parts.slot(&step.id);
            json!({"slot": slot, "id": step.id.as_str(), "html": step.text.html(links), "place": slots.iter().position(|known| *known == slot)})
        };
        json!({"steps": self.shown().into_iter().map(told).collect::<Vec<_>>()})
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

    fn shares(&self) -> usize {
        self.steps.len() - 1
    }

    /// The whole order; per part each step that comes straight after the one before it.
    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        let key = self.right(parts);
        let given: Vec<u64> = response[0].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let follows = |pair: &[usize]| given.windows(2).any(|two| two[0] == pair[0] as u64 && two[1] == pair[1] as u64);
        let right = key.windows(2).filter(|pair| follows(pair)).count();
        match marking {
            Marking::AllOrNothing => share(points, usize::from(right + 1 == key.len() && given.len() == key.len()), 1),
            Marking::PerPart => share(points, right, key.len() - 1),
        }
    }
}
