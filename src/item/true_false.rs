//! `true-false`: a statement that is true or not.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::mark::share;
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "true-false",
    example: "id: dry\ntype: true-false\nprompt: Dry hands pass on fewer germs than wet hands.\nanswer: true\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: true,
    built: true,
    decode,
};

#[derive(Debug)]
struct TrueFalse {
    answer: bool,
    misconception: Option<Belief>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let told = record.node("answer").is_some();
    let answer = if told { record.optional("answer", cx) } else { Some(record.required("answer", cx)) };
    let misconception = record.optional("misconception", cx);
    answer.map(|answer| Box::new(TrueFalse { answer, misconception }) as Box<dyn Body>)
}

impl Body for TrueFalse {
    fn parts(&self) -> Vec<&Id> {
        Vec::new()
    }

    fn shapes(&self, _parts: &dyn Parts) -> Vec<Shape> {
        vec![Shape::OneOf(2)]
    }

    fn structure(&self, _parts: &dyn Parts) -> Value {
        json!({"answer": self.answer})
    }

    fn wording(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn key(&self, _parts: &dyn Parts) -> Value {
        json!({"correct": u32::from(self.answer)})
    }

    fn interaction(&self, _parts: &dyn Parts) -> Interaction {
        let token = |truth: bool| if truth { ('t', "true") } else { ('f', "false") };
        let (scorm12, xapi) = token(self.answer);
        Interaction {
            kind: InteractionKind::TrueFalse,
            // SCORM 1.2 RTE 3.4.7: t or f. xAPI 1.0.3 Data 2.4.4.1: true or false.
            scorm12: vec![scorm12.to_string()],
            xapi: Some(vec![xapi.to_owned()]),
            components: BTreeMap::new(),
            tokens: BTreeMap::from([false, true].map(|truth| (u32::from(truth), (token(truth).0, token(truth).1.to_owned())))),
        }
    }

    /// `{}`: the words are the theme's.
    fn view(&self, _parts: &dyn Parts, _links: &dyn Links) -> Value {
        json!({})
    }

    fn references(&self) -> Vec<&Reference> {
        Vec::new()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.misconception.iter_mut().collect()
    }

    fn misconceptions(&self, _parts: &dyn Parts) -> Vec<(u32, Id)> {
        self.misconception.iter().filter_map(|belief| belief.id.clone()).map(|id| (u32::from(!self.answer), id)).collect()
    }

    fn mark(&self, response: &Value, _marking: Marking, points: Thousandths, _parts: &dyn Parts) -> Thousandths {
        share(points, usize::from(response[0].as_u64() == Some(u64::from(self.answer))), 1)
    }
}
