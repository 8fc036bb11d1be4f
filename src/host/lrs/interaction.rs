//! Definitions of interactions: xAPI Part 2, 2.4.4.1, "Interaction Activities".

use std::collections::BTreeSet;

use super::part::{Check, Part};
use super::pattern::{Components, holds};

/// What a definition has for an interaction.
pub(super) const PROPERTIES: [&str; 7] = ["interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps"];

/// Types, and the component lists that each may have.
const TYPES: [(&str, &[&str]); 10] = [
    ("choice", &["choices"]),
    ("fill-in", &[]),
    ("likert", &["scale"]),
    ("long-fill-in", &[]),
    ("matching", &["source", "target"]),
    ("numeric", &[]),
    ("other", &[]),
    ("performance", &["steps"]),
    ("sequencing", &["choices"]),
    ("true-false", &[]),
];

/// The part of a definition that makes it an interaction.
pub(super) fn definition(part: &Part) -> Check {
    let Some(kind) = part.text("interactionType")? else {
        return match PROPERTIES.iter().find(|key| part.has(key)) {
            Some(key) => part.fault(key, "needs an interactionType beside it"),
            None => Ok(()),
        };
    };
    let Some((_, lists)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        return part.fault("interactionType", "is not one of the ten types");
    };
    if let Some(odd) = PROPERTIES[2..].iter().find(|key| part.has(key) && !lists.contains(key)) {
        return part.fault(odd, format!("is no component list of {kind}"));
    }
    let components = components(part)?;
    let Some(patterns) = part.list("correctResponsesPattern")? else { return Ok(()) };
    for (at, pattern) in patterns.iter().enumerate() {
        let place = format!("correctResponsesPattern.{at}");
        match pattern.as_str() {
            None => return part.fault(&place, "must be a string"),
            Some(text) if !holds(kind, &components, text, true) => return part.fault(&place, format!("is no pattern of {kind}")),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Whether `response` is one that an interaction with this definition can have; true where it says no type.
pub(super) fn is_response(definition: &Part, response: &str) -> Check<bool> {
    let Some(kind) = definition.text("interactionType")? else { return Ok(true) };
    Ok(response.is_empty() || holds(kind, &components(definition)?, response, false))
}

fn components(part: &Part) -> Check<Components> {
    let mut all = Components::default();
    for key in &PROPERTIES[2..] {
        let Some(list) = part.list(key)? else { continue };
        let mut ids = BTreeSet::new();
        for (at, value) in list.iter().enumerate() {
            let component = Part::new(part.at(&format!("{key}.{at}")), value)?;
            component.only(&["id", "description"])?;
            component.need("id")?;
            let id = component.text("id")?.unwrap_or_default();
            if id.is_empty() || id.contains(char::is_whitespace) {
                return component.fault("id", "must have characters, and no white space");
            }
            component.language_map("description")?;
            if !ids.insert(id.to_owned()) {
                return component.fault("id", "stands twice in its list");
            }
        }
        all.insert((*key).to_owned(), ids);
    }
    Ok(all)
}
