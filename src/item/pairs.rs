//! What matching and categorise are: each source goes to one target.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::mark::share;
use super::rules::{equal_options, part_count, unknown_part};
use super::step::{self, Step, TOKENS, What};
use super::{Belief, Body, Component, Interaction, InteractionKind, Marking, Parts, Shape};
use crate::content::{Inline, Links, Reference};
use crate::diag::Span;
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, rules};

/// The characters of sources in SCORM 1.2, so that a pair reads `1.a`. RTE 3.4.7.
const NUMBERS: &[u8; 36] = b"1234567890abcdefghijklmnopqrstuvwxyz";

/// How a part is told in a response: its character in SCORM 1.2, its public id.
type Token = (char, String);

/// A source as written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) id: Named,
    pub(super) text: Inline,
    pub(super) target: Named,
}

/// What stands where, and its name.
pub(super) struct Side {
    pub(super) what: What,
    pub(super) at: Span,
}

#[derive(Debug)]
struct Source {
    step: Step,
    target: Id,
}

/// Sources and targets, each in the author's order.
#[derive(Debug)]
pub(super) struct Pairs {
    sources: Vec<Source>,
    targets: Vec<Step>,
    /// Whether targets are shown sorted by what they say, so that their order tells nothing.
    sorted: bool,
}

impl Pairs {
    /// Makes pairs; `None` where something is wrong, which has been said. They are counted only where they are `whole`.
    pub(super) fn lower(
        whole: bool,
        sources: (Side, Vec<Written>),
        targets: (Side, Vec<step::Written>),
        sorted: bool,
        cx: &mut Cx,
    ) -> Option<Box<dyn Body>> {
        let found = cx.errors();
        let ((from, sources), (to, targets)) = (sources, targets);
        if whole {
            part_count::check(from.what, sources.len(), TOKENS.len(), from.at, cx);
            part_count::check(to.what, targets.len(), TOKENS.len(), to.at, cx);
        }
        let targets_named = targets.iter().map(|target| (to.what, &target.id));
        step::distinct_ids(sources.iter().map(|source| (from.what, &source.id)).chain(targets_named), cx);
        equal_options::check(from.what, sources.iter().map(|source| &source.text), cx);
        equal_options::check(to.what, targets.iter().map(|target| &target.text), cx);
        let known: Vec<&str> = targets.iter().map(|target| target.id.value.as_str()).collect();
        for source in sources.iter().filter(|source| !source.target.value.is_empty()) {
            if !known.contains(&source.target.value.as_str()) {
                cx.push(unknown_part::unknown(to.what, &source.target, &known));
            }
        }
        let lowered: Vec<Source> = sources.into_iter().filter_map(|source| lower(source, cx)).collect();
        let target = |target: step::Written| rules::checked(&target.id, Id::parse, cx).map(|id| Step { id, text: target.text });
        let targets = targets.into_iter().filter_map(target).collect();
        (whole && found == cx.errors()).then(|| Box::new(Self { sources: lowered, targets, sorted }) as Box<dyn Body>)
    }

    fn source_slots(&self, parts: &dyn Parts) -> Vec<u32> {
        step::slots(self.sources.iter().map(|source| &source.step.id), parts)
    }

    fn target_slots(&self, parts: &dyn Parts) -> Vec<u32> {
        step::slots(self.targets.iter().map(|target| &target.id), parts)
    }

    /// The target's place for each source, both by slot.
    fn right(&self, parts: &dyn Parts) -> Vec<usize> {
        let targets = self.target_slots(parts);
        let mut pairs: Vec<(u32, u32)> =
            self.sources.iter().map(|source| (parts.slot(&source.step.id), parts.slot(&source.target))).collect();
        pairs.sort_unstable();
        pairs.into_iter().filter_map(|(_, target)| targets.iter().position(|slot| *slot == target)).collect()
    }
}

impl Body for Pairs {
    /// Ids of all parts, sources first.
    fn parts(&self) -> Vec<&Id> {
        self.sources.iter().map(|source| &source.step.id).chain(self.targets.iter().map(|target| &target.id)).collect()
    }

