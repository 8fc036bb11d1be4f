//! `numeric`: a number in a range.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::decimal::{Decimal, end, readings};
use super::mark::share;
use super::rules::{numeric_range, wrong_is_right};
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Line, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Entry, Node, Record, Spanned, record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "numeric",
    example: "id: fridge\ntype: numeric\nprompt: How warm may a fridge for food be at most?\nanswer: 5\nunit: °C\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: true,
    built: true,
    decode,
};

/// Numbers with more digits before the point are refused by some LMSs in SCORM 2004: Moodle, `CMIDecimal`.
const FARTHEST_KEPT: f64 = 100_000.0;

record! {
    /// A range as written.
    struct Range as "`range`" {
        /// The smallest right answer.
        min: Spanned<Decimal> = optional,
        /// The largest.
        max: Spanned<Decimal> = optional,
    }
}

record! {
    /// A typical wrong answer as written.
    pub(super) struct WrittenWrong as "a wrong answer" {
        /// The answer.
        pub answer: Spanned<Decimal> = required,
        /// What who gives it believes.
        pub misconception: Belief = optional,
        /// What is said to who gives it.
        pub feedback: Inline = optional,
    }
}

#[derive(Debug)]
struct Numeric {
    /// The one right answer; `None` where a range was given.
    answer: Option<Decimal>,
    min: Option<Decimal>,
    max: Option<Decimal>,
    unit: Option<Line>,
    wrong: Vec<Wrong>,
}

#[derive(Debug)]
struct Wrong {
    answer: Decimal,
    misconception: Option<Belief>,
    feedback: Option<Inline>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let range = record.entry("range");
    let tolerance = record.node("tolerance");
    let (answer, min, max) = match range {
        Some(range) => within(range, record, tolerance, cx),
        None => {
            let answer: Spanned<Decimal> = record.required("answer", cx);
            let off = tolerance.and_then(|node| off(node, answer.value, cx)).unwrap_or_default();
            (Some(answer.value), Some(answer.value.minus(off)), Some(answer.value.plus(off)))
        }
    };
    let (unit, written): (Option<Line>, Vec<WrittenWrong>) =
        (record.optional("unit", cx), record.optional("wrong", cx).unwrap_or_default());
    let mut body = Numeric { answer, min, max, unit, wrong: Vec::new() };
    // Without a sound range nothing can be said of a wrong answer; with a missing number neither.
    let sound = found == cx.errors();
    for WrittenWrong { answer, misconception, feedback } in written {
        if sound {
            let right = body.holds(answer.value.float());
            let twice = body.wrong.iter().any(|known| known.answer == answer.value);
            wrong_is_right::check(&answer, right, twice, cx);
        }
        body.wrong.push(Wrong { answer: answer.value, misconception, feedback });
    }
    (found == cx.errors()).then(|| Box::new(body) as Box<dyn Body>)
}

/// The ends of `range`; neither `answer` nor `tolerance` stands beside it.
fn within(
    range: &Entry,
    record: &Record<'_>,
    tolerance: Option<&Node>,
    cx: &mut Cx,
) -> (Option<Decimal>, Option<Decimal>, Option<Decimal>) {
    if let Some(other) = record.entry("answer").map(|entry| entry.key.span).or_else(|| tolerance.map(Node::mark)) {
        cx.push(numeric_range::both(other, range.key.span));
    }
    let read = cx.errors();
    let Range { min, max } = crate::yaml::Decode::decode(&range.value, cx).unwrap_or_default();
    match (&min, &max) {
        (None, None) if read == cx.errors() => cx.push(numeric_range::endless(range.key.span)),
        (Some(min), Some(max)) if min.value > max.value => cx.push(numeric_range::crossed(min, max)),
        _ => {}
    }
    (None, min.map(|end| end.value), max.map(|end| end.value))
}

/// How far from `answer` is right still: `0.5`, or `5%` of it.
fn off(node: &Node, answer: Decimal, cx: &mut Cx) -> Option<Decimal> {
    let percent = node.plain().and_then(|text| Some((text, Decimal::parse(text.text.strip_suffix('%')?.trim_end()))));
    let off = match percent {
        Some((text, Ok(percent))) => Spanned { value: answer.share(percent), span: text.span },
        Some((text, Err(look))) => {
            cx.push(numeric_range::form(&text.text, look, text.span));
            return None;
        }
        None => crate::yaml::Decode::decode(node, cx)?,
    };
    let negative = node.plain().is_some_and(|text| text.text.starts_with('-')) || off.value.is_negative();
    if negative {
        cx.push(numeric_range::negative(off.span));
    }
    Some(off.value)
}

impl Numeric {
    /// Whether `number` is in the range, its ends included.
    fn holds(&self, number: f64) -> bool {
        self.min.is_none_or(|min| min.float() <= number) && self.max.is_none_or(|max| number <= max.float())
    }

    /// The number that alone is right, if there is one.
    fn only(&self) -> Option<Decimal> {
        self.min.filter(|min| self.max == Some(*min))
    }

