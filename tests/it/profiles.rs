//! `coursec statements --profile`: the course's xAPI Profile, its schema and samples agree with each other.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::CourseTest;

/// When the profiles here were made.
const MADE: [(&str, &str); 1] = [("SOURCE_DATE_EPOCH", "1795341600")];

/// Profile, schema and samples of an example.
fn written(name: &str, id: &str) -> [Value; 3] {
    let test = CourseTest::empty().run(&format!("new course --example {name}")).status(0).then();
    let test = test.run_with("statements course --profile --out profiles", &MADE).status(0).then();
    ["profile.jsonld", "statements.schema.json", "sample-statements.json"].map(|file| {
        let text = std::fs::read_to_string(test.path().join(format!("profiles/{id}-{file}"))).expect("it was written");
        serde_json::from_str(&text).expect("it is JSON")
    })
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().expect("a list")
}

#[test]
fn every_sample_follows_one_template_of_the_profile() {
    for (name, id) in
        [("minimal", "clean-hands"), ("two-units", "allotment-skills"), ("a-case", "a-case"), ("every-item-type", "flat-tyre")]
    {
        let [profile, schema, samples] = written(name, id);
        let samples = samples.as_array().expect("a list");
        assert!(samples.len() > 10, "{name}");
        for sample in samples {
            let (verb, kind) = (&sample["verb"]["id"], &sample["object"]["definition"]["type"]);
            let of = |one: &&Value| one["verb"] == *verb && one["objectActivityType"] == *kind;
            let fits: Vec<&Value> = list(&profile, "templates").iter().filter(of).collect();
            assert_eq!(fits.len(), 1, "{name}: {verb} {kind}");
            let objects = list(&fits[0]["rules"][0], "all");
            assert!(objects.contains(&sample["object"]["id"]), "{name}: {verb} {}", sample["object"]["id"]);
            let named = |one: &&Value| {
                let told = &one["properties"];
                told["verb"]["properties"]["id"]["const"] == *verb
                    && told["object"]["properties"]["definition"]["properties"]["type"]["const"] == *kind
            };
            assert_eq!(list(&schema, "oneOf").iter().filter(named).count(), 1, "{name}: {verb} {kind}");
        }
    }
}

#[test]
fn a_profile_names_nothing_that_it_does_not_hold() {
    let [profile, ..] = written("two-units", "allotment-skills");
    let version = &profile["versions"][0]["id"];
    assert_eq!(profile["versions"][0]["generatedAtTime"], "2026-11-22T10:00:00.000Z");
    let mut ids = BTreeSet::new();
    for member in ["concepts", "templates", "patterns"].iter().flat_map(|key| list(&profile, key)) {
        assert_eq!(member["inScheme"], *version);
        assert!(ids.insert(member["id"].as_str().expect("a text")), "{} is there twice", member["id"]);
    }
    let mut primaries = 0;
    for pattern in list(&profile, "patterns") {
        primaries += usize::from(pattern["primary"] == true);
        for rule in ["alternates", "sequence", "optional", "oneOrMore", "zeroOrMore"] {
            let members = pattern[rule].as_array().cloned().unwrap_or_else(|| pattern.get(rule).cloned().into_iter().collect());
            assert!(members.iter().all(|member| ids.contains(member.as_str().expect("a text"))), "{pattern}");
            assert!(members.len() != 1 || pattern[rule].is_string(), "{pattern}");
        }
    }
    assert_eq!(primaries, 2);
    assert!(!profile.to_string().contains("correctResponsesPattern"), "answer keys stay in the package");
}

#[test]
fn the_scorm_profile_is_not_ours_to_write() {
    let test = CourseTest::new().edit("course.yaml", "units: [", "xapi: {profile: scorm}\nunits: [");
    let test =
        test.run("statements --profile").stderr(". follows the SCORM profile of xAPI, which is not its own to write\n").status(0).then();
    let out = test.run("statements").status(0).out();
    let statements: Vec<Value> = serde_json::from_str(&out).expect("a list");
    let verbs: BTreeSet<&str> = statements.iter().filter_map(|one| one["verb"]["id"].as_str()?.rsplit('/').next()).collect();
    let known = ["completed", "failed", "initialized", "passed", "progressed", "responded", "resumed", "scored", "suspended", "terminated"];
    assert_eq!(verbs, known.into());
    for statement in &statements {
        assert_eq!(statement["context"]["contextActivities"]["category"][0]["id"], "https://w3id.org/xapi/scorm");
    }
    let ids: BTreeSet<&str> = statements.iter().filter_map(|one| one["object"]["id"].as_str()).collect();
    assert!(ids.iter().any(|id| id.starts_with("https://learn.example.org/clean-hands/units/hand-washing/interactions/")), "{ids:?}");
    assert!(ids.iter().any(|id| id.starts_with("https://learn.example.org/clean-hands/units/hand-washing/objectives/")), "{ids:?}");
}