    /// A source's number to a target's, both by slot: a structure with other parts is another question.
    fn shapes(&self, _parts: &dyn Parts) -> Vec<Shape> {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        vec![Shape::Map(count(self.sources.len()), count(self.targets.len()))]
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        let pairs: BTreeMap<String, String> =
            self.sources.iter().map(|source| (parts.public_id(&source.step.id), parts.public_id(&source.target))).collect();
        let mut targets: Vec<String> = self.targets.iter().map(|target| parts.public_id(&target.id)).collect();
        targets.sort_unstable();
        json!({"sources": pairs, "targets": targets})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"sources": step::wording(self.sources.iter().map(|source| &source.step), parts), "targets": step::wording(self.targets.iter(), parts)})
    }

    /// `{"sources": [slots, ascending], "targets": [slots, ascending], "correct": [for each source the place of its target], "shown": [what that says]}`.
    fn key(&self, parts: &dyn Parts) -> Value {
        let (targets, correct) = (self.target_slots(parts), self.right(parts));
        let texts: BTreeMap<u32, String> = self.targets.iter().map(|target| (parts.slot(&target.id), target.text.plain())).collect();
        let shown: Vec<&String> = correct.iter().map(|place| &texts[&targets[*place]]).collect();
        json!({"sources": self.source_slots(parts), "targets": targets, "correct": correct, "shown": shown})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        let (sources, targets) = (self.source_slots(parts), self.target_slots(parts));
        let public: BTreeMap<u32, String> = self.parts().into_iter().map(|id| (parts.slot(id), parts.public_id(id))).collect();
        let named = |slots: &[u32], signs: &[u8; 36]| -> Vec<(u32, Token)> {
            slots.iter().zip(signs).map(|(slot, sign)| (*slot, (char::from(*sign), public[slot].clone()))).collect()
        };
        let (from, to) = (named(&sources, NUMBERS), named(&targets, TOKENS));
        let pairs: Vec<(&Token, &Token)> = from.iter().zip(self.right(parts)).map(|(source, target)| (&source.1, &to[target].1)).collect();
        let join = |pair: &dyn Fn(&Token, &Token) -> String, between: &str| {
            pairs.iter().map(|(source, target)| pair(source, target)).collect::<Vec<_>>().join(between)
        };
        let told = |steps: &mut dyn Iterator<Item = &Step>| -> Vec<Component> {
            step::components(steps.map(|step| (&step.id, &step.text)), parts)
        };
        Interaction {
            kind: InteractionKind::Matching,
            // SCORM 1.2 RTE 3.4.7: pairs of characters, 1.a,2.b. xAPI 1.0.3 Data, appendix C: source[.]target, pairs joined by [,].
            scorm12: vec![join(&|source, target| format!("{}.{}", source.0, target.0), ",")],
            xapi: Some(vec![join(&|source, target| format!("{}[.]{}", source.1, target.1), "[,]")]),
            components: BTreeMap::from([
                ("source", told(&mut self.sources.iter().map(|source| &source.step))),
                ("target", told(&mut self.targets.iter())),
            ]),
            tokens: from.into_iter().chain(to).collect(),
        }
    }

    /// `{"sources": [{"slot", "place", "id", "html"}], "targets": [...]}`, in the author's order, or sorted by what targets say;
    /// `place` is the number in a response. Texts of targets are plain too, for a list of options: `"text"`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let side = |step: &Step, slots: &[u32]| {
            let slot = parts.slot(&step.id);
            let place = slots.iter().position(|known| *known == slot);
            json!({"slot": slot, "place": place, "id": step.id.as_str(), "html": step.text.html(links), "text": step.text.plain()})
        };
        let (from, to) = (self.source_slots(parts), self.target_slots(parts));
        let mut targets: Vec<&Step> = self.targets.iter().collect();
        if self.sorted {
            targets.sort_by_key(|target| target.text.plain().to_lowercase());
        }
        json!({
            "sources": self.sources.iter().map(|source| side(&source.step, &from)).collect::<Vec<_>>(),
            "targets": targets.into_iter().map(|target| side(target, &to)).collect::<Vec<_>>(),
        })
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        Vec::new()
    }

    fn misconceptions(&self, _parts: &dyn Parts) -> Vec<(u32, Id)> {
        Vec::new()
    }

    fn references(&self) -> Vec<&Reference> {
        let texts = self.sources.iter().map(|source| &source.step.text).chain(self.targets.iter().map(|target| &target.text));
        texts.flat_map(Inline::references).collect()
    }

    /// As many as there are sources.
    fn shares(&self) -> usize {
        self.sources.len()
    }

    /// Right sources over all of them.
    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        let key = self.right(parts);
        let chosen = |at: usize| response[0][at].as_u64();
        let right = key.iter().enumerate().filter(|(at, target)| chosen(*at) == Some(**target as u64)).count();
        match marking {
            Marking::AllOrNothing => share(points, usize::from(right == key.len()), 1),
            Marking::PerPart => share(points, right, key.len()),
        }
    }
}

fn lower(source: Written, cx: &mut Cx) -> Option<Source> {
    let id = rules::checked(&source.id, Id::parse, cx)?;
    let target = Id::parse(&source.target.value).ok()?;
    Some(Source { step: Step { id, text: source.text }, target })
}
