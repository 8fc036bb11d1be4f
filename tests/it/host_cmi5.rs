//! The preview as an LMS that launches by cmi5: what it gives, and what it refuses by which requirement.

use std::collections::BTreeMap;

use coursec::host::{Course, File, Site, Unit};
use serde_json::{Value, json};

use crate::host::{Answer, Running, start};

const STRUCTURE: &str = r#"<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><au id="https://c.example/u" moveOn="CompletedAndPassed" masteryScore="0.5"><url>u.html</url></au></courseStructure>"#;
const CONTEXT: &str = "https://w3id.org/xapi/cmi5/context";

/// A launch in a server of its own.
struct Launch {
    server: Running,
    query: BTreeMap<String, String>,
    token: String,
    session: String,
}

fn decode(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        let digits: Vec<u8> = if byte == b'%' { bytes.by_ref().take(2).collect() } else { Vec::new() };
        let hex = std::str::from_utf8(&digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(hex.unwrap_or(byte));
    }
    String::from_utf8(out).expect("it is text")
}

/// Launches the unit in that mode.
fn launch(mode: &str) -> Launch {
    let server = start();
    let unit = Unit {
        id: "u".to_owned(),
        title: "U".to_owned(),
        file: "u.html".to_owned(),
        targets: vec!["cmi5".to_owned()],
        mastery: String::new(),
    };
    let files = [("cmi5.xml".to_owned(), File::Bytes(STRUCTURE.as_bytes().into()))];
    let packages = [("cmi5".to_owned(), files.into())].into();
    let course = Course { id: "c".to_owned(), title: "C".to_owned(), packages, units: vec![unit] };
    server.host.publish(Site { courses: vec![course], fresh: true, ..Site::default() });
    let asked = json!({"course": "c", "unit": "u", "target": "cmi5", "options": {"mode": mode}});
    let launched = server.post("/__host/session", &asked).json();
    let content = launched["content"].as_str().expect("an address");
    let (_, query) = content.split_once('?').expect("it has a query");
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let query: BTreeMap<String, String> = pairs.map(|(key, value)| (key.to_owned(), decode(value))).collect();
    Launch { server, query, token: String::new(), session: String::new() }
}

impl Launch {
    /// Takes the token.
    fn fetch(&mut self) -> Value {
        let path = self.query["fetch"].split_once("/__cmi5").expect("the LMS's own").1;
        let told = self.server.post(&format!("/__cmi5{path}"), &json!({})).json();
        told["auth-token"].as_str().unwrap_or_default().clone_into(&mut self.token);
        path.rsplit('/').next().unwrap_or_default().clone_into(&mut self.session);
        told
    }

    fn ask(&self, line: &str, body: &str) -> Answer {
        let headers =
            format!("Authorization: Basic {}\r\nX-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\n", self.token);
        self.server.ask(line, &headers, body)
    }

    /// A document resource with the launch's agent, activity and registration.
    fn document(&self, method: &str, resource: &str, id: &str, body: &str) -> Answer {
        let encode = |text: &str| text.replace('{', "%7B").replace('}', "%7D").replace('"', "%22").replace(' ', "%20");
        let agent = encode(&self.query["actor"]);
        let of = match resource {
            "agents/profile" => format!("profileId={id}"),
            _ => format!("stateId={id}&activityId={}&registration={}", self.query["activityId"], self.query["registration"]),
        };
        self.ask(&format!("{method} /__lrs/{resource}?agent={agent}&{of}"), body)
    }

    /// A statement of the unit itself.
    fn own(&self, verb: &str, result: &Value) -> Value {
        let decides = matches!(verb, "completed" | "passed" | "failed");
        let categories: Vec<&str> = if decides { vec!["cmi5", "moveon"] } else { vec!["cmi5"] };
        let categories: Vec<Value> = categories.iter().map(|one| json!({"id": format!("{CONTEXT}/categories/{one}")})).collect();
        let mut statement = json!({
            "id": format!("6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d{:04x}", verb.len() * 97 + usize::from(verb.as_bytes()[0])),
            "actor": serde_json::from_str::<Value>(&self.query["actor"]).expect("JSON"),
            "verb": {"id": format!("http://adlnet.gov/expapi/verbs/{verb}")},
            "object": {"id": self.query["activityId"]},
            "context": {
                "registration": self.query["registration"],
                "contextActivities": {"grouping": [{"id": "https://c.example/u"}], "category": categories},
                "extensions": {format!("{CONTEXT}/extensions/sessionid"): self.session, format!("{CONTEXT}/extensions/masteryscore"): 0.5},
            },
            "timestamp": "2026-11-22T10:00:00.000Z",
        });
        if !result.is_null() {
            statement["result"] = result.clone();
        }
        statement
    }

    /// Sends a statement; gives the requirement that it breaks, or the status.
    fn say(&self, statement: &Value) -> String {
        let answer = self.ask("POST /__lrs/statements", &json!([statement]).to_string());
        if answer.status == 200 {
            return "200".to_owned();
        }
        answer.json()["error"].as_str().unwrap_or_default().split(':').next().unwrap_or_default().to_owned()
    }

    /// Begins the session as an AU has to.
    fn begin(&mut self) {
        self.fetch();
        assert_eq!(self.document("GET", "agents/profile", "cmi5LearnerPreferences", "").status, 404);
        assert_eq!(self.say(&self.own("initialized", &Value::Null)), "200");
    }
}

