//! The course's xAPI Profile: its activities, templates of its statements, the order in which they come. xAPI Profiles 1.0.
//!
//! In: the course, its delivery, when this version was made. Out: JSON-LD, a JSON Schema. Gives nothing where the course has no IRI or
//! follows the SCORM profile, which others publish.

mod pattern;
mod schema;
mod template;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::vocabulary::profile_iri;
use super::{Delivery, Vocabulary, statements};
use crate::model::Course;
use crate::value::Iri;

pub use schema::schema;

/// The statements of a course as its profile describes them.
#[derive(Debug)]
pub struct Profile<'a> {
    course: &'a Course,
    /// The profile, whatever its version.
    iri: Iri,
    /// This version of it.
    version: Iri,
    /// Every activity by its IRI.
    activities: BTreeMap<String, Value>,
    /// Templates, by the names of what they have in common.
    templates: Vec<template::Template>,
}

impl<'a> Profile<'a> {
    /// The profile of `course`.
    #[must_use]
    pub fn of(course: &'a Course, delivery: &Delivery) -> Option<Self> {
        let vocabulary = Vocabulary::of(course);
        let (iri, version, whole) = (profile_iri(course)?, vocabulary.version()?.clone(), delivery.iri.clone()?);
        let made: Vec<Value> = delivery.launchables.iter().filter_map(|one| statements(course, delivery, one)).collect();
        let mut activities = BTreeMap::new();
        for activity in made.iter().filter_map(|one| one["activities"].as_object()).flat_map(|all| all.values()) {
            activities.insert(activity["id"].as_str().unwrap_or_default().to_owned(), activity["definition"].clone());
        }
        let templates = template::templates(course, &vocabulary, &made, &version, &whole);
        Some(Self { course, iri, version, activities, templates })
    }

    /// The profile as JSON-LD. `made` is when this version came to be, RFC 3339; `before` the version of the course before it.
    #[must_use]
    pub fn document(&self, made: &str, before: Option<&str>) -> Value {
        let Self { course, iri, version, .. } = self;
        let mut this = json!({"id": version.as_str(), "generatedAtTime": made});
        if let Some(before) = before {
            this["wasRevisionOf"] = json!([iri.below(&[&format!("v{before}")]).as_str()]);
        }
        let title = &course.title.text;
        let author = course.meta.author.as_ref().map_or(title.as_str(), |author| author.text.as_str());
        json!({
            "@context": "https://w3id.org/xapi/profiles/context",
            "id": iri.as_str(),
            "type": "Profile",
            "conformsTo": "https://w3id.org/xapi/profiles#1.0",
            "prefLabel": self.said(title),
            "definition": self.said(&format!("What learners do in {title}: its activities, and the statements that it sends of them.")),
            "versions": [this],
            "author": {"type": "Organization", "name": author},
            "concepts": self.concepts(),
            "templates": self.templates.iter().map(|one| self.template(one)).collect::<Vec<Value>>(),
            "patterns": pattern::patterns(self),
        })
    }

    /// xAPI Profiles 1.0, 7.3: every activity as statements define it. Answer keys stay in the package.
    fn concepts(&self) -> Vec<Value> {
        let concept = |(id, definition): (&String, &Value)| {
            let mut definition = definition.clone();
            if let Some(map) = definition.as_object_mut() {
                map.remove("correctResponsesPattern");
            }
            definition["@context"] = json!("https://w3id.org/xapi/profiles/activity-context");
            json!({"id": id, "type": "Activity", "inScheme": self.version.as_str(), "activityDefinition": definition})
        };
        self.activities.iter().map(concept).collect()
    }

    fn template(&self, one: &template::Template) -> Value {
        let label = format!("{} {}", one.word, one.kind.rsplit('/').next().unwrap_or_default());
        json!({
            "id": self.template_id(one),
            "type": "StatementTemplate",
            "inScheme": self.version.as_str(),
            "prefLabel": {"en": label},
            "definition": {"en": format!("Statements with the verb `{}` about an activity of this type.", one.word)},
            "verb": one.verb,
            "objectActivityType": one.kind,
            "rules": one.rules,
        })
    }

    /// Its id changes with what it asks for: xAPI Profiles 1.0, 6.0.
    fn template_id(&self, one: &template::Template) -> String {
        self.iri.below(&["templates", &one.slug(), &one.hash]).to_string()
    }

    /// English is the language of words that the compiler makes; those of the course are in its own.
    fn said(&self, text: &str) -> Value {
        json!({self.course.lang.as_str(): text})
    }
}
