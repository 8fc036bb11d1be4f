//! Brackets that Markdown leaves alone: `[words]{lang=fr}` and, in prompts, `[[gap]]`.

use std::ops::Range;

use super::node::Node;
use super::rules;
use super::text::Blank;
use crate::diag::Diagnostic;
use crate::value::{Id, Language};
use crate::yaml::Text;

/// How many brackets may be open in each other and still be looked at.
const DEPTH_MOST: usize = 8;

/// Stands before a bracket that its author escaped. It never leaves this module.
const KEPT: char = '\u{0}';

/// `text`, its first character marked to be left alone.
pub(super) fn keep(text: &str) -> String {
    if text.starts_with(['[', ']']) { format!("{KEPT}{text}") } else { text.to_owned() }
}

/// Where brackets are looked for, and what was found.
pub(super) struct Found<'a> {
    text: &'a Text,
    prompt: bool,
    /// The bytes of the element that is looked at; moves on as things are found.
    from: Range<usize>,
    /// What stands in the element and has been looked at by itself, in the order of the text.
    holes: Vec<Range<usize>>,
    pub(super) blanks: Vec<Blank>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Found<'a> {
    /// Nothing yet, of the element at `from` of `text` without the elements in it, `holes`; gaps only in a prompt.
    pub(super) fn new(text: &'a Text, from: Range<usize>, holes: Vec<Range<usize>>, prompt: bool) -> Self {
        Self { text, prompt, from, holes, blanks: Vec::new(), diagnostics: Vec::new() }
    }

    /// Where `words` are written next; where what is left begins if they are written in another way.
    fn next(&mut self, words: &str) -> Range<usize> {
        while let Some(at) = self.text.text.get(self.from.clone()).and_then(|rest| rest.find(words)) {
            let start = self.from.start + at;
            let hole = self.holes.partition_point(|hole| hole.end <= start);
            match self.holes.get(hole) {
                Some(hole) if hole.start <= start => self.from.start = hole.end,
                _ => {
                    self.from.start = start + words.len();
                    return start..start + words.len();
                }
            }
        }
        self.from.clone()
    }
}

/// The nodes with languages and gaps in place of their brackets.
pub(super) fn resolve(nodes: Vec<Node>, found: &mut Found<'_>) -> Vec<Node> {
    // One list for each bracket that is open, the outermost first.
    let mut open: Vec<Vec<Node>> = vec![Vec::new()];
    for node in nodes {
        match node {
            Node::Text(text) => text_in(&text, &mut open, found),
            other => top(&mut open).push(other),
        }
    }
    while open.len() > 1 {
        let inner = open.pop().unwrap_or_default();
        add_text(top(&mut open), "[");
        add_all(top(&mut open), inner);
    }
    let mut whole = open.pop().unwrap_or_default();
    // Most texts are one node, and a course has many.
    whole.shrink_to_fit();
    whole
}

fn text_in(text: &str, open: &mut Vec<Vec<Node>>, found: &mut Found<'_>) {
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']', KEPT]) {
        add_text(top(open), &rest[..at]);
        let after = &rest[at + 1..];
        match rest.as_bytes()[at] {
            b'[' => {
                if let Some((id, after)) = gap(after)
                    && found.prompt
                {
                    let place = found.next(&format!("[[{id}]]"));
                    let span = found.text.locate(place.start + 2..(place.end - 2).max(place.start + 2));
                    found.blanks.push(Blank { id: id.to_owned(), span });
                    top(open).push(Node::Blank(id.to_owned()));
                    rest = after;
                    continue;
                }
                if open.len() <= DEPTH_MOST {
                    open.push(Vec::new());
                } else {
                    add_text(top(open), "[");
                }
                rest = after;
            }
            b']' => rest = close(after, open, found),
            _ => {
                let kept = after.chars().next().map_or(0, char::len_utf8);
                add_text(top(open), &after[..kept]);
                rest = &after[kept..];
            }
        }
    }
    add_text(top(open), rest);
}

/// Closes a bracket: words in a language, or a bracket as it was. Gives back what follows.
fn close<'t>(after: &'t str, open: &mut Vec<Vec<Node>>, found: &mut Found<'_>) -> &'t str {
    if open.len() == 1 {
        add_text(top(open), "]");
        return after;
    }
    let inner = open.pop().unwrap_or_default();
    if let Some((tag, after)) = after.strip_prefix("{lang=").and_then(|rest| rest.split_once('}')) {
        let place = found.next(&format!("{{lang={tag}}}"));
        let name = tag.trim_matches('"');
        match Language::parse(name) {
            Ok(language) => {
                let start = place.start + "{lang=".len() + (tag.len() - tag.trim_start_matches('"').len());
                let span = found.text.locate(start..start + name.len());
                found.diagnostics.extend(rules::tag_fault(&language, name, span));
                top(open).push(Node::Language(language.as_str().to_owned(), inner));
            }
            Err(_) => {
                found.diagnostics.push(rules::language_tag::diagnostic(tag, found.text.locate(place)));
                add_all(top(open), inner);
            }
        }
        return after;
    }
    add_text(top(open), "[");
    add_all(top(open), inner);
    add_text(top(open), "]");
    after
}

/// The name in `[name]]`, and what follows.
fn gap(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('[')?;
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).take(65).count();
    let (id, after) = rest.split_at(length);
    Id::parse(id).ok()?;
    Some((id, after.strip_prefix("]]")?))
}

fn top(open: &mut Vec<Vec<Node>>) -> &mut Vec<Node> {
    if open.is_empty() {
        open.push(Vec::new());
    }
    let last = open.len() - 1;
    &mut open[last]
}

fn add_text(nodes: &mut Vec<Node>, text: &str) {
    match nodes.last_mut() {
        _ if text.is_empty() => {}
        Some(Node::Text(last)) => last.push_str(text),
        _ => nodes.push(Node::Text(text.to_owned())),
    }
}

fn add_all(nodes: &mut Vec<Node>, more: Vec<Node>) {
    for node in more {
        match node {
            Node::Text(text) => add_text(nodes, &text),
            other => nodes.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn a_gap_has_a_name() {
        assert_eq!(gap("[first]] and"), Some(("first", " and")));
        assert_eq!(gap("[]]"), None);
        assert_eq!(gap("[two words]]"), None);
        assert_eq!(gap("first]"), None);
    }
}
