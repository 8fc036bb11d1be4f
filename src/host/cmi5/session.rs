//! Sessions of AUs, and what became of registrations.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Method;
use serde_json::{Value, json};

use super::rules::{self, Broken};
use crate::host::lrs::{DocumentKey, identity};
use crate::host::record::Key;
use crate::host::secret;

/// A launch of an AU.
#[derive(Clone, Debug)]
pub(in crate::host) struct Session {
    /// Whose, and of what.
    pub(in crate::host) key: Key,
    /// Its id.
    pub(in crate::host) id: String,
    /// The enrolment.
    pub(in crate::host) registration: String,
    /// The AU's activity in this LMS.
    pub(in crate::host) activity: String,
    /// The learner.
    pub(in crate::host) actor: Value,
    /// `LMS.LaunchData`.
    pub(in crate::host) settings: Value,
    /// What the token says, once it was fetched: an `Authorization` header.
    pub(in crate::host) credential: String,
    /// Whether the token was given.
    pub(in crate::host) fetched: bool,
    /// Whether the learner's preferences were asked for.
    pub(in crate::host) asked: bool,
    /// Whether another launch took its place.
    pub(in crate::host) abandoned: bool,
    /// Defined verbs that were stated.
    pub(in crate::host) said: BTreeSet<String>,
}

/// All of them.
#[derive(Debug, Default)]
pub(in crate::host) struct Sessions {
    all: Vec<Session>,
    registrations: BTreeMap<(String, String), String>,
    earned: BTreeMap<Key, BTreeSet<String>>,
    refused: Vec<(Key, String)>,
}

impl Sessions {
    /// The registration of a learner in a course.
    pub(in crate::host) fn registration(&mut self, course: &str, learner: &str) -> String {
        self.registrations.entry((course.to_owned(), learner.to_owned())).or_insert_with(secret::uuid).clone()
    }

    /// Begins a session; one of the same AU that is open is over: cmi5 9.3.6.
    pub(super) fn open(&mut self, session: Session) {
        self.all.iter_mut().filter(|one| one.key == session.key).for_each(|one| one.abandoned = true);
        self.all.push(session);
    }

    /// The token of the session `id`, once: cmi5 8.2.3.
    pub(super) fn fetch(&mut self, id: &str) -> Option<String> {
        let session = self.all.iter_mut().find(|one| one.id == id && !one.fetched)?;
        session.fetched = true;
        session.credential.strip_prefix("Basic ").map(str::to_owned)
    }

    /// The session whose token an `Authorization` header has.
    #[must_use]
    pub(in crate::host) fn of_credential(&self, credential: &str) -> Option<String> {
        self.all.iter().find(|one| one.fetched && one.credential == credential).map(|one| one.id.clone())
    }

    /// Forgets what a learner did in a course: the next launch is a new registration.
    pub(in crate::host) fn forget(&mut self, course: &str, learner: &str) {
        self.registrations.remove(&(course.to_owned(), learner.to_owned()));
        let theirs = |key: &Key| key.course == course && key.learner == learner;
        self.earned.retain(|key, _| !theirs(key));
        self.refused.retain(|(key, _)| !theirs(key));
        self.all.iter_mut().filter(|one| theirs(&one.key)).for_each(|one| one.abandoned = true);
    }

    /// Whether a session may send these statements; what they say of the AU is remembered.
    pub(in crate::host) fn statements(&mut self, id: &str, batch: &[Value]) -> Result<(), Broken> {
        let Some(place) = self.all.iter().position(|one| one.id == id) else {
            return Err(Broken::new("8.1.2.0-2", "there is no such session"));
        };
        let mut session = self.all[place].clone();
        let mut earned = self.earned.get(&session.key).cloned().unwrap_or_default();
        let result = batch.iter().try_for_each(|statement| rules::check(&mut session, &mut earned, statement));
        match &result {
            Ok(()) => {
                self.earned.insert(session.key.clone(), earned);
                self.all[place] = session;
            }
            Err(broken) => self.refused.push((session.key, broken.to_string())),
        }
        result
    }

    /// Whether a session may do this to a document.
    pub(in crate::host) fn document(
        &mut self,
        id: &str,
        method: &Method,
        key: &DocumentKey,
        agent: &Value,
        body: &[u8],
    ) -> Result<(), Broken> {
        let Some(session) = self.all.iter_mut().find(|one| one.id == id) else {
            return Err(Broken::new("8.1.2.0-2", "there is no such session"));
        };
        let result = document(session, method, key, agent, body);
        let whose = session.key.clone();
        if let Err(broken) = &result {
            self.refused.push((whose, broken.to_string()));
        }
        result
    }

    /// Whether a learner has done what moves on from a unit: cmi5 13.1.4.
    fn satisfied(&self, key: &Key) -> bool {
        let Some(last) = self.all.iter().rfind(|one| one.key == *key) else { return false };
        let has = |verb: &str| self.earned.get(key).is_some_and(|earned| earned.contains(verb));
        match last.settings["moveOn"].as_str().unwrap_or_default() {
            "Passed" => has("passed"),
            "Completed" => has("completed"),
            "CompletedAndPassed" => has("completed") && has("passed"),
            "CompletedOrPassed" => has("completed") || has("passed"),
            other => other == "NotApplicable",
        }
    }

    /// What became of a learner in a unit, and in the course of these `units`: it is satisfied once all of them are (cmi5 9.3.9).
    pub(super) fn shown(&self, key: &Key, units: &[String]) -> Value {
        let sessions: Vec<&Session> = self.all.iter().filter(|one| one.key == *key).collect();
        let refused: Vec<&String> = self.refused.iter().filter(|(whose, _)| whose == key).map(|(_, sentence)| sentence).collect();
        let said: Vec<&BTreeSet<String>> = sessions.iter().map(|one| &one.said).collect();
        let course = !units.is_empty() && units.iter().all(|unit| self.satisfied(&Key { unit: unit.clone(), ..key.clone() }));
        json!({"earned": self.earned.get(key).cloned().unwrap_or_default(), "satisfied": self.satisfied(key), "course_satisfied": course,
            "moveOn": sessions.last().map_or(&Value::Null, |one| &one.settings["moveOn"]), "refused": refused, "sessions": said,
            "registration": sessions.last().map(|one| &one.registration)})
    }
}

/// cmi5 10 and 11.
fn document(session: &mut Session, method: &Method, key: &DocumentKey, agent: &Value, body: &[u8]) -> Result<(), Broken> {
    if identity(agent) != identity(&session.actor) {
        return Err(Broken::new("8.1.3.0-3", "the agent is not the launch's actor"));
    }
    if key.activity.is_some() && key.registration.as_deref() != Some(&session.registration) {
        return Err(Broken::new("8.1.4.0-3", "the registration is not the launch's"));
    }
    if *method != Method::GET && key.id == "LMS.LaunchData" {
        return Err(Broken::new("10.2.1.0-5", "launch data are the LMS's alone"));
    }
    if key.activity.is_none() && key.id == "cmi5LearnerPreferences" {
        session.asked |= *method == Method::GET;
        let value: Value = serde_json::from_slice(body).unwrap_or_default();
        let whole = value["languagePreference"].is_string() && matches!(value["audioPreference"].as_str(), Some("on" | "off"));
        if *method != Method::GET && !whole {
            return Err(Broken::new("11.0.0.0-5", "preferences are languagePreference and audioPreference"));
        }
    }
    Ok(())
}
