//! What templates cannot say: a JSON Schema of the statements, with ranges and forms. JSON Schema 2020-12.

use serde_json::{Value, json};

use super::Profile;

/// The schema of the statements of `profile`.
#[must_use]
pub fn schema(profile: &Profile<'_>) -> Value {
    let kinds: Vec<Value> = profile.templates.iter().map(kind).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": profile.iri.below(&["statements.schema.json"]).as_str(),
        "title": format!("Statements of {}", profile.course.title.text),
        "type": "object",
        "required": ["id", "actor", "verb", "object", "context", "timestamp"],
        "properties": {
            "id": {"$ref": "#/$defs/uuid"},
            "timestamp": {"type": "string", "pattern": "Z$"},
            "result": {"$ref": "#/$defs/result"},
            "context": {
                "type": "object",
                "required": ["registration", "language", "platform", "revision", "contextActivities"],
                "properties": {"registration": {"$ref": "#/$defs/uuid"}, "platform": {"const": crate::activity::PLATFORM}},
            },
        },
        "oneOf": kinds,
        "$defs": {
            "uuid": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
            "result": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                    "score": {
                        "type": "object",
                        "required": ["scaled"],
                        "properties": {
                            "scaled": {"type": "number", "minimum": 0, "maximum": 1},
                            "raw": {"type": "number", "minimum": 0},
                            "min": {"const": 0},
                            "max": {"type": "number", "exclusiveMinimum": 0},
                        },
                    },
                    "success": {"type": "boolean"},
                    "completion": {"const": true},
                    "response": {"type": "string"},
                    "duration": {"type": "string", "pattern": "^PT[0-9]+(\\.[0-9]{1,2})?S$"},
                    "extensions": {"type": "object"},
                },
            },
        },
    })
}

/// What tells one kind of statement from the others.
fn kind(one: &super::template::Template) -> Value {
    json!({
        "title": one.slug(),
        "properties": {
            "verb": {"type": "object", "required": ["id"], "properties": {"id": {"const": one.verb}}},
            "object": {
                "type": "object",
                "required": ["id", "definition"],
                "properties": {
                    "id": {"enum": one.objects},
                    "definition": {"type": "object", "required": ["type"], "properties": {"type": {"const": one.kind}}},
                },
            },
        },
    })
}
