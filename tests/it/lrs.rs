//! The preview's LRS: statements that xAPI 1.0.3 takes and refuses, and what becomes of batches and duplicates.

use coursec::host::lrs::{Filter, Refusal, Store, validate};
use serde_json::{Value, json};

fn answered() -> Value {
    json!({
        "id": "6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f",
        "actor": {"objectType": "Agent", "account": {"homePage": "https://lms.example/", "name": "l-1"}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": "https://course.example/units/u/items/q",
            "definition": {
                "name": {"en": "Which?"},
                "description": {"en": "Which of them?"},
                "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                "interactionType": "choice",
                "correctResponsesPattern": ["keep"],
                "choices": [{"id": "keep", "description": {"en": "Keep"}}, {"id": "drop", "description": {"en": "Drop"}}]
            }
        },
        "result": {"score": {"scaled": 1, "raw": 1, "min": 0, "max": 1}, "success": true, "completion": true, "response": "keep", "duration": "PT3.5S"},
        "context": {
            "registration": "7d1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f",
            "language": "en-GB",
            "platform": "coursec",
            "revision": "1",
            "contextActivities": {"parent": [{"id": "https://course.example/units/u/assessments/a"}], "grouping": [{"objectType": "Activity", "id": "https://course.example/"}]},
            "extensions": {"https://course.example/x": null}
        },
        "timestamp": "2026-11-21T20:00:00.000Z"
    })
}

/// The statement with the value at `pointer` set, or taken away where `value` is the text `-`.
fn changed(pointer: &str, value: &Value) -> Value {
    let mut statement = answered();
    let (parent, key) = pointer.rsplit_once('/').expect("pointers here begin with a slash");
    let holder = statement.pointer_mut(parent).expect("pointers here lead to what is there");
    let map = holder.as_object_mut().expect("pointers here end in a property");
    if value == "-" {
        map.shift_remove(key);
    } else {
        map.insert(key.to_owned(), value.clone());
    }
    statement
}

#[test]
fn statements_that_are_good() {
    let account = json!({"homePage": "https://lms.example/", "name": "l-1"});
    for (pointer, value) in [
        ("/id", json!("-")),
        ("/timestamp", json!("2026-11-21T20:00:00+01:00")),
        ("/timestamp", json!("-")),
        ("/version", json!("1.0.0")),
        ("/actor", json!({"mbox": "mailto:a@b.example", "name": "A"})),
        ("/actor", json!({"mbox_sha1sum": "da39a3ee5e6b4b0d3255bfef95601890afd80709"})),
        ("/actor", json!({"openid": "https://a.example/"})),
        ("/actor", json!({"objectType": "Group", "member": [{"account": account}]})),
        ("/actor", json!({"objectType": "Group", "account": account})),
        ("/verb/display", json!("-")),
        ("/object/objectType", json!("-")),
        ("/object/definition", json!("-")),
        ("/object/definition/correctResponsesPattern", json!([])),
        ("/object/definition/correctResponsesPattern", json!(["keep", "keep[,]drop"])),
        ("/object/definition/choices", json!([{"id": "keep"}])),
        ("/object/definition/extensions", json!({"urn:x:1": {"deep": [null]}})),
        ("/result/response", json!("drop[,]keep")),
        ("/result/response", json!("")),
        ("/result/score", json!({"scaled": -1})),
        ("/context/contextActivities/parent", json!({"id": "https://course.example/units/u"})),
        ("/context/instructor", json!({"mbox": "mailto:a@b.example"})),
        ("/context/team", json!({"objectType": "Group", "mbox": "mailto:a@b.example"})),
        ("/context/statement", json!({"objectType": "StatementRef", "id": "7d1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f"})),
    ] {
        let statement = changed(pointer, &value);
        assert_eq!(validate(&statement), Ok(()), "{pointer}: {value}");
    }
    assert_eq!(validate(&answered()), Ok(()));
}

