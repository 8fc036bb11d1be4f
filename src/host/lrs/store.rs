//! What was stated, in the order of its coming.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::part::Fault;
use super::scalar::is_uuid;
use super::statement::validate;
use crate::host::clock;
use crate::host::secret;

/// Statements by id.
#[derive(Debug, Default)]
pub struct Store {
    statements: IndexMap<String, Kept>,
}

/// A statement as it came, and as it is given back.
#[derive(Debug)]
struct Kept {
    sent: Value,
    full: Value,
}

/// Why nothing of a request was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It breaks a rule: 400.
    Bad(Fault),
    /// A statement with this id is there and says something else: 409.
    Differs(String),
}

/// What a reader asks for; what is `None` does not matter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The actor, as it was sent.
    pub agent: Option<Value>,
    /// The verb's id.
    pub verb: Option<String>,
    /// The object's id.
    pub activity: Option<String>,
    /// The registration.
    pub registration: Option<String>,
    /// Oldest first.
    pub ascending: bool,
    /// How many at most; 0 is all.
    pub limit: usize,
}

impl Store {
    /// Stores a batch whole, or nothing of it: xAPI Part 3, 2.1.2. Gives the ids in order.
    ///
    /// # Errors
    /// The first reason why it cannot be stored.
    pub fn add(&mut self, batch: Vec<Value>) -> Result<Vec<String>, Refusal> {
        let mut ids = Vec::new();
        let mut seen = BTreeSet::new();
        for (at, statement) in batch.iter().enumerate() {
            validate(statement).map_err(|fault| Refusal::Bad(Fault { place: format!("{at}.{}", fault.place), ..fault }))?;
            let id = statement["id"].as_str().map_or_else(secret::uuid, str::to_lowercase);
            if !seen.insert(id.clone()) {
                return Err(Refusal::Bad(Fault { place: format!("{at}.id"), rule: "stands twice in one batch".to_owned() }));
            }
            if self.statements.get(&id).is_some_and(|kept| kept.sent != essence(statement)) {
                return Err(Refusal::Differs(id));
            }
            ids.push(id);
        }
        for (id, statement) in ids.iter().zip(batch) {
            let kept = Kept { sent: essence(&statement), full: complete(id, statement) };
            self.statements.entry(id.clone()).or_insert(kept);
        }
        Ok(ids)
    }

    /// The statement with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.statements.get(&id.to_lowercase()).map(|kept| &kept.full)
    }

    /// All that `filter` lets through, newest first unless it says otherwise.
    #[must_use]
    pub fn find(&self, filter: &Filter) -> Vec<&Value> {
        let mut found: Vec<&Value> = self.statements.values().map(|kept| &kept.full).filter(|statement| filter.holds(statement)).collect();
        if !filter.ascending {
            found.reverse();
        }
        if filter.limit > 0 {
            found.truncate(filter.limit);
        }
        found
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.statements.clear();
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }
}

impl Filter {
    fn holds(&self, statement: &Value) -> bool {
        let is = |wanted: &Option<String>, found: &Value| wanted.as_deref().is_none_or(|text| found.as_str() == Some(text));
        is(&self.verb, &statement["verb"]["id"])
            && is(&self.activity, &statement["object"]["id"])
            && is(&self.registration, &statement["context"]["registration"])
            && self.agent.as_ref().is_none_or(|agent| identity(agent) == identity(&statement["actor"]))
    }
}

/// What tells an agent from others.
fn identity(agent: &Value) -> Vec<&Value> {
    ["mbox", "mbox_sha1sum", "openid", "account"].iter().filter_map(|key| agent.get(key)).collect()
}

/// What decides whether two statements say the same: xAPI Part 2, 2.3.1; what an LRS adds does not.
fn essence(statement: &Value) -> Value {
    let mut value = statement.clone();
    if let Some(map) = value.as_object_mut() {
        for key in ["id", "stored", "authority", "version"] {
            map.shift_remove(key);
        }
    }
    value
}

/// The statement with what an LRS adds: xAPI Part 2, 2.4.7 to 2.4.10.
fn complete(id: &str, statement: Value) -> Value {
    let now = clock::now();
    let mut full = Map::new();
    full.insert("id".to_owned(), json!(id));
    if let Value::Object(map) = statement {
        full.extend(map.into_iter().filter(|(key, _)| key != "id"));
    }
    full.entry("timestamp").or_insert_with(|| json!(now));
    full.entry("version").or_insert_with(|| json!("1.0.0"));
    full.insert("stored".to_owned(), json!(now));
    full.insert(
        "authority".to_owned(),
        json!({"objectType": "Agent", "account": {"homePage": "http://localhost/", "name": "coursec-preview"}}),
    );
    Value::Object(full)
}

/// Whether `text` can be a statement's id.
pub(super) fn is_id(text: &str) -> bool {
    is_uuid(text)
}
