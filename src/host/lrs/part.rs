//! A JSON object inside a statement, with the place where it stands.

use std::fmt;

use serde_json::{Map, Value};

/// Why a statement is refused: the place of its fault, as `actor.mbox`, and the rule that it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: property names and indexes with dots between.
    pub place: String,
    /// What holds there.
    pub rule: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.rule)
    }
}

/// What a check gives.
pub(super) type Check<T = ()> = Result<T, Fault>;

/// A JSON object with its place.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    place: String,
    map: &'a Map<String, Value>,
}

impl<'a> Part<'a> {
    /// The object `value` at `place`.
    pub(super) fn new(place: impl Into<String>, value: &'a Value) -> Check<Self> {
        let place = place.into();
        match value {
            Value::Object(map) => Ok(Self { place, map }),
            _ => Err(Fault { place, rule: "must be an object".to_owned() }),
        }
    }

    /// The place of property `key`.
    pub(super) fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    /// A fault of property `key`.
    pub(super) fn fault<T>(&self, key: &str, rule: impl Into<String>) -> Check<T> {
        Err(Fault { place: self.at(key), rule: rule.into() })
    }

    /// Refuses what is not in `known`. xAPI Part 2, 2.2: no property beyond the specified ones; names are case-sensitive.
    pub(super) fn only(&self, known: &[&str]) -> Check {
        match self.map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => self.fault(key, "is not a property here"),
            None => Ok(()),
        }
    }

    /// Whether property `key` is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// Property `key`.
    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key)
    }

    /// Property `key`, which must be there.
    pub(super) fn need(&self, key: &str) -> Check<&'a Value> {
        self.get(key).map_or_else(|| self.fault(key, "is missing"), Ok)
    }

    /// Property `key` as an object, if it is there.
    pub(super) fn part(&self, key: &str) -> Check<Option<Part<'a>>> {
        self.get(key).map(|value| Part::new(self.at(key), value)).transpose()
    }

    /// Property `key` as a text, if it is there.
    pub(super) fn text(&self, key: &str) -> Check<Option<&'a str>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => self.fault(key, "must be a string"),
        }
    }

    /// Property `key` as a text that `holds`, if it is there.
    pub(super) fn text_that(&self, key: &str, holds: fn(&str) -> bool, rule: &str) -> Check {
        match self.text(key)? {
            Some(text) if !holds(text) => self.fault(key, rule),
            _ => Ok(()),
        }
    }

    /// Property `key` as a list, if it is there.
    pub(super) fn list(&self, key: &str) -> Check<Option<&'a Vec<Value>>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(_) => self.fault(key, "must be a list"),
        }
    }

    /// Property `key` as a boolean, if it is there: `"true"` is none.
    pub(super) fn boolean(&self, key: &str) -> Check {
        match self.get(key) {
            None | Some(Value::Bool(_)) => Ok(()),
            Some(_) => self.fault(key, "must be true or false"),
        }
    }

    /// Property `key` as a number, if it is there.
    pub(super) fn number(&self, key: &str) -> Check<Option<f64>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(number.as_f64()),
            Some(_) => self.fault(key, "must be a number"),
        }
    }

    /// Property `key` as a language map, if it is there. xAPI Part 2, 4.2: keys are RFC 5646 tags, values texts.
    pub(super) fn language_map(&self, key: &str) -> Check {
        let Some(map) = self.part(key)? else { return Ok(()) };
        for (tag, text) in map.map {
            if !super::scalar::is_language(tag) {
                return map.fault(tag, "is not a language tag of RFC 5646");
            }
            if !text.is_string() {
                return map.fault(tag, "must be a string");
            }
        }
        Ok(())
    }

    /// Property `key` as extensions, if it is there. xAPI Part 2, 4.1: keys are IRIs, values anything.
    pub(super) fn extensions(&self, key: &str) -> Check {
        let Some(map) = self.part(key)? else { return Ok(()) };
        match map.map.keys().find(|name| !super::scalar::is_iri(name)) {
            Some(name) => map.fault(name, "must be an IRI with a scheme"),
            None => Ok(()),
        }
    }
}
