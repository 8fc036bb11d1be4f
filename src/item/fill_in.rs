//! `fill-in`: text that the learner types, in one blank or several.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fold::{Ignore, reported};
use super::mark::share;
use super::pattern::Pattern;
use super::{Belief, Body, Interaction, InteractionKind, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Record};

mod read;

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "fill-in",
    example: "id: seconds\ntype: fill-in\nprompt: Rub with soap for at least [[time]] seconds.\nanswers:\n  time: ['20', twenty]\n",
    marking: Marking::PerPart,
    blanks: true,
    marked: true,
    built: true,
    decode,
};

/// So many combinations of accepted answers does a pattern list: SCORM 2004 takes five, and each is a call.
const COMBINATIONS_12: usize = 5;
/// So many combinations at most are worth a list that is exhaustive.
const COMBINATIONS_XAPI: usize = 64;
/// SCORM 1.2 RTE 3.4.7, CMIString255.
const LONGEST_12: usize = 255;
/// SCORM 2004 RTE 4.2.9.1, fill-in: ten strings of 250 characters.
const BLANKS_2004: usize = 10;
const LONGEST_2004: usize = 250;

#[derive(Debug)]
struct FillIn {
    blanks: Vec<Blank>,
    ignore: Ignore,
}

/// A place to type in.
#[derive(Debug)]
struct Blank {
    /// Its id in the prompt; `None` where there is but one, without a name.
    id: Option<Id>,
    /// As written.
    accepted: Vec<String>,
    patterns: Vec<Pattern>,
    wrong: Vec<Wrong>,
}

/// A typical wrong answer.
#[derive(Debug)]
struct Wrong {
    answer: String,
    misconception: Option<Belief>,
    feedback: Option<Inline>,
}

fn decode(record: &Record<'_>, prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    read::read(record, prompt, cx).map(|body| Box::new(body) as Box<dyn Body>)
}

impl Blank {
    /// Room in a blank, in UTF-16 code units: twice the longest accepted answer, from 40 to 250; a pattern is an answer by its shortest text.
    fn room(&self) -> u32 {
        let accepted = self.accepted.iter().map(|answer| answer.encode_utf16().count());
        let longest = accepted.chain(self.patterns.iter().map(Pattern::shortest)).max().unwrap_or(0);
        u32::try_from(2 * longest).unwrap_or(u32::MAX).clamp(40, 250)
    }

    fn is_right(&self, typed: &str, ignore: Ignore) -> bool {
        let folded = ignore.fold(typed);
        let plain = ignore.fold_but_case(typed);
        !reported(typed).is_empty()
            && (self.accepted.iter().any(|answer| ignore.fold(answer) == folded)
                || self.patterns.iter().any(|pattern| pattern.is_match(&plain)))
    }
}

impl FillIn {
    /// The blanks in the order of a response: by slot.
    fn by_slot(&self, parts: &dyn Parts) -> Vec<(Option<u32>, &Blank)> {
        let slot = |blank: &Blank| blank.id.as_ref().map(|id| parts.slot(id));
        let mut blanks: Vec<_> = self.blanks.iter().map(|blank| (slot(blank), blank)).collect();
        blanks.sort_by_key(|(slot, _)| *slot);
        blanks
    }

    /// Every combination of accepted answers, joined by `delimiter`, up to `limit`; and whether those are all.
    fn combinations(&self, parts: &dyn Parts, delimiter: &str, limit: usize) -> (Vec<String>, bool) {
        let mut all: Vec<String> = vec![String::new()];
        let mut whole = true;
        for (place, (_, blank)) in self.by_slot(parts).into_iter().enumerate() {
            let join = |head: &String, answer: &String| {
                if place == 0 { reported(answer) } else { format!("{head}{delimiter}{}", reported(answer)) }
            };
            let mut next: Vec<String> = all.iter().flat_map(|head| blank.accepted.iter().map(move |answer| join(head, answer))).collect();
            whole &= next.len() <= limit;
            next.truncate(limit);
            all = next;
        }
        (all, whole)
    }

    /// xAPI 1.0.3 Data 2.4.4.1: a list has to be exhaustive, and can ignore nothing but case.
    fn xapi(&self, parts: &dyn Parts) -> Option<Vec<String>> {
        let plain = self.ignore.space && !self.ignore.accents && !self.ignore.punctuation;
        let strict = self.ignore == Ignore::of(&[]) || self.ignore == Ignore::of(&["case"]);
        let (list, whole) = self.combinations(parts, "[,]", COMBINATIONS_XAPI);
        let patterns = self.blanks.iter().any(|blank| !blank.patterns.is_empty());
        let prefix = if self.ignore.case { "" } else { "{case_matters=true}" };
        ((plain || strict) && whole && !patterns).then(|| list.into_iter().map(|text| format!("{prefix}{text}")).collect())
    }
}

impl Body for FillIn {
    fn parts(&self) -> Vec<&Id> {
        self.blanks.iter().filter_map(|blank| blank.id.as_ref()).collect()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        self.by_slot(parts).into_iter().map(|(_, blank)| Shape::Text(blank.room())).collect()
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        let blanks: BTreeMap<String, Value> = self
            .blanks
            .iter()
            .map(|blank| {
                let mut accepted: Vec<String> = blank.accepted.iter().map(|answer| self.ignore.fold(answer)).collect();
                accepted.sort_unstable();
                let patterns: Vec<&str> = blank.patterns.iter().map(|pattern| pattern.source.as_str()).collect();
                (blank.id.as_ref().map_or_else(String::new, |id| parts.public_id(id)), json!({"accepted": accepted, "patterns": patterns}))
            })
            .collect();
        json!({"blanks": blanks, "ignore": self.ignore.words()})
    }

