//! `coursec statements`: what a course can send to a Learning Record Store, as whole statements of an example learner.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::args::Statements;
use super::courses;
use super::dist::replace;
use super::shell::Shell;
use super::tell::count;
use super::{Failure, Status};
use crate::activity::{Launchable, Profile, schema, statements};
use crate::diag::{Severity, Warned};
use crate::host::clock;
use crate::source::Sources;
use crate::{Options, Output, compile, lock_of};

/// When the example happened, and in which registration.
const TIME: &str = "2026-01-01T09:00:00.000Z";
const REGISTRATION: &str = "6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f";

/// Prints the statements of the courses at PATH: a JSON list. With `--profile` their profiles in its place, or writes these.
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
        if !arguments.profile {
            all.extend(samples(&output));
        } else if let Some(profile) = Profile::of(&output.course, &output.delivery) {
            match &arguments.out {
                None => all.push(document(&profile, &output)),
                Some(dir) => write(dir, &profile, &output, shell)?,
            }
        } else if output.delivery.iri.is_some() {
            shell.say(format_args!("{} follows the SCORM profile of xAPI, which is not its own to write", folder.name()));
        }
    }
    if arguments.profile {
        let documents: Vec<String> = all.iter().map(|one| format!("{one:#}\n")).collect();
        shell.print(&documents.concat());
        return Ok(status);
    }
    shell.print(&format!("{:#}\n", Value::Array(all)));
    Ok(status)
}

/// The profile as it is now; released before, it is a revision of what was released last under another version.
fn document(profile: &Profile<'_>, output: &Output) -> Value {
    let version = output.course.version.to_string();
    let before = output.lock.releases().map(|(_, release)| release.version.as_str()).filter(|one| *one != version).last();
    profile.document(&now(), before)
}

/// Writes profile, schema and samples.
fn write(dir: &Path, profile: &Profile<'_>, output: &Output, shell: &Shell) -> Result<(), Failure> {
    let id = &output.course.id;
    std::fs::create_dir_all(dir).map_err(|error| Failure::Machine(format!("cannot make folder {}: {error}", dir.display())))?;
    let samples = Value::Array(samples(output));
    for (name, value) in [
        (format!("{id}-profile.jsonld"), document(profile, output)),
        (format!("{id}-statements.schema.json"), schema(profile)),
        (format!("{id}-sample-statements.json"), samples),
    ] {
        let path = dir.join(name);
        replace(&path, format!("{value:#}\n").as_bytes()).map_err(|failure| Failure::Machine(failure.to_string()))?;
        shell.say(format_args!("wrote {}", path.display()));
    }
    Ok(())
}

/// Now, or what SOURCE_DATE_EPOCH says, for the same bytes every time. RFC 3339.
#[allow(clippy::disallowed_methods, reason = "a profile says when its version was made; nothing of it reaches a package")]
fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let seconds = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    clock::format(fixed.unwrap_or_else(seconds), 0)
}

/// The statements of all that is launched.
fn samples(output: &Output) -> Vec<Value> {
    output.delivery.launchables.iter().flat_map(|launchable| of(output, launchable)).collect()
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
            let parent = parent(template["parent"].as_str(), key, launchable, activities);
            let mut statement = json!({"actor": actor, "verb": template["verb"], "object": object, "timestamp": TIME});
            statement["context"] = made["context"].clone();
            statement["context"]["registration"] = json!(REGISTRATION);
            if let Some(parent) = parent {
                statement["context"]["contextActivities"]["parent"] = json!([parent]);
            }
            if let Some(result) = result(name, object) {
                statement["result"] = result;
            }
            attempted(&mut statement, &made);
            let seed = format!("{name} {key} {}", object["id"]);
            statement["id"] = json!(Uuid::new_v5(&Uuid::NAMESPACE_URL, seed.as_bytes()).to_string());
            all.push(statement);
        }
    }
    all
}

/// Names the attempt, where attempts are activities; progress is a score there.
fn attempted(statement: &mut Value, made: &Value) {
    let attempt = format!("{}?attemptId={REGISTRATION}", made["activities"]["unit"]["id"].as_str().unwrap_or_default());
    let grouping = statement["context"]["contextActivities"]["grouping"].as_array_mut();
    if let (Some(grouping), Some(definition)) = (grouping, made.get("attempt")) {
        grouping.push(json!({"objectType": "Activity", "id": attempt, "definition": definition}));
        if statement["result"]["extensions"].is_object() {
            statement["result"]["score"] = json!({"scaled": 0.4});
        }
    }
}

/// The activities that a template can be about: the unit, or every page or item.
fn about<'a>(kind: &str, activities: &'a Map<String, Value>) -> Vec<(&'a str, &'a Value)> {
    let fits = |key: &str| key == kind || key.strip_prefix(kind).is_some_and(|rest| rest.starts_with(':'));
    activities.iter().filter(|(key, _)| fits(key)).map(|(key, value)| (key.as_str(), value)).collect()
}

/// What stands above. docs/runtime-contract.md 5.
fn parent(above: Option<&str>, key: &str, launchable: &Launchable, activities: &Map<String, Value>) -> Option<Value> {
    let key = match above? {
        "sheet" => {
            let slot: u32 = key.split_once(':')?.1.parse().ok()?;
            let case = launchable.cases.iter().map(|case| case.number).find(|number| *number == slot);
            let sheet = || launchable.sheets.iter().find(|sheet| sheet.items.contains(&slot)).map(|sheet| sheet.slot);
            format!("sheet:{}", case.or_else(sheet)?)
        }
        above => above.to_owned(),
    };
    // A sheet without an activity of its own belongs to the unit.
    activities.get(&key).or_else(|| activities.get("unit")).cloned()
}

/// What an example learner reached: right answers where an answer can be right, and eight of ten points.
fn result(name: &str, object: &Value) -> Option<Value> {
    let score = json!({"scaled": 0.8, "raw": 8, "min": 0, "max": 10});
    let low = json!({"scaled": 0.3, "raw": 3, "min": 0, "max": 10});
    Some(match name {
        "answered" => {
            let right = object["definition"]["correctResponsesPattern"][0].as_str();
            right.map_or_else(|| json!({"duration": "PT120S"}), |right| json!({"response": right, "success": true, "duration": "PT120S"}))
        }
        "scored" | "handed-in" => json!({"score": score}),
        "mastered" => json!({"success": true, "score": score}),
        "missed" => json!({"success": false, "score": low}),
        "progressed" => json!({"extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 40}}),
        "completed" => json!({"completion": true, "duration": "PT1800S"}),
        "passed" => json!({"success": true, "score": score, "duration": "PT1800S"}),
        "failed" => json!({"success": false, "score": low, "duration": "PT1800S"}),
        "suspended" | "terminated" => json!({"duration": "PT1800S"}),
        _ => return None,
    })
}
