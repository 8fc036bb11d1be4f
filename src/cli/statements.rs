//! `coursec statements`: what a course can send to a Learning Record Store, as whole statements of an example learner.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::args::Statements;
use super::courses;
use super::shell::Shell;
use super::tell::count;
use super::{Failure, Status};
use crate::activity::{Launchable, statements};
use crate::diag::{Severity, Warned};
use crate::source::Sources;
use crate::{Options, Output, compile, lock_of};

/// When the example happened.
const TIME: &str = "2026-01-01T09:00:00.000Z";

/// Prints the statements of the courses at PATH: a JSON list.
pub(super) fn run(arguments: &Statements, shell: &Shell) -> Result<Status, Failure> {
    let mut status = Status::Done;
    let mut all = Vec::new();
    for folder in courses::find(arguments.place.path.as_deref())?.folders {
        let sources = folder.load(shell)?;
        let Some(output) = output(&sources, shell) else {
            status = Status::Errors;
            continue;
        };
        if output.delivery.iri.is_none() {
            shell.say(format_args!("{} sends no statements: its course.yaml has no `base_iri`", folder.name()));
        }
        all.extend(output.delivery.launchables.iter().flat_map(|launchable| of(&output, launchable)));
    }
    shell.print(&format!("{:#}\n", Value::Array(all)));
    Ok(status)
}

/// The course as it is; its errors are told where it has some.
fn output(sources: &Sources, shell: &Shell) -> Option<Output> {
    let Warned { output, mut diagnostics } = lock_of(sources);
    let built = compile(sources, output?, &Options::default());
    diagnostics.extend(built.diagnostics);
    if built.output.is_none() {
        diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
        shell.report(&diagnostics, sources);
        shell.say(format_args!("no statements: {}", count(&diagnostics)));
    }
    built.output
}

/// One statement for each template and each thing that it can be about.
fn of(output: &Output, launchable: &Launchable) -> Vec<Value> {
    let Some(made) = statements(&output.course, &output.delivery, launchable) else { return Vec::new() };
    let (Some(activities), Some(templates)) = (made["activities"].as_object(), made["templates"].as_object()) else { return Vec::new() };
    let home = output.course.xapi.home_page.as_ref().or(output.course.base_iri.as_ref()).map(ToString::to_string);
    let actor = json!({"objectType": "Agent", "account": {"homePage": home, "name": "learner-1"}});
    let mut all = Vec::new();
    for (name, template) in templates {
        let kind = template["object"].as_str().unwrap_or_default();
        for (key, object) in about(kind, activities) {
            let parent = parent(kind, key, launchable, activities);
            let mut statement = json!({"actor": actor, "verb": template["verb"], "object": object, "timestamp": TIME});
            statement["context"] = made["context"].clone();
            if let Some(parent) = parent {
                statement["context"]["contextActivities"]["parent"] = json!([parent]);
            }
            if let Some(result) = result(name, object) {
                statement["result"] = result;
            }
            let seed = format!("{name} {key} {}", object["id"]);
            statement["id"] = json!(Uuid::new_v5(&Uuid::NAMESPACE_URL, seed.as_bytes()).to_string());
            all.push(statement);
        }
    }
    all
}

/// The activities that a template can be about: the unit, or every page or item.
fn about<'a>(kind: &str, activities: &'a Map<String, Value>) -> Vec<(&'a str, &'a Value)> {
    let fits = |key: &str| key == kind || key.strip_prefix(kind).is_some_and(|rest| rest.starts_with(':'));
    activities.iter().filter(|(key, _)| fits(key)).map(|(key, value)| (key.as_str(), value)).collect()
}

/// What stands above: the sheet for an answer, the unit for a page. docs/runtime-contract.md 5.
fn parent(kind: &str, key: &str, launchable: &Launchable, activities: &Map<String, Value>) -> Option<Value> {
    let above = match kind {
        "unit" => return None,
        "item" => {
            let slot: u32 = key.split_once(':')?.1.parse().ok()?;
            let case = launchable.cases.iter().map(|case| case.number).find(|number| *number == slot);
            let sheet = || launchable.sheets.iter().find(|sheet| sheet.items.contains(&slot)).map(|sheet| sheet.slot);
            format!("sheet:{}", case.or_else(sheet)?)
        }
        _ => "unit".to_owned(),
    };
    activities.get(&above).cloned()
}

/// What an example learner reached: right answers where an answer can be right, and eight of ten points.
fn result(name: &str, object: &Value) -> Option<Value> {
    match name {
        "answered" => {
            let right = object["definition"]["correctResponsesPattern"][0].as_str();
            Some(right.map_or_else(|| json!({"duration": "PT2M"}), |right| json!({"response": right, "success": true})))
        }
        "scored" => Some(json!({"score": {"scaled": 0.8, "raw": 8, "min": 0, "max": 10}})),
        "completed" => Some(json!({"completion": true})),
        "passed" => Some(json!({"success": true, "score": {"scaled": 0.8, "raw": 8, "min": 0, "max": 10}})),
        "failed" => Some(json!({"success": false, "score": {"scaled": 0.3, "raw": 3, "min": 0, "max": 10}})),
        _ => None,
    }
}
