//! Statements: xAPI Part 2, 2.2 to 2.4.

use serde_json::Value;

use super::actor::{actor, only_group};
use super::interaction::is_response;
use super::object::{activity, reference};
use super::part::{Check, Fault, Part};
use super::result::{context, result};
use super::scalar::{is_iri, is_time, is_uuid, is_version};

/// The verb whose object is a statement that is taken back: xAPI Part 2, 2.3.2.
const VOIDED: &str = "http://adlnet.gov/expapi/verbs/voided";

/// Deeper JSON than this is no statement: extensions may nest, but not without end.
const DEEPEST: usize = 40;

/// Checks a statement as xAPI 1.0.3 defines it.
///
/// # Errors
/// The first fault, with its place.
pub fn validate(statement: &Value) -> Result<(), Fault> {
    no_nulls("", statement, 0)?;
    let part = Part::new("", statement)?;
    part.only(&["id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"])?;
    part.text_that("id", is_uuid, "must be a UUID")?;
    part.text_that("stored", is_time, "must be an RFC 3339 time with its zone")?;
    part.text_that("version", is_version, "must be 1.0 or a patch of it")?;
    if let Some(authority) = part.get("authority") {
        actor("authority", authority)?;
    }
    said(&part, false)
}

/// What statements and sub-statements share.
fn said(part: &Part, inner: bool) -> Check {
    actor(&part.at("actor"), part.need("actor")?)?;
    part.need("verb")?;
    let verb = part.part("verb")?.map_or(Ok(None), |verb| check_verb(&verb))?;
    let kind = object(&part.at("object"), part.need("object")?, inner)?;
    if verb == Some(VOIDED) && kind != "StatementRef" {
        return part.fault("object", "must be a StatementRef: the verb voids one");
    }
    if let Some(found) = part.part("result")? {
        result(&found)?;
        response(part, &found)?;
    }
    if let Some(found) = part.part("context")? {
        context(&found, kind == "Activity")?;
    }
    part.text_that("timestamp", is_time, "must be an RFC 3339 time with its zone")?;
    attachments(part)
}

fn check_verb<'a>(verb: &Part<'a>) -> Check<Option<&'a str>> {
    verb.only(&["id", "display"])?;
    verb.need("id")?;
    verb.text_that("id", is_iri, "must be an IRI with a scheme")?;
    verb.language_map("display")?;
    verb.text("id")
}

/// Checks an object and gives its type.
fn object<'a>(place: &str, value: &'a Value, inner: bool) -> Check<&'a str> {
    let part = Part::new(place, value)?;
    let kind = part.text("objectType")?.unwrap_or("Activity");
    match kind {
        "Activity" => activity(place, value)?,
        "Agent" => actor(place, value)?,
        "Group" => only_group(place, value)?,
        "StatementRef" => reference(place, value)?,
        // xAPI Part 2, 2.4.4.3: what a sub-statement says has no identity of its own, and holds no other.
        "SubStatement" if !inner => {
            part.only(&["objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments"])?;
            said(&part, true)?;
        }
        _ => return part.fault("objectType", "is no type of object here"),
    }
    Ok(kind)
}

/// A response fits the definition that stands beside it.
fn response(part: &Part, result: &Part) -> Check {
    let definition = match part.part("object")? {
        Some(object) if !object.has("member") => object.part("definition")?,
        _ => None,
    };
    match (definition, result.text("response")?) {
        (Some(definition), Some(text)) if !is_response(&definition, text)? => {
            result.fault("response", "does not fit the object's definition")
        }
        _ => Ok(()),
    }
}

/// xAPI Part 2, 2.4.11: attachments; their bytes would come as multipart, which is not taken here, so each has a URL.
fn attachments(part: &Part) -> Check {
    for (at, value) in part.list("attachments")?.into_iter().flatten().enumerate() {
        let attachment = Part::new(part.at(&format!("attachments.{at}")), value)?;
        attachment.only(&["usageType", "display", "description", "contentType", "length", "sha2", "fileUrl"])?;
        for key in ["usageType", "display", "contentType", "length", "sha2", "fileUrl"] {
            attachment.need(key)?;
        }
        attachment.text_that("usageType", is_iri, "must be an IRI with a scheme")?;
        attachment.text_that("fileUrl", is_iri, "must be an IRL with a scheme")?;
        attachment.text("contentType")?;
        attachment.text("sha2")?;
        attachment.number("length")?;
        attachment.language_map("display")?;
        attachment.language_map("description")?;
    }
    Ok(())
}

/// xAPI Part 2, 2.2: null stands nowhere but in extensions.
fn no_nulls(place: &str, value: &Value, depth: usize) -> Check {
    let fault = |rule: &str| Err(Fault { place: place.to_owned(), rule: rule.to_owned() });
    let below = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
    if depth > DEEPEST {
        return fault("is nested too deeply");
    }
    match value {
        Value::Null => fault("must not be null"),
        Value::Object(map) => {
            map.iter().filter(|(key, _)| *key != "extensions").try_for_each(|(key, value)| no_nulls(&below(key), value, depth + 1))
        }
        Value::Array(list) => list.iter().enumerate().try_for_each(|(at, value)| no_nulls(&below(&at.to_string()), value, depth + 1)),
        _ => Ok(()),
    }
}
