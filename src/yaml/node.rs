//! The tree itself.

use super::Text;
use crate::diag::Span;

/// A value in a file.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands; the whole of a mapping or list.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A text, number, boolean or nothing: the field that reads it decides.
    Scalar(Text, Style),
    /// A list.
    List(Vec<Node>),
    /// A mapping; keys are texts, each there once.
    Map(Vec<Entry>),
    /// What has been reported and cannot be read: an alias, a key that is no text.
    Broken,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: Text,
    /// The value.
    pub value: Node,
    /// How it is written.
    pub form: Form,
}

/// How a key and its value are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// On lines of their own.
    Lines,
    /// In braces.
    Braces,
    /// In braces, a word without a `:`.
    Bare,
    /// Where a slip stands that has been told: nothing more is wrong with it.
    Guessed,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As a block, `|` or `>`.
    Block,
}

impl Node {
    /// Marks keys that stand where a slip was mended by guess, at `told`: what is wrong with them has been said.
    pub(super) fn guess(&mut self, told: &[Span]) {
        match &mut self.kind {
            Kind::List(nodes) if !told.is_empty() => nodes.iter_mut().for_each(|node| node.guess(told)),
            Kind::Map(entries) if !told.is_empty() => {
                for entry in entries {
                    if told.iter().any(|span| span.start <= entry.key.span.start && entry.key.span.start <= span.end) {
                        entry.form = Form::Guessed;
                    }
                    entry.value.guess(told);
                }
            }
            _ => {}
        }
    }

    /// Gives the key that stands at `key` another `name`, and says what it was.
    pub(super) fn rename(&mut self, key: Span, name: &str) -> Option<String> {
        let inside = self.span.start <= key.start && key.end <= self.span.end;
        match &mut self.kind {
            Kind::List(nodes) if inside => nodes.iter_mut().find_map(|node| node.rename(key, name)),
            Kind::Map(entries) if inside => entries.iter_mut().find_map(|entry| {
                if entry.key.span == key {
                    return Some(std::mem::replace(&mut entry.key.text, name.to_owned()));
                }
                entry.value.rename(key, name)
            }),
            _ => None,
        }
    }

    /// Where to point at it: a scalar, or the first key or entry of what is larger.
    #[must_use]
    pub fn mark(&self) -> Span {
        match &self.kind {
            Kind::Map(entries) => entries.first().map_or(self.span, |entry| entry.key.span),
            Kind::List(nodes) => nodes.first().map_or(self.span, Node::mark),
            Kind::Scalar(..) | Kind::Broken => self.span,
        }
    }

    /// The text of a scalar without quotes.
    #[must_use]
    pub fn plain(&self) -> Option<&Text> {
        match &self.kind {
            Kind::Scalar(text, Style::Plain) => Some(text),
            _ => None,
        }
    }

    /// The value of `key`, where this is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|entry| entry.key.text == key).map(|entry| &entry.value)
    }

    /// Whether a key begins at byte `start` of the file.
    pub(super) fn has_key_at(&self, start: usize) -> bool {
        match &self.kind {
            Kind::List(nodes) => nodes.iter().any(|node| node.has_key_at(start)),
            Kind::Map(entries) => entries.iter().any(|entry| entry.key.span.start as usize == start || entry.value.has_key_at(start)),
            Kind::Scalar(..) | Kind::Broken => false,
        }
    }

    /// Whether `key` is one that stands on a line of its own.
    pub(super) fn begins_line(&self, key: Span) -> bool {
        match &self.kind {
            Kind::List(nodes) => nodes.iter().any(|node| node.begins_line(key)),
            Kind::Map(entries) => {
                let own = |entry: &Entry| entry.form == Form::Lines && entry.key.span == key;
                entries.iter().any(|entry| own(entry) || entry.value.begins_line(key))
            }
            Kind::Scalar(..) | Kind::Broken => false,
        }
    }

    /// Whether both say the same, wherever they stand.
    pub(super) fn reads_like(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Scalar(text, style), Kind::Scalar(same, styled)) => text.text == same.text && style == styled,
            (Kind::List(nodes), Kind::List(same)) => {
                nodes.len() == same.len() && nodes.iter().zip(same).all(|(one, other)| one.reads_like(other))
            }
            (Kind::Map(entries), Kind::Map(same)) => {
                let entry = |(one, other): (&Entry, &Entry)| one.key.text == other.key.text && one.value.reads_like(&other.value);
                entries.len() == same.len() && entries.iter().zip(same).all(entry)
            }
            (Kind::Broken, Kind::Broken) => true,
            _ => false,
        }
    }

    /// What it is, in words for an author.
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.kind {
            Kind::Scalar(text, Style::Plain) if text.text.is_empty() || text.span.start == text.span.end => "nothing".to_owned(),
            Kind::Scalar(text, Style::Plain) if text.text.chars().count() <= 40 => format!("`{}`", text.text),
            Kind::Scalar(..) => "text".to_owned(),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "keys and values".to_owned(),
            Kind::Broken => "nothing that can be read".to_owned(),
        }
    }
}
