//! Statement templates: one for each verb and type of activity. xAPI Profiles 1.0, 8.0.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::activity::{StatementKind, Vocabulary};
use crate::model::Course;
use crate::value::Iri;

/// What statements of one verb about one type of activity have in common.
#[derive(Debug)]
pub(super) struct Template {
    /// The verb's last word.
    pub(super) word: String,
    /// The verb.
    pub(super) verb: String,
    /// The type of the object.
    pub(super) kind: String,
    /// The objects.
    pub(super) objects: BTreeSet<String>,
    /// What holds of each.
    pub(super) rules: Vec<Value>,
    /// Of what it asks for.
    pub(super) hash: String,
}

impl Template {
    /// Its name in addresses.
    pub(super) fn slug(&self) -> String {
        let kind = self.kind.rsplit('/').next().unwrap_or_default().replace('.', "-");
        format!("{}-{kind}", self.word)
    }
}

/// The templates of all that `made`, the statements' parts of each launchable, can become.
pub(super) fn templates(course: &Course, vocabulary: &Vocabulary, made: &[Value], version: &Iri, whole: &Iri) -> Vec<Template> {
    let mut groups: BTreeMap<(usize, String), (StatementKind, BTreeSet<String>)> = BTreeMap::new();
    let kinds = vocabulary.kinds(course);
    let first = |verb: &str| kinds.iter().position(|kind| kind.verb == verb).unwrap_or_default();
    for part in made {
        for kind in &kinds {
            for (key, activity) in part["activities"].as_object().into_iter().flatten() {
                let about = key.split(':').next() == Some(kind.object);
                let own = kind.object != "sheet" || activity["id"] != part["activities"]["unit"]["id"];
                let (Some(id), Some(of)) = (activity["id"].as_str(), activity["definition"]["type"].as_str()) else { continue };
                if about && own {
                    let group = groups.entry((first(kind.verb), of.to_owned())).or_insert_with(|| (*kind, BTreeSet::new()));
                    group.1.insert(id.to_owned());
                }
            }
        }
    }
    let template = |((_, of), (kind, objects)): ((usize, String), (StatementKind, BTreeSet<String>))| {
        let word = kind.verb.rsplit('/').next().unwrap_or_default().to_owned();
        let rules = rules(&kind, &word, &objects, version, whole);
        let asked = json!([kind.verb, of, rules]).to_string();
        let hash = Sha256::digest(asked.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Template { word, verb: kind.verb.to_owned(), kind: of, objects, rules, hash }
    };
    groups.into_iter().map(template).collect()
}

/// xAPI Profiles 1.0, 8.1.
fn rules(kind: &StatementKind, word: &str, objects: &BTreeSet<String>, version: &Iri, whole: &Iri) -> Vec<Value> {
    let there = |location: &str| json!({"location": location, "presence": "included"});
    let of = |location: &str, value: &Value| json!({"location": location, "presence": "included", "all": [value]});
    let among = |location: &str, iri: &Iri| json!({"location": location, "presence": "included", "any": [iri.as_str()]});
    let mut rules = vec![
        json!({"location": "object.id", "presence": "included", "all": objects}),
        there("timestamp"),
        there("context.registration"),
        there("context.language"),
        of("context.platform", &json!(crate::activity::PLATFORM)),
        there("context.revision"),
        among("context.contextActivities.category[*].id", version),
        among("context.contextActivities.grouping[*].id", whole),
    ];
    // One verb may be used of a unit, which nothing stands above, and of what is in it.
    if kind.parent.is_some() && kind.object != "sheet" {
        rules.push(there("context.contextActivities.parent[*].id"));
    }
    match word {
        "answered" | "suspended" | "terminated" => rules.push(there("result.duration")),
        "scored" => rules.push(there("result.score.scaled")),
        "passed" | "failed" => rules.push(of("result.success", &json!(word == "passed"))),
        "completed" => rules.extend([of("result.completion", &json!(true)), there("result.duration")]),
        "initialized" | "resumed" | "experienced" => rules.push(json!({"location": "result", "presence": "excluded"})),
        _ => rules.push(there("result.extensions")),
    }
    rules
}
