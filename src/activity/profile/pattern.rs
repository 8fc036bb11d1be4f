//! Patterns: in what order statements come. xAPI Profiles 1.0, 9.0.

use serde_json::{Value, json};

use super::Profile;

/// The patterns of a profile. Statements of one registration are sessions one behind the other; inside a session of cmi5, which has words of
/// its own for beginning and end, only what is between them.
pub(super) fn patterns(profile: &Profile<'_>) -> Vec<Value> {
    let mut making = Making { profile, made: Vec::new() };
    let of = |words: &[&str]| -> Vec<String> {
        profile.templates.iter().filter(|one| words.contains(&one.word.as_str())).map(|one| profile.template_id(one)).collect()
    };
    let edges = ["initialized", "resumed", "suspended", "terminated"];
    let inner: Vec<String> =
        profile.templates.iter().filter(|one| !edges.contains(&one.word.as_str())).map(|one| profile.template_id(one)).collect();
    let start = making.one_of("start", of(&edges[..2]));
    let suspended = making.one_of("suspended", of(&["suspended"]));
    let terminated = making.one_of("terminated", of(&["terminated"]));
    let body = making.one_of("body", inner);
    let any = making.add("any-body", "zeroOrMore", &json!(body));
    let (pause, end) = (making.add("pause", "optional", &json!(suspended)), making.add("end", "optional", &json!(terminated)));
    let session = making.add("session", "sequence", &json!([start, any, pause, end]));
    making.primary("sessions", "Sessions of a learner, one behind the other", &session);
    making.primary("in-cmi5", "What is said inside sessions of cmi5", &body);
    making.made
}

struct Making<'a> {
    profile: &'a Profile<'a>,
    made: Vec<Value>,
}

impl Making<'_> {
    /// Adds a pattern and gives its id, which changes with its members.
    fn add(&mut self, name: &str, rule: &str, members: &Value) -> String {
        let hash = hash(&format!("{rule} {members}"));
        let id = self.profile.iri.below(&["patterns", name, &hash]).to_string();
        self.made.push(json!({"id": id, "type": "Pattern", "primary": false, "inScheme": self.profile.version.as_str(), rule: members}));
        id
    }

    /// One of several; what there is one of needs no pattern.
    fn one_of(&mut self, name: &str, mut ids: Vec<String>) -> String {
        if ids.len() == 1 { ids.remove(0) } else { self.add(name, "alternates", &json!(ids)) }
    }

    fn primary(&mut self, name: &str, label: &str, member: &str) {
        self.add(name, "oneOrMore", &json!(member));
        if let Some(last) = self.made.last_mut() {
            last["primary"] = json!(true);
            last["prefLabel"] = json!({"en": label});
            last["definition"] = json!({"en": format!("{label}, in one registration.")});
        }
    }
}

fn hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
