//! Reading a mapping key by key, and the macro that writes such readers.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::decode::Meant;
use super::rules::{comma_in_text, indentation, missing_key, missing_space, not_yet, unknown_key};
use super::{Cx, Decode, Entry, Form, Kind, Node, Style, Text, certain, nearest};
use crate::diag::Span;

/// A mapping that is being read. Keys that nobody asked for are unknown.
#[derive(Debug)]
pub struct Record<'n> {
    what: &'static str,
    node: &'n Node,
    entries: &'n [Entry],
    asked: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<&'static str>>,
}

impl<'n> Record<'n> {
    /// Opens `node` as `what` ("a lesson").
    pub fn open(what: &'static str, node: &'n Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) => Some(Self { what, node, entries, asked: RefCell::default(), missing: RefCell::default() }),
            _ => {
                cx.expected(&format!("the keys of {what}"), node);
                None
            }
        }
    }

    /// Where to point at it.
    #[must_use]
    pub fn mark(&self) -> Span {
        self.node.mark()
    }

    /// The value of `key`, undecoded.
    pub fn node(&self, key: &'static str) -> Option<&'n Node> {
        self.asked.borrow_mut().push(key);
        self.entries.iter().find(|entry| entry.key.text == key).map(|entry| &entry.value)
    }

    /// The value of `key`, undecoded, with the key's place.
    pub fn entry(&self, key: &'static str) -> Option<&'n Entry> {
        self.asked.borrow_mut().push(key);
        self.entries.iter().find(|entry| entry.key.text == key)
    }

    /// A value that may be left out.
    pub fn optional<T: Decode>(&self, key: &'static str, cx: &mut Cx) -> Option<T> {
        self.node(key).and_then(|node| self.read(key, node, cx))
    }

    /// The value of `key`; what keeps it from being read says so.
    fn read<T: Decode>(&self, key: &'static str, node: &Node, cx: &mut Cx) -> Option<T> {
        let before = cx.diagnostics.len();
        let read = T::decode(node, cx);
        if read.is_none() {
            for said in &mut cx.diagnostics[before..] {
                said.unread.get_or_insert((self.node.span, key));
            }
        }
        cx.note(key, read.is_some());
        read
    }

    /// A value that has to be there; where it is not, or is wrong, that is said (at [`Self::close`]) and its default stands for it.
    pub fn required<T: Decode + Default>(&self, key: &'static str, cx: &mut Cx) -> T {
        let Some(node) = self.node(key) else {
            self.missing.borrow_mut().push(key);
            return T::default();
        };
        self.read(key, node, cx).unwrap_or_default()
    }

    /// The same for a value that has no default: `None` where it is missing or wrong, which is said.
    pub fn needed<T: Decode>(&self, key: &'static str, cx: &mut Cx) -> Option<T> {
        if self.node(key).is_none() {
            self.missing.borrow_mut().push(key);
        }
        self.optional(key, cx)
    }

    /// A text that may be left out. Where it is written and empty, a rule of its own says so.
    pub fn optional_or_empty<T: Decode>(&self, key: &'static str, cx: &mut Cx) -> Option<T> {
        cx.may_be_empty = true;
        let read = self.optional(key, cx);
        cx.may_be_empty = false;
        read
    }

    /// A text that has to be there. Where it is empty, a rule of its own says so.
    pub fn required_or_empty<T: Decode + Default>(&self, key: &'static str, cx: &mut Cx) -> T {
        cx.may_be_empty = true;
        let read = self.required(key, cx);
        cx.may_be_empty = false;
        read
    }

    /// A key of the language that this version cannot build.
    pub fn later(&self, key: &'static str, what: &str, cx: &mut Cx) {
        if let Some(entry) = self.entry(key) {
            cx.push(not_yet::word(entry.key.span, what));
        }
    }

    /// Reports the keys that nobody asked for, and those that are not there. A key that is misspelt is not missing too.
    pub fn close(self, cx: &mut Cx) {
        self.finish(true, cx);
    }

    /// The same for a record of which nobody knows what else it has: only keys that may be one of those asked for are reported.
    pub fn close_unknown(self, cx: &mut Cx) {
        self.finish(false, cx);
    }

    fn finish(self, known: bool, cx: &mut Cx) {
        let asked = self.asked.borrow();
        let mut missing = self.missing.borrow_mut();
        let free: Vec<&str> = asked.iter().copied().filter(|key| self.entries.iter().all(|entry| entry.key.text != *key)).collect();
        let mut told = if known { self.told(&asked, cx) } else { BTreeSet::new() };
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(key) = unspaced(entry, &free).or_else(|| unspaced_value(entry, &free)) else { continue };
            missing.retain(|missing| *missing != key);
            cx.lost.insert(key);
            cx.push(missing_space::in_braces(&entry.key, key));
            told.insert(at);
        }
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| !asked.contains(&entry.key.text.as_str())) {
            if told.remove(&at) || entry.form == Form::Guessed {
                continue;
            }
            let meant = nearest(&entry.key.text, free.iter().copied());
            if meant.is_none() && !known {
                continue;
            }
            missing.retain(|key| Some(*key) != meant);
            cx.lost.extend(meant);
            let meant = meant.map(|name| (name, certain(&entry.key.text, free.iter().copied()) == Some(name)));
            cx.meant.extend(meant.map(|(name, sure)| Meant { key: entry.key.span, value: entry.value.mark(), name, sure }));
            cx.push(unknown_key::unknown(&entry.key, self.what, &asked, meant));
        }
        if missing.contains(&"id") {
            cx.unnamed.push(self.node.span);
        }
        for &key in missing.iter() {
            cx.lost.insert(key);
            cx.lacking.push((self.node.span, key));
            cx.push(missing_key::missing(key, self.what, self.mark()));
        }
    }
}

