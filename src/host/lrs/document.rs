//! Documents: xAPI Part 3, 2.3 (state) and 2.6 (agent profile).

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// What a document is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentKey {
    /// The activity; `None` for a profile.
    pub activity: Option<String>,
    /// What tells the agent from others.
    pub agent: String,
    /// The registration.
    pub registration: Option<String>,
    /// `stateId` or `profileId`.
    pub id: String,
}

/// Why a document was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// Another has changed it meanwhile: 412.
    Precondition,
    /// It is there, and the request does not say which one it replaces: 409.
    Unguarded,
    /// Only JSON objects can be merged: 400.
    NoObjects,
}

/// What a change asks for: xAPI Part 3, 3.1.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    /// `If-Match`.
    pub matches: Option<String>,
    /// `If-None-Match`.
    pub none_match: Option<String>,
}

/// Documents by what they are about.
#[derive(Debug, Default)]
pub struct Documents(BTreeMap<DocumentKey, Vec<u8>>);

impl Documents {
    /// The document.
    #[must_use]
    pub fn get(&self, key: &DocumentKey) -> Option<&[u8]> {
        self.0.get(key).map(Vec::as_slice)
    }

    /// Puts a document in place of what is there.
    ///
    /// # Errors
    /// What the guard says is not so.
    pub fn put(&mut self, key: DocumentKey, bytes: Vec<u8>, guard: &Guard) -> Result<(), Unchanged> {
        self.admit(&key, guard)?;
        self.0.insert(key, bytes);
        Ok(())
    }

    /// Merges the properties of a JSON object into what is there: xAPI Part 3, 2.2.
    ///
    /// # Errors
    /// What the guard says is not so, or either is no JSON object.
    pub fn merge(&mut self, key: DocumentKey, bytes: &[u8], guard: &Guard) -> Result<(), Unchanged> {
        self.admit(&key, guard)?;
        let object = |bytes: &[u8]| match serde_json::from_slice(bytes) {
            Ok(Value::Object(map)) => Ok(map),
            _ => Err(Unchanged::NoObjects),
        };
        let mut merged = self.get(&key).map_or_else(|| Ok(serde_json::Map::new()), object)?;
        merged.extend(object(bytes)?);
        self.0.insert(key, Value::Object(merged).to_string().into_bytes());
        Ok(())
    }

    /// Forgets a document.
    pub fn remove(&mut self, key: &DocumentKey) {
        self.0.remove(key);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn admit(&self, key: &DocumentKey, guard: &Guard) -> Result<(), Unchanged> {
        let tag = self.get(key).map(etag);
        let matches = guard.matches.as_ref().is_none_or(|wanted| tag.as_ref().is_some_and(|tag| wanted == "*" || wanted == tag));
        let none = guard.none_match.as_deref() != Some("*") || tag.is_none();
        if !matches || !none {
            return Err(Unchanged::Precondition);
        }
        // xAPI Part 3, 3.1: profiles are never replaced unseen; states may be.
        let guarded = key.activity.is_some() || guard.matches.is_some() || guard.none_match.is_some();
        if guarded || tag.is_none() { Ok(()) } else { Err(Unchanged::Unguarded) }
    }
}

/// The entity tag of a document, with its quotation marks.
#[must_use]
pub(super) fn etag(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    format!("\"{}\"", sum.iter().take(20).map(|byte| format!("{byte:02x}")).collect::<String>())
}