#[test]
fn a_token_is_given_once() {
    let mut launch = launch("normal");
    assert!(launch.fetch()["auth-token"].is_string());
    let token = launch.token.clone();
    assert_eq!(launch.fetch()["error-code"], "1");
    launch.token = "bm90aGluZw==".to_owned();
    assert_eq!(launch.ask("GET /__lrs/statements", "").status, 401);
    launch.token = token;
    let told = launch.document("GET", "activities/state", "LMS.LaunchData", "").json();
    assert_eq!(
        (&told["launchMode"], &told["moveOn"], &told["masteryScore"]),
        (&json!("Normal"), &json!("CompletedAndPassed"), &json!(0.5))
    );
    assert_eq!(told["contextTemplate"]["contextActivities"]["grouping"][0]["id"], "https://c.example/u");
}

#[test]
fn statements_come_in_order_and_say_what_they_may() {
    let mut launch = launch("normal");
    launch.fetch();
    let duration = json!({"duration": "PT1S"});
    let completed = json!({"completion": true, "duration": "PT1S"});
    let passed = |scaled: f64| json!({"success": true, "score": {"scaled": scaled}, "duration": "PT1S"});
    assert_eq!(launch.say(&launch.own("initialized", &Value::Null)), "cmi5 11.0.0.0-3");
    assert_eq!(launch.say(&launch.own("completed", &completed)), "cmi5 9.3.0.0-4");
    launch.document("GET", "agents/profile", "cmi5LearnerPreferences", "");
    let with = |statement: Value, pointer: &str, value: Value| {
        let mut changed = statement;
        *changed.pointer_mut(pointer).expect("it is there") = value;
        changed
    };
    let initialized = launch.own("initialized", &Value::Null);
    for (statement, expected) in [
        (with(initialized.clone(), "/context/registration", json!("6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d0000")), "cmi5 9.6.1.0-1"),
        (with(initialized.clone(), "/actor/account/name", json!("somebody")), "cmi5 8.1.3.0-3"),
        (with(initialized.clone(), "/timestamp", json!("2026-11-22T10:00:00.000+01:00")), "cmi5 9.7.0.0-2"),
        (with(initialized.clone(), "/context/contextActivities/grouping", json!([])), "cmi5 10.2.1.0-6"),
        (with(initialized.clone(), "/object/id", json!("https://c.example/u")), "cmi5 8.1.5.0-6"),
        (with(initialized.clone(), "/context/extensions", json!({})), "cmi5 9.6.3.1-4"),
        (initialized.clone(), "200"),
        (launch.own("initialized", &Value::Null), "cmi5 9.3.0.0-2"),
        (launch.own("completed", &duration), "cmi5 9.5.3.0-1"),
        (launch.own("completed", &json!({"completion": true})), "cmi5 9.5.4.1-1"),
        (launch.own("passed", &passed(0.4)), "cmi5 9.3.4.0-2"),
        (launch.own("experienced", &Value::Null), "cmi5 9.3.0.0-1"),
        (launch.own("completed", &completed), "200"),
        (launch.own("passed", &passed(0.5)), "200"),
        (launch.own("failed", &json!({"success": false, "duration": "PT1S"})), "cmi5 9.3.0.0-3"),
        (launch.own("terminated", &duration), "200"),
        (with(launch.own("initialized", &Value::Null), "/verb/id", json!("http://adlnet.gov/expapi/verbs/experienced")), "cmi5 9.3.0.0-5"),
    ] {
        assert_eq!(launch.say(&statement), expected, "{statement}");
    }
    let record = launch.server.get("/__host/cmi5?course=c&unit=u").json();
    assert_eq!((&record["satisfied"], record["refused"].as_array().map(Vec::len)), (&json!(true), Some(15)));
    assert_eq!(record["course_satisfied"], true);
    let other = launch.server.get("/__host/cmi5?course=c&unit=u&learner=another").json();
    assert_eq!((&other["satisfied"], &other["course_satisfied"]), (&json!(false), &json!(false)));
}

#[test]
fn what_is_not_the_units_own_stands_between() {
    let mut launch = launch("normal");
    launch.begin();
    let mut allowed = launch.own("answered", &Value::Null);
    allowed["context"]["contextActivities"]["category"] = json!([{"id": format!("{CONTEXT}/categories/moveon")}]);
    assert_eq!(launch.say(&allowed), "cmi5 9.6.2.2-2");
    allowed["context"]["contextActivities"]["category"] = json!([]);
    assert_eq!(launch.say(&allowed), "200");
}

#[test]
fn nothing_is_earned_in_review_or_browse() {
    for mode in ["review", "browse"] {
        let mut launch = launch(mode);
        launch.begin();
        assert_eq!(launch.say(&launch.own("completed", &json!({"completion": true, "duration": "PT1S"}))), "cmi5 10.2.2.0-5");
        assert_eq!(launch.say(&launch.own("terminated", &json!({"duration": "PT1S"}))), "200");
    }
}

#[test]
fn documents_are_kept_and_launch_data_are_the_lms_s() {
    let mut launch = launch("normal");
    launch.begin();
    assert_eq!(launch.document("PUT", "activities/state", "LMS.LaunchData", "{}").status, 403);
    assert_eq!(launch.document("GET", "activities/state", "mine", "").status, 404);
    assert_eq!(launch.document("PUT", "activities/state", "mine", "{\"a\":1}").status, 204);
    assert_eq!(launch.document("POST", "activities/state", "mine", "{\"b\":2}").status, 204);
    let found = launch.document("GET", "activities/state", "mine", "");
    assert_eq!(found.json(), json!({"a": 1, "b": 2}));
    assert!(found.head.contains("etag: \""), "{}", found.head);
    assert_eq!(launch.document("PUT", "agents/profile", "cmi5LearnerPreferences", "{}").status, 403);
    assert_eq!(launch.document("DELETE", "activities/state", "mine", "").status, 204);
    assert_eq!(launch.document("GET", "activities/state", "mine", "").status, 404);
}