#[test]
fn statements_that_are_bad() {
    let two = json!({"mbox": "mailto:a@b.example", "openid": "https://a.example/"});
    let identifiers = "actor.actor: must have exactly one of mbox, mbox_sha1sum, openid, account";
    for (pointer, value, fault) in [
        ("/note", json!("x"), "note: is not a property here"),
        ("/Actor", json!({}), "Actor: is not a property here"),
        ("/actor", json!("-"), "actor: is missing"),
        ("/verb", json!("-"), "verb: is missing"),
        ("/object", json!("-"), "object: is missing"),
        ("/result", json!(null), "result: must not be null"),
        ("/result/response", json!(null), "result.response: must not be null"),
        ("/id", json!("6f1c8f2e"), "id: must be a UUID"),
        ("/timestamp", json!("2026-11-21T20:00:00"), "timestamp: must be an RFC 3339 time with its zone"),
        ("/version", json!("2.0.0"), "version: must be 1.0 or a patch of it"),
        ("/actor", two, identifiers),
        ("/actor", json!({"name": "A"}), identifiers),
        ("/actor", json!({"objectType": "Person", "mbox": "mailto:a@b.example"}), "actor.objectType: must be `Agent` or `Group`"),
        ("/actor", json!({"mbox": "a@b.example"}), "actor.mbox: must be a mailto: address"),
        ("/actor", json!({"objectType": "Group"}), "actor.member: is missing: an anonymous group has members"),
        ("/actor/account/name", json!(7), "actor.account.name: must be a string"),
        ("/actor/account/name", json!(""), "actor.account.name: must not be empty"),
        ("/actor/account/homePage", json!("lms.example"), "actor.account.homePage: must be an IRI with a scheme"),
        ("/actor/account/id", json!("x"), "actor.account.id: is not a property here"),
        ("/verb/id", json!("answered"), "verb.id: must be an IRI with a scheme"),
        ("/verb/display", json!({"en_GB": "answered"}), "verb.display.en_GB: is not a language tag of RFC 5646"),
        ("/verb/display", json!("answered"), "verb.display: must be an object"),
        ("/verb/id", json!("http://adlnet.gov/expapi/verbs/voided"), "object: must be a StatementRef: the verb voids one"),
        ("/object/id", json!("items/q"), "object.id: must be an IRI with a scheme"),
        ("/object/objectType", json!("Thing"), "object.objectType: is no type of object here"),
        ("/object/definition/title", json!({"en": "x"}), "object.definition.title: is not a property here"),
        ("/object/definition/interactionType", json!("multiple"), "object.definition.interactionType: is not one of the ten types"),
        ("/object/definition/interactionType", json!("-"), "object.definition.correctResponsesPattern: needs an interactionType beside it"),
        ("/object/definition/scale", json!([{"id": "a"}]), "object.definition.scale: is no component list of choice"),
        ("/object/definition/choices", json!([{"id": "keep"}, {"id": "keep"}]), "object.definition.choices.1.id: stands twice in its list"),
        ("/object/definition/choices", json!([{"id": "a b"}]), "object.definition.choices.0.id: must have characters, and no white space"),
        ("/object/definition/choices", json!([{"description": {"en": "x"}}]), "object.definition.choices.0.id: is missing"),
        ("/object/definition/correctResponsesPattern", json!("keep"), "object.definition.correctResponsesPattern: must be a list"),
        (
            "/object/definition/correctResponsesPattern",
            json!(["other"]),
            "object.definition.correctResponsesPattern.0: is no pattern of choice",
        ),
        (
            "/object/definition/correctResponsesPattern",
            json!(["keep,drop"]),
            "object.definition.correctResponsesPattern.0: is no pattern of choice",
        ),
        ("/result/success", json!("true"), "result.success: must be true or false"),
        ("/result/completion", json!(1), "result.completion: must be true or false"),
        ("/result/response", json!(["keep"]), "result.response: must be a string"),
        ("/result/response", json!("kept"), "result.response: does not fit the object's definition"),
        ("/result/duration", json!("3.5"), "result.duration: must be an ISO 8601 duration"),
        ("/result/score/scaled", json!(1.1), "result.score.scaled: must be from -1 to 1"),
        ("/result/score/scaled", json!("1"), "result.score.scaled: must be a number"),
        ("/result/score/min", json!(1), "result.score.min: does not fit: min < max, min <= raw <= max"),
        ("/result/score/raw", json!(2), "result.score.raw: does not fit: min < max, min <= raw <= max"),
        ("/result/extensions", json!({"x": 1}), "result.extensions.x: must be an IRI with a scheme"),
        ("/context/registration", json!("r-1"), "context.registration: must be a UUID"),
        ("/context/language", json!("English (UK)"), "context.language: is not a language tag of RFC 5646"),
        ("/context/contextActivities/course", json!([]), "context.contextActivities.course: is not a property here"),
        ("/context/contextActivities/parent", json!(["x"]), "context.contextActivities.parent.0: must be an object"),
        ("/context/team", json!({"mbox": "mailto:a@b.example"}), "context.team.objectType: must be `Group`"),
        (
            "/object",
            json!({"objectType": "Agent", "mbox": "mailto:a@b.example"}),
            "context.revision: stands only where the object is an activity",
        ),
    ] {
        let statement = changed(pointer, &value);
        let found = validate(&statement).map_err(|fault| fault.to_string());
        assert_eq!(found, Err(fault.to_owned()), "{pointer}: {value}");
    }
}

