//! What an LMS must refuse of an AU's statements. In: a session, what was earned, a statement. Out: nothing, or the requirement that it breaks. cmi5 7 to 10.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use super::session::Session;
use crate::host::lrs::identity;

const VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const CONTEXT: &str = "https://w3id.org/xapi/cmi5/context/";
/// Verbs of the AU itself.
const DEFINED: [&str; 5] = ["initialized", "completed", "passed", "failed", "terminated"];

/// A requirement that a request breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::host) struct Broken {
    requirement: &'static str,
    sentence: &'static str,
}

impl Broken {
    pub(super) fn new(requirement: &'static str, sentence: &'static str) -> Self {
        Self { requirement, sentence }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cmi5 {}: {}", self.requirement, self.sentence)
    }
}

/// Refuses unless `holds`.
fn must(holds: bool, requirement: &'static str, sentence: &'static str) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(Broken::new(requirement, sentence)) }
}

/// Checks a statement, and remembers what it says of the AU.
pub(super) fn check(session: &mut Session, earned: &mut BTreeSet<String>, statement: &Value) -> Result<(), Broken> {
    every(session, statement)?;
    if !has_category(statement, "cmi5") {
        must(!has_category(statement, "moveon"), "9.6.2.2-2", "the moveon category is for what decides on moving on")?;
        return must(session.said.contains("initialized"), "7.1.3.0-1", "statements come after initialized");
    }
    let verb = statement["verb"]["id"].as_str().and_then(|id| id.strip_prefix(VERBS)).unwrap_or_default().to_owned();
    must(DEFINED.contains(&verb.as_str()), "9.3.0.0-1", "the verb is none that an AU may use for itself")?;
    must(statement["object"]["id"] == session.activity.as_str(), "8.1.5.0-6", "the object is not the launch's activity")?;
    order(session, earned, &verb)?;
    result(session, &verb, statement)?;
    session.said.insert(verb.clone());
    earned.insert(verb);
    Ok(())
}

/// What holds for every statement.
fn every(session: &Session, statement: &Value) -> Result<(), Broken> {
    let context = &statement["context"];
    must(!session.abandoned && !session.said.contains("terminated"), "9.3.0.0-5", "the session is over")?;
    must(statement["id"].is_string(), "9.1.0.0-1", "the statement has no id")?;
    let time = statement["timestamp"].as_str();
    must(time.is_some(), "9.7.0.0-1", "the statement has no timestamp")?;
    must(time.is_some_and(|time| time.ends_with('Z') || time.ends_with("+00:00")), "9.7.0.0-2", "the timestamp is not in UTC")?;
    must(identity(&statement["actor"]) == identity(&session.actor), "8.1.3.0-3", "the actor is not the launch's")?;
    must(context["registration"] == session.registration.as_str(), "9.6.1.0-1", "the registration is not the launch's")?;
    must(!statement["verb"]["id"].as_str().is_some_and(|id| id.ends_with("/voided")), "6.3.0.0-1", "an AU voids nothing")?;
    let template = &session.settings["contextTemplate"];
    let extension = format!("{CONTEXT}extensions/sessionid");
    let wanted = &template["extensions"][&extension];
    must(context["extensions"][&extension] == *wanted, "9.6.3.1-4", "the session id is not the launch's")?;
    let ids = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect()
    };
    let has = ids(&context["contextActivities"]["grouping"]);
    let all = ids(&template["contextActivities"]["grouping"]).iter().all(|id| has.contains(id));
    must(all, "10.2.1.0-6", "the context is not made on the launch's template")
}

/// What comes when, and how often.
fn order(session: &Session, earned: &BTreeSet<String>, verb: &str) -> Result<(), Broken> {
    let said = |verb: &str| session.said.contains(verb);
    if verb == "initialized" {
        must(session.asked, "11.0.0.0-3", "the learner's preferences were not asked for")?;
    } else {
        must(said("initialized"), "9.3.0.0-4", "initialized comes first")?;
    }
    must(!said(verb), "9.3.0.0-2", "the verb was used in this session")?;
    if ["completed", "passed", "failed"].contains(&verb) {
        must(session.settings["launchMode"] == "Normal", "10.2.2.0-5", "nothing is recorded in this mode")?;
        must(verb == "completed" || !(said("passed") || said("failed")), "9.3.0.0-3", "passed or failed once a session")?;
        must(verb == "failed" || !earned.contains(verb), "9.3.0.0-7", "completed and passed once a registration")?;
        must(verb != "failed" || !earned.contains("passed"), "9.3.0.0-8", "nobody fails who has passed")?;
    }
    Ok(())
}

/// What the result of a defined statement may say.
fn result(session: &Session, verb: &str, statement: &Value) -> Result<(), Broken> {
    let result = &statement["result"];
    let score = &result["score"];
    let judged = verb == "passed" || verb == "failed";
    must(judged || score.is_null(), "9.5.1.0-2", "a score stands with passed and failed alone")?;
    must(score["raw"].is_null() || (score["min"].is_number() && score["max"].is_number()), "9.5.1.0-3", "raw needs min and max")?;
    let (scaled, mastery) = (score["scaled"].as_f64(), session.settings["masteryScore"].as_f64());
    if let (Some(scaled), Some(mastery)) = (scaled, mastery) {
        must((0.0..=1.0).contains(&scaled), "9.5.1.0-1", "scaled is from 0 to 1")?;
        must((scaled >= mastery) == (verb == "passed"), "9.3.4.0-2", "the score is on the other side of masteryScore")?;
        let told = &statement["context"]["extensions"][format!("{CONTEXT}extensions/masteryscore")];
        must(told.as_f64() == Some(mastery), "9.6.3.2-2", "masteryScore does not stand in the context")?;
    }
    let success = if judged { Value::Bool(verb == "passed") } else { Value::Null };
    must(result["success"] == success, "9.5.2.0-1", "success is true for passed, false for failed, and nowhere else")?;
    let completion = if verb == "completed" { Value::Bool(true) } else { Value::Null };
    must(result["completion"] == completion, "9.5.3.0-1", "completion is true for completed, and nowhere else")?;
    must(verb == "initialized" || result["duration"].is_string(), "9.5.4.1-1", "the duration is missing")?;
    let decides = !result["success"].is_null() || !result["completion"].is_null();
    must(has_category(statement, "moveon") == decides, "9.6.2.2-1", "the moveon category stands where success or completion does")
}

fn has_category(statement: &Value, name: &str) -> bool {
    let id = format!("{CONTEXT}categories/{name}");
    statement["context"]["contextActivities"]["category"].as_array().is_some_and(|all| all.iter().any(|one| one["id"] == id.as_str()))
}
