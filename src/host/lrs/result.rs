//! Results and contexts: xAPI Part 2, 2.4.5 and 2.4.6.

use serde_json::Value;

use super::actor::{actor, only_group};
use super::object::{activity, reference};
use super::part::{Check, Part};
use super::scalar::{is_duration, is_language, is_uuid};

/// A result.
pub(super) fn result(part: &Part) -> Check {
    part.only(&["score", "success", "completion", "response", "duration", "extensions"])?;
    if let Some(score) = part.part("score")? {
        check_score(&score)?;
    }
    part.boolean("success")?;
    part.boolean("completion")?;
    part.text("response")?;
    part.text_that("duration", is_duration, "must be an ISO 8601 duration")?;
    part.extensions("extensions")
}

/// xAPI Part 2, 2.4.5.1: scaled is -1 to 1, min is below max, raw between them.
fn check_score(part: &Part) -> Check {
    part.only(&["scaled", "raw", "min", "max"])?;
    let (raw, min, max) = (part.number("raw")?, part.number("min")?, part.number("max")?);
    if part.number("scaled")?.is_some_and(|scaled| !(-1.0..=1.0).contains(&scaled)) {
        return part.fault("scaled", "must be from -1 to 1");
    }
    let pairs = [("min", min, max, false), ("raw", min, raw, true), ("raw", raw, max, true)];
    for (key, low, high, may_equal) in pairs {
        if let (Some(low), Some(high)) = (low, high)
            && !(low < high || (may_equal && low <= high))
        {
            return part.fault(key, "does not fit: min < max, min <= raw <= max");
        }
    }
    Ok(())
}

/// A context; `about_activity` tells whether the statement's object is an activity.
pub(super) fn context(part: &Part, about_activity: bool) -> Check {
    let known = ["registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement", "extensions"];
    part.only(&known)?;
    part.text_that("registration", is_uuid, "must be a UUID")?;
    if let Some(instructor) = part.get("instructor") {
        actor(&part.at("instructor"), instructor)?;
    }
    if let Some(team) = part.get("team") {
        only_group(&part.at("team"), team)?;
    }
    if let Some(activities) = part.part("contextActivities")? {
        context_activities(&activities)?;
    }
    for key in ["revision", "platform"] {
        if part.text(key)?.is_some() && !about_activity {
            return part.fault(key, "stands only where the object is an activity");
        }
    }
    part.text_that("language", is_language, "is not a language tag of RFC 5646")?;
    if let Some(statement) = part.get("statement") {
        reference(&part.at("statement"), statement)?;
    }
    part.extensions("extensions")
}

fn context_activities(part: &Part) -> Check {
    let kinds = ["parent", "grouping", "category", "other"];
    part.only(&kinds)?;
    for kind in kinds {
        match part.get(kind) {
            None => {}
            Some(Value::Array(list)) => {
                for (at, value) in list.iter().enumerate() {
                    activity(&part.at(&format!("{kind}.{at}")), value)?;
                }
            }
            Some(single) => activity(&part.at(kind), single)?,
        }
    }
    Ok(())
}