impl Record<'_> {
    /// Says of keys that are part of a text, and which they are.
    fn told(&self, asked: &[&'static str], cx: &mut Cx) -> BTreeSet<usize> {
        let mut told = BTreeSet::new();
        let first = |entry: &Entry| self.entries.iter().position(|other| other.key.text == entry.key.text);
        let stray = |at: usize| {
            let entry = &self.entries[at];
            entry.form == Form::Bare
                && unspaced(entry, asked).is_none()
                && (!asked.contains(&entry.key.text.as_str()) || first(entry) != Some(at))
        };
        let mut at = 1;
        while at < self.entries.len() {
            let (text, plain) = match &self.entries[at - 1].value.kind {
                Kind::Scalar(text, style) => (Some(text), *style == Style::Plain && !text.text.is_empty()),
                _ => (None, false),
            };
            let end = (at..self.entries.len()).find(|at| !stray(*at)).unwrap_or(self.entries.len());
            if let Some(text) = text.filter(|_| plain && end > at) {
                let rest: Vec<&Text> = self.entries[at..end].iter().map(|entry| &entry.key).collect();
                cx.diagnostics.extend(comma_in_text::ended(text, &rest));
                told.extend(at..end);
            } else if let Some(text) = text.filter(|text| {
                plain
                    && !asked.contains(&self.entries[at].key.text.as_str())
                    && self.entries[at].form == Form::Lines
                    && self.entries[at].key.text.contains(' ')
                    && text.span.end < self.entries[at].key.span.start
            }) {
                cx.push(indentation::became_key(&self.entries[at].key, text.span));
                told.insert(at);
            }
            at = end.max(at + 1);
        }
        told
    }
}

/// The key among `known` that a word in braces begins with, where no space follows its `:`.
fn unspaced(entry: &Entry, known: &[&'static str]) -> Option<&'static str> {
    let (key, value) = entry.key.text.split_once(':').filter(|_| entry.form == Form::Bare)?;
    known.iter().copied().find(|known| *known == key && !value.is_empty())
}

/// The same on a line of its own, where what follows is in braces: `counts:{score: true}`.
fn unspaced_value(entry: &Entry, known: &[&'static str]) -> Option<&'static str> {
    let (key, value) = entry.key.text.split_once(':').filter(|_| entry.form == Form::Lines)?;
    known.iter().copied().find(|known| *known == key && value.starts_with(['{', '[']))
}

/// Writes a struct and its [`Decode`]: `key: Type = required`, `= needed` (the same as an option), `= optional`, `= default` (its default where it is
/// left out), `= required_or_empty` and `= optional_or_empty` (a rule of its own says that a text is empty), `= mark` (where to point at the record), `= part` (keys of the same mapping that the type reads by its `read`).
macro_rules! record {
    (
        $(#[$outer:meta])*
        $vis:vis struct $name:ident as $what:literal {
            $( $(#[$inner:meta])* $fvis:vis $field:ident : $type:ty = $how:ident $( as $key:literal )? ),* $(,)?
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, Default)]
        $vis struct $name {
            $( $(#[$inner])* $fvis $field: $crate::yaml::record!(@type $how $type), )*
        }

        impl $crate::yaml::Decode for $name {
            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::yaml::Cx) -> Option<Self> {
                let record = $crate::yaml::Record::open($what, node, cx)?;
                let read = Self {
                    $( $field: $crate::yaml::record!(@read $how $type, record cx $crate::yaml::record!(@key $field $($key)?)), )*
                };
                record.close(cx);
                Some(read)
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@type optional $type:ty) => { Option<$type> };
    (@type optional_or_empty $type:ty) => { Option<$type> };
    (@type $how:ident $type:ty) => { $type };
    (@read mark $type:ty, $record:ident $cx:ident $key:expr) => { $record.mark() };
    (@read part $type:ty, $record:ident $cx:ident $key:expr) => { <$type>::read(&$record, $cx) };
    (@read optional $type:ty, $record:ident $cx:ident $key:expr) => { $record.optional($key, $cx) };
    (@read default $type:ty, $record:ident $cx:ident $key:expr) => { $record.optional($key, $cx).unwrap_or_default() };
    (@read needed $type:ty, $record:ident $cx:ident $key:expr) => { $record.needed($key, $cx) };
    (@read optional_or_empty $type:ty, $record:ident $cx:ident $key:expr) => { $record.optional_or_empty($key, $cx) };
    (@read required_or_empty $type:ty, $record:ident $cx:ident $key:expr) => { $record.required_or_empty($key, $cx) };
    (@read required $type:ty, $record:ident $cx:ident $key:expr) => { $record.required($key, $cx) };
}
pub(crate) use record;