    /// What would have been right, in figures.
    fn shown(&self) -> String {
        let figures = match (self.answer, self.min, self.max) {
            (Some(answer), ..) => answer.to_string(),
            (None, Some(min), Some(max)) if min == max => min.to_string(),
            (None, Some(min), Some(max)) => format!("{min} – {max}"),
            (None, Some(min), None) => format!("≥ {min}"),
            (None, None, Some(max)) => format!("≤ {max}"),
            (None, None, None) => String::new(),
        };
        match &self.unit {
            Some(unit) => format!("{figures} {}", unit.text),
            None => figures,
        }
    }
}

impl Body for Numeric {
    fn parts(&self) -> Vec<&Id> {
        Vec::new()
    }

    fn shapes(&self, _parts: &dyn Parts) -> Vec<Shape> {
        vec![Shape::Decimal]
    }

    fn structure(&self, _parts: &dyn Parts) -> Value {
        let text = |end: Option<Decimal>| end.map(|end| end.to_string());
        json!({"min": text(self.min), "max": text(self.max)})
    }

    fn wording(&self, _parts: &dyn Parts) -> Value {
        json!({"unit": self.unit.as_ref().map(|unit| &unit.text)})
    }

    /// `{"min": number or null, "max", "shown", "wrong": [{"value", "misconception" or absent}]}`.
    fn key(&self, _parts: &dyn Parts) -> Value {
        let wrong = |wrong: &Wrong| {
            let mut value = json!({"value": wrong.answer.number()});
            if let Some(id) = wrong.misconception.as_ref().and_then(|belief| belief.id.as_ref()) {
                value["misconception"] = json!(id.as_str());
            }
            value
        };
        json!({"min": end(self.min), "max": end(self.max), "shown": self.shown(), "wrong": self.wrong.iter().map(wrong).collect::<Vec<_>>()})
    }

    fn interaction(&self, _parts: &dyn Parts) -> Interaction {
        let text = |end: Option<Decimal>| end.map_or_else(String::new, |end| end.to_string());
        let only = self.only().map(|only| only.to_string());
        Interaction {
            kind: InteractionKind::Numeric,
            // SCORM 1.2 RTE 3.4.7: one CMIDecimal; it has no ranges. xAPI 1.0.3 Data, appendix C: min[:]max, either may be left out.
            scorm12: only.clone().into_iter().collect(),
            xapi: Some(vec![only.unwrap_or_else(|| format!("{}[:]{}", text(self.min), text(self.max)))]),
            components: BTreeMap::new(),
            tokens: BTreeMap::new(),
        }
    }

    /// `{"unit": text or null, "signed": whether a minus may be typed, "wrong": [html or null]}`.
    fn view(&self, _parts: &dyn Parts, links: &dyn Links) -> Value {
        let wrong: Vec<Option<String>> =
            self.wrong.iter().map(|wrong| wrong.feedback.as_ref().map(|feedback| feedback.html(links))).collect();
        let ends = [self.min, self.max].into_iter().flatten();
        let signed = ends.chain(self.wrong.iter().map(|wrong| wrong.answer)).any(Decimal::is_negative);
        json!({"unit": self.unit.as_ref().map(|unit| &unit.text), "signed": signed, "wrong": wrong})
    }

    fn less_in_scorm12(&self) -> Option<(&'static str, &'static str)> {
        let told = ("SCORM 1.2 has no words for a range of right answers", "its result is sent, but not what would have been right");
        self.only().is_none().then_some(told)
    }

    fn less_in_scorm2004(&self) -> Option<(&'static str, &'static str)> {
        let ends = [self.min, self.max];
        if ends.iter().flatten().any(|end| end.float().abs() >= FARTHEST_KEPT) {
            return Some((
                "some LMSs keep no number above 99999 in SCORM 2004",
                "learners get their points all the same; ask for it in a larger unit, such as thousands, if the record matters",
            ));
        }
        ends.contains(&None).then_some((
            "SCORM 2004 records no range that is open at one end",
            "it is recorded as a range that ends at 99999; learners notice nothing",
        ))
    }

    fn references(&self) -> Vec<&Reference> {
        self.wrong.iter().filter_map(|wrong| wrong.feedback.as_ref()).flat_map(Inline::references).collect()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.wrong.iter_mut().filter_map(|wrong| wrong.misconception.as_mut()).collect()
    }

    fn misconceptions(&self, _parts: &dyn Parts) -> Vec<(u32, Id)> {
        self.wrong.iter().filter_map(|wrong| wrong.misconception.as_ref()?.id.clone()).map(|id| (0, id)).collect()
    }

    fn mark(&self, response: &Value, _marking: Marking, points: Thousandths, _parts: &dyn Parts) -> Thousandths {
        let typed = response[0].as_str().unwrap_or_default();
        share(points, usize::from(readings(typed).into_iter().any(|number| self.holds(number))), 1)
    }
}
