//! What likert and performance are: steps of which nobody says that they are right.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::step::{self, Step, What};
use super::{Belief, Body, Interaction, InteractionKind, Marking, Parts, Shape};
use crate::content::{Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

/// How a type of this kind differs from the others.
#[derive(Debug)]
pub(super) struct Unmarked {
    /// The key of its steps, in the source and in all that is made of it.
    pub(super) key: &'static str,
    /// What they are called.
    pub(super) what: What,
    /// How many there are at least.
    pub(super) least: usize,
    /// The shape of a response, of one more than the highest slot of a step.
    pub(super) shape: fn(u32) -> Shape,
    /// How it reports.
    pub(super) kind: InteractionKind,
}

#[derive(Debug)]
struct Steps {
    of: &'static Unmarked,
    steps: Vec<Step>,
}

impl Unmarked {
    /// Reads the steps; `None` where something is wrong, which has been said.
    pub(super) fn read(&'static self, record: &Record<'_>, cx: &mut Cx) -> Option<Box<dyn Body>> {
        let found = cx.errors();
        let steps = step::read(record, self.key, self.what, self.least, cx);
        (found == cx.errors() && !steps.is_empty()).then(|| Box::new(Steps { of: self, steps }) as Box<dyn Body>)
    }
}

impl Body for Steps {
    fn parts(&self) -> Vec<&Id> {
        self.steps.iter().map(|step| &step.id).collect()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        vec![(self.of.shape)(parts.bound())]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        json!({self.of.key: self.steps.iter().map(|step| parts.public_id(&step.id)).collect::<BTreeSet<_>>()})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({self.of.key: step::wording(self.steps.iter(), parts)})
    }

    /// `{}`: nothing is right, or nobody says what is.
    fn key(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        Interaction {
            kind: self.of.kind,
            // SCORM 1.2 RTE 3.4.7 and xAPI 1.0.3 Data 2.4.4.1: a survey and a log have no right answer, so there is no pattern.
            scorm12: Vec::new(),
            xapi: None,
            components: BTreeMap::from([(self.of.key, step::components(self.steps.iter().map(|step| (&step.id, &step.text)), parts))]),
            tokens: step::tokens(&self.steps.iter().map(|step| &step.id).collect::<Vec<_>>(), parts),
        }
    }

    /// `{KEY: [{"slot", "id", "html"}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        json!({self.of.key: step::view(&self.steps, parts, links)})
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