#[test]
fn a_sub_statement_has_no_identity_and_holds_no_other() {
    let mut inner = answered();
    inner.as_object_mut().expect("a statement is an object").shift_remove("id");
    inner["objectType"] = json!("SubStatement");
    let mut outer = changed("/object", &inner);
    for key in ["result", "context"] {
        outer.as_object_mut().expect("a statement is an object").shift_remove(key);
    }
    assert_eq!(validate(&outer), Ok(()));
    let with = |key: &str, value: Value| {
        let mut outer = outer.clone();
        outer["object"][key] = value;
        validate(&outer).map_err(|fault| fault.to_string())
    };
    assert_eq!(with("id", json!("6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f")), Err("object.id: is not a property here".to_owned()));
    assert_eq!(with("object", inner), Err("object.object.objectType: is no type of object here".to_owned()));
}

#[test]
fn what_nests_without_end_is_refused() {
    let deep = (0..60).fold(json!(1), |inner, _| json!([inner]));
    let found = validate(&changed("/result/response", &deep)).map_err(|fault| fault.rule);
    assert_eq!(found, Err("is nested too deeply".to_owned()));
}

#[test]
fn a_batch_is_stored_whole_or_not_at_all() {
    let mut store = Store::default();
    let second = changed("/id", &json!("8a1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f"));
    let bad = changed("/verb", &json!("-"));
    let refused = store.add(vec![second.clone(), bad]);
    assert!(matches!(refused, Err(Refusal::Bad(fault)) if fault.to_string() == "1.verb: is missing"));
    assert!(store.is_empty());
    let twice = store.add(vec![answered(), answered()]);
    assert!(matches!(twice, Err(Refusal::Bad(fault)) if fault.to_string() == "1.id: stands twice in one batch"));
    assert!(store.is_empty());
    let ids = store.add(vec![answered(), second]).expect("both are good");
    assert_eq!(ids, ["6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f", "8a1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f"]);
    assert_eq!(store.len(), 2);
}

#[test]
fn the_same_again_changes_nothing_and_something_else_is_refused() {
    let mut store = Store::default();
    store.add(vec![answered()]).expect("it is good");
    let stored = store.get("6F1C8F2E-6a1b-4c3d-8e9f-0a1b2c3d4e5f").expect("it was stored")["stored"].clone();
    store.add(vec![answered()]).expect("it says the same");
    assert_eq!(store.len(), 1);
    assert_eq!(store.get("6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f").expect("it was stored")["stored"], stored);
    let other = changed("/result/success", &json!(false));
    assert_eq!(store.add(vec![other]), Err(Refusal::Differs("6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f".to_owned())));
}

#[test]
fn what_is_given_back_has_what_an_lrs_adds_and_filters_choose() {
    let mut store = Store::default();
    let ids = store.add(vec![changed("/id", &json!("-")), changed("/verb/id", &json!("https://v.example/other"))]).expect("both are good");
    let first = store.get(&ids[0]).expect("it was stored");
    assert_eq!(first["id"], json!(ids[0]));
    assert_eq!(first["version"], "1.0.0");
    assert_eq!(first["authority"]["objectType"], "Agent");
    let found = |filter: Filter| store.find(&filter).iter().map(|statement| statement["id"].clone()).collect::<Vec<_>>();
    assert_eq!(found(Filter::default()), [json!(ids[1]), json!(ids[0])]);
    assert_eq!(found(Filter { ascending: true, limit: 1, ..Filter::default() }), [json!(ids[0])]);
    assert_eq!(found(Filter { verb: Some("https://v.example/other".to_owned()), ..Filter::default() }), [json!(ids[1])]);
    let stranger = json!({"mbox": "mailto:a@b.example"});
    assert!(found(Filter { agent: Some(stranger), ..Filter::default() }).is_empty());
}
