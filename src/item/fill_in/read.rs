//! Reading fill-in's keys: a list or one text for an unnamed blank, a mapping by blank for named ones.

use std::collections::BTreeMap;

use super::{Blank, FillIn, Wrong};
use crate::content::{Blocks, Inline};
use crate::item::Belief;
use crate::item::fold::{Ignore, reported};
use crate::item::pattern::Pattern;
use crate::item::rules::{answer_form, bad_pattern, blanks, duplicate_answer, pattern_never_met};
use crate::value::Id;
use crate::yaml::{Cx, Decode, Entry, Kind, Named, Node, OneOrMany, Record, Text, record, word};

record! {
    /// A typical wrong answer as written.
    pub(super) struct WrittenWrong as "a wrong answer" {
        /// The answer.
        pub answer: Named = required,
        /// What who gives it believes.
        pub misconception: Belief = optional,
        /// What is said to who gives it.
        pub feedback: Inline = optional,
    }
}

/// The three keys that are read by blank.
struct Keys<'n> {
    answers: Option<&'n Node>,
    patterns: Option<&'n Node>,
    wrong: Option<&'n Node>,
}

/// Reads the body.
pub(super) fn read(record: &Record<'_>, prompt: &Blocks, cx: &mut Cx) -> Option<FillIn> {
    let found = cx.errors();
    let keys = Keys { answers: record.node("answers"), patterns: record.node("patterns"), wrong: record.node("wrong") };
    let ignore = record.node("ignore").map_or(Some(Ignore::default()), |node| ignore(node, cx)).unwrap_or_default();
    let names = names(prompt, cx);
    if keys.answers.is_none() && keys.patterns.is_none() {
        record.required::<Vec<Named>>("answers", cx);
    }
    let blanks = if names.is_empty() { vec![unnamed(&keys, ignore, cx)] } else { named(&keys, &names, prompt, ignore, cx) };
    for blank in &blanks {
        if blank.accepted.is_empty() && blank.patterns.is_empty() && found == cx.errors() {
            cx.push(blanks::no_answer(blank.id.as_ref(), record.mark()));
        }
    }
    (found == cx.errors()).then_some(FillIn { blanks, ignore })
}

fn ignore(node: &Node, cx: &mut Cx) -> Option<Ignore> {
    let Kind::List(nodes) = &node.kind else {
        cx.expected("a list", node);
        return None;
    };
    let words: Vec<(&str, &str)> = Ignore::WORDS.into_iter().map(|word| (word, word)).collect();
    let words: Vec<&str> = nodes.iter().filter_map(|node| word(node, &words, cx)).collect();
    Some(Ignore::of(&words))
}

/// The blanks of a prompt, in its order.
fn names(prompt: &Blocks, cx: &mut Cx) -> Vec<Id> {
    let mut found: Vec<Id> = Vec::new();
    for blank in prompt.blanks() {
        match Id::parse(&blank.id) {
            Ok(id) if found.iter().any(|known| known.folded() == id.folded()) => cx.push(blanks::twice(&id, blank.span)),
            Ok(id) => found.push(id),
            Err(look) => cx.push(blanks::malformed(&blank.id, look, blank.span)),
        }
    }
    found
}

fn unnamed(keys: &Keys<'_>, ignore: Ignore, cx: &mut Cx) -> Blank {
    if let Some(Node { kind: Kind::Map(entries), .. }) = keys.answers {
        for entry in entries {
            cx.push(blanks::not_in_prompt(&entry.key, &[]));
        }
    }
    let keys = Keys { answers: keys.answers.filter(|node| !matches!(node.kind, Kind::Map(_))), ..*keys };
    blank(None, keys.answers, keys.patterns, keys.wrong, ignore, cx)
}

/// Each of the three keys is a mapping with an entry for each blank.
fn named(keys: &Keys<'_>, names: &[Id], prompt: &Blocks, ignore: Ignore, cx: &mut Cx) -> Vec<Blank> {
    let found = cx.errors();
    let answers = by_blank(keys.answers, names, cx);
    let astray = cx.errors() > found;
    let patterns = by_blank(keys.patterns, names, cx);
    let wrong = by_blank(keys.wrong, names, cx);
    let of = |map: &BTreeMap<String, &Entry>, id: &Id| map.get(id.as_str()).map(|entry| entry.value.clone());
    let mut read = Vec::new();
    for id in names {
        let (answers, patterns, wrong) = (of(&answers, id), of(&patterns, id), of(&wrong, id));
        // Answers that found no blank were most likely meant for this one.
        if answers.is_none() && patterns.is_none() && !astray {
            let at = prompt.blanks().iter().find(|blank| blank.id == id.as_str()).map_or(prompt.span(), |blank| blank.span);
            cx.push(blanks::no_answer(Some(id), at));
        }
        read.push(blank(Some(id.clone()), answers.as_ref(), patterns.as_ref(), wrong.as_ref(), ignore, cx));
    }
    read
}

fn by_blank<'n>(node: Option<&'n Node>, names: &[Id], cx: &mut Cx) -> BTreeMap<String, &'n Entry> {
    let Some(node) = node else { return BTreeMap::new() };
    let Kind::Map(entries) = &node.kind else {
        cx.expected("a key for each blank of the prompt", node);
        return BTreeMap::new();
    };
    let (known, unknown): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| names.iter().any(|id| id.as_str() == entry.key.text));
    for entry in unknown {
        cx.push(blanks::not_in_prompt(&entry.key, names));
    }
    known.into_iter().map(|entry| (entry.key.text.clone(), entry)).collect()
}

fn blank(id: Option<Id>, answers: Option<&Node>, patterns: Option<&Node>, wrong: Option<&Node>, ignore: Ignore, cx: &mut Cx) -> Blank {
    let answers = answers.and_then(|node| OneOrMany::<Named>::decode(node, cx)).unwrap_or_default().0;
    let mut seen = BTreeMap::new();
    for answer in &answers {
        answer_form::check(answer, cx);
        if let Some(first) = seen.insert(ignore.fold(&answer.value), answer.span) {
            cx.push(duplicate_answer::twice(answer, first));
        }
    }
    let patterns = patterns.and_then(|node| OneOrMany::<Text>::decode(node, cx)).unwrap_or_default().0;
    let patterns = patterns.iter().filter_map(|text| pattern(text, ignore, cx)).collect();
    let wrong: Vec<WrittenWrong> = wrong.and_then(|node| Vec::decode(node, cx)).unwrap_or_default();
    for wrong in &wrong {
        if let Some(first) = seen.insert(ignore.fold(&wrong.answer.value), wrong.answer.span) {
            cx.push(duplicate_answer::right_and_wrong(&wrong.answer, first));
        }
    }
    let lower =
        |wrong: WrittenWrong| Wrong { answer: reported(&wrong.answer.value), misconception: wrong.misconception, feedback: wrong.feedback };
    Blank {
        id,
        accepted: answers.into_iter().map(|answer| answer.value).collect(),
        patterns,
        wrong: wrong.into_iter().map(lower).collect(),
    }
}

fn pattern(text: &Text, ignore: Ignore, cx: &mut Cx) -> Option<Pattern> {
    let pattern = Pattern::read(&text.text, ignore.case).map_err(|why| cx.push(bad_pattern::refused(text, why))).ok()?;
    if !pattern.can_be_met(ignore) {
        cx.push(pattern_never_met::never(text));
    }
    Some(pattern)
}
