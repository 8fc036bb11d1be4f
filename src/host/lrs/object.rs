//! Activities and their definitions: xAPI Part 2, 2.4.4.1.

use serde_json::Value;

use super::interaction;
use super::part::{Check, Part};
use super::scalar::{is_iri, is_uuid};

/// An activity.
pub(super) fn activity(place: &str, value: &Value) -> Check {
    let part = Part::new(place, value)?;
    part.only(&["objectType", "id", "definition"])?;
    if part.text("objectType")?.is_some_and(|kind| kind != "Activity") {
        return part.fault("objectType", "must be `Activity`");
    }
    part.need("id")?;
    part.text_that("id", is_iri, "must be an IRI with a scheme")?;
    part.part("definition")?.map_or(Ok(()), |definition| check_definition(&definition))
}

fn check_definition(part: &Part) -> Check {
    let known = ["name", "description", "type", "moreInfo", "extensions"];
    part.only(&[&known[..], &interaction::PROPERTIES[..]].concat())?;
    part.language_map("name")?;
    part.language_map("description")?;
    part.text_that("type", is_iri, "must be an IRI with a scheme")?;
    part.text_that("moreInfo", is_iri, "must be an IRL with a scheme")?;
    part.extensions("extensions")?;
    interaction::definition(part)
}

/// A reference to a statement.
pub(super) fn reference(place: &str, value: &Value) -> Check {
    let part = Part::new(place, value)?;
    part.only(&["objectType", "id"])?;
    if part.text("objectType")? != Some("StatementRef") {
        return part.fault("objectType", "must be `StatementRef`");
    }
    part.need("id")?;
    part.text_that("id", is_uuid, "must be a UUID")
}