    fn wording(&self, _parts: &dyn Parts) -> Value {
        json!({})
    }

    fn key(&self, parts: &dyn Parts) -> Value {
        let wrong = |wrong: &Wrong| {
            let mut value = json!({"accepted": self.ignore.fold(&wrong.answer)});
            if let Some(id) = wrong.misconception.as_ref().and_then(|belief| belief.id.as_ref()) {
                value["misconception"] = json!(id.as_str());
            }
            value
        };
        let blanks: Vec<Value> = self
            .by_slot(parts)
            .into_iter()
            .map(|(slot, blank)| {
                json!({
                    "part": slot,
                    "shown": blank.accepted.first(),
                    "accepted": blank.accepted.iter().map(|answer| self.ignore.fold(answer)).collect::<Vec<_>>(),
                    "patterns": blank.patterns.iter().map(|pattern| pattern.source.as_str()).collect::<Vec<_>>(),
                    "wrong": blank.wrong.iter().map(wrong).collect::<Vec<_>>(),
                })
            })
            .collect();
        json!({"blanks": blanks, "ignore": self.ignore.words()})
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        // SCORM 1.2 RTE 3.4.7: a text of at most 255 characters; blanks joined by commas.
        let mut scorm12 = self.combinations(parts, ",", COMBINATIONS_12).0;
        scorm12.retain(|text| text.chars().count() <= LONGEST_12);
        Interaction { kind: InteractionKind::FillIn, scorm12, xapi: self.xapi(parts), components: BTreeMap::new(), tokens: BTreeMap::new() }
    }

    fn less_in_scorm2004(&self) -> Option<(&'static str, &'static str)> {
        let combinations = self.blanks.iter().fold(1_usize, |all, blank| all.saturating_mul(blank.accepted.len().max(1)));
        let most = "the first five are recorded; learners get their points for each";
        if self.blanks.len() > BLANKS_2004 {
            return Some((
                "SCORM 2004 records the right answers of ten blanks at most",
                "the answers of learners are recorded all the same",
            ));
        }
        (combinations > COMBINATIONS_12).then_some(("SCORM 2004 records five ways to be right at most", most))
    }

    fn scorm2004(&self, parts: &dyn Parts, lang: &str) -> Vec<String> {
        let texts = self.blanks.iter().flat_map(|blank| &blank.accepted);
        if self.blanks.len() > BLANKS_2004 || texts.clone().any(|text| text.contains("[,]") || text.chars().count() > LONGEST_2004) {
            return Vec::new();
        }
        let all = self.combinations(parts, &format!("[,]{lang}"), COMBINATIONS_12).0;
        let cased = !self.ignore.case;
        all.into_iter().map(|text| format!("{{case_matters={cased}}}{{order_matters=true}}{lang}{text}")).collect()
    }

    /// `{"blanks": [{"slot": or null, "place", "id": or null, "max", "wrong": [html or null]}]}`, by slot; `place` counts from 0.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let blanks: Vec<Value> = self
            .by_slot(parts)
            .into_iter()
            .enumerate()
            .map(|(place, (slot, blank))| {
                let wrong: Vec<Option<String>> =
                    blank.wrong.iter().map(|wrong| wrong.feedback.as_ref().map(|feedback| feedback.html(links))).collect();
                json!({"slot": slot, "place": place, "id": blank.id.as_ref().map(Id::as_str), "max": blank.room(), "wrong": wrong})
            })
            .collect();
        json!({"blanks": blanks})
    }

    /// The content names its gaps; the page addresses them by slot.
    fn prompt_html(&self, html: String, parts: &dyn Parts) -> String {
        let gap = |name: &str| format!("<span data-blank=\"{name}\">");
        self.parts().into_iter().fold(html, |html, id| html.replace(&gap(id.as_str()), &gap(&parts.slot(id).to_string())))
    }

    fn references(&self) -> Vec<&Reference> {
        let wrong = self.blanks.iter().flat_map(|blank| &blank.wrong);
        wrong.filter_map(|wrong| wrong.feedback.as_ref()).flat_map(Inline::references).collect()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        let wrong = self.blanks.iter_mut().flat_map(|blank| &mut blank.wrong);
        wrong.filter_map(|wrong| wrong.misconception.as_mut()).collect()
    }

    fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)> {
        let named = |(slot, wrong): (Option<u32>, &Wrong)| Some((slot.unwrap_or(0), wrong.misconception.as_ref()?.id.clone()?));
        self.by_slot(parts)
            .into_iter()
            .flat_map(|(slot, blank)| blank.wrong.iter().map(move |wrong| (slot, wrong)))
            .filter_map(named)
            .collect()
    }

    fn shares(&self) -> usize {
        self.blanks.len()
    }

    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        let typed = |place: usize| response[place].as_str().unwrap_or_default();
        let right =
            self.by_slot(parts).into_iter().enumerate().filter(|(place, (_, blank))| blank.is_right(typed(*place), self.ignore)).count();
        match marking {
            Marking::AllOrNothing => share(points, usize::from(right == self.blanks.len()), 1),
            Marking::PerPart => share(points, right, self.blanks.len()),
        }
    }
}
