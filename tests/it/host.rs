//! The preview's server over TCP: who may ask, what is served, what is recorded.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use coursec::host::{Course, File, Host, Server, Site, Unit};
use serde_json::{Value, json};

/// A server that runs until the test process ends.
pub(crate) struct Running {
    port: u16,
    pub(crate) host: Arc<Host>,
}

/// A status, the head's lines in lower case, a body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

fn site() -> Site {
    let bytes = |text: &str| File::Bytes(text.as_bytes().into());
    let media = File::Media(10, Arc::new(|| Ok(Box::new(&b"0123456789"[..]))));
    let files = [("units/first.html".to_owned(), bytes("<!doctype html><title>First</title>")), ("media/a.mp4".to_owned(), media)];
    let unit = Unit {
        id: "first".to_owned(),
        title: "First".to_owned(),
        file: "units/first.html".to_owned(),
        targets: vec!["scorm12".to_owned()],
        mastery: "80".to_owned(),
    };
    let packages = ["scorm12", "web"].map(|target| (target.to_owned(), files.clone().into())).into();
    let course = Course { id: "course".to_owned(), title: "Course".to_owned(), packages, units: vec![unit] };
    Site { courses: vec![course], fresh: true, ..Site::default() }
}

pub(crate) fn start() -> Running {
    let server = Server::bind(0).expect("a free port is there");
    let host = server.host();
    host.publish(site());
    let port = host.origin().rsplit(':').next().and_then(|port| port.parse().ok()).expect("an origin ends with its port");
    std::thread::spawn(move || server.run(std::future::pending()));
    Running { port, host }
}

impl Running {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out can be set");
        stream
    }

    /// Sends a request whose lines after the first are `headers`; reads to the end of the connection.
    fn raw(&self, line: &str, headers: &str, body: &str) -> Answer {
        let mut stream = self.connect();
        let length = body.len();
        write!(stream, "{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}")
            .expect("the server reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("the server answers in UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn ask(&self, line: &str, headers: &str, body: &str) -> Answer {
        self.raw(line, &format!("Host: 127.0.0.1:{}\r\n{headers}", self.port), body)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "", "")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(&format!("POST {path}"), "Content-Type: application/json\r\n", &body.to_string())
    }

    /// Begins a session and gives what the page is told.
    fn launch(&self, target: &str, options: &Value) -> Value {
        self.post("/__host/session", &json!({"course": "course", "unit": "first", "target": target, "options": options})).json()
    }
}

#[test]
fn only_its_own_names_are_answered() {
    let server = start();
    for (host, status) in [
        (format!("127.0.0.1:{}", server.port), 200),
        (format!("localhost:{}", server.port), 200),
        ("127.0.0.1".to_owned(), 403),
        ("evil.example".to_owned(), 403),
        (format!("evil.example:{}", server.port), 403),
        (format!("127.0.0.1:{}.evil.example", server.port), 403),
    ] {
        assert_eq!(server.raw("GET /", &format!("Host: {host}\r\n"), "").status, status, "{host}");
    }
}

#[test]
fn a_page_of_another_site_changes_nothing() {
    let server = start();
    let kind = "Content-Type: application/json\r\nOrigin: https://evil.example\r\n";
    assert_eq!(server.ask("POST /__host/faults", kind, r#"{"no_api": true}"#).status, 403);
    assert_eq!(server.get("/__host/faults").json()["no_api"], json!(false));
}

#[test]
fn nothing_outside_a_package_is_served() {
    let server = start();
    for path in [
        "/content/course/scorm12/../../../etc/passwd",
        "/content/course/scorm12/%2e%2e/%2e%2e/etc/passwd",
        "/content/course/scorm12/..%2f..%2fetc%2fpasswd",
        "/content/course/scorm12//etc/passwd",
        "/content/course/scorm12/units/../units/first.html",
        "/content/course/scorm12/UNITS/first.html",
        "/content/course/scorm12/units%5cfirst.html",
        "/content/course/scorm12/",
        "/content/course/other/units/first.html",
        "/content/other/scorm12/units/first.html",
        "/__host/assets/..%2fstrict12.js",
        "/Cargo.toml",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn files_have_their_types_and_are_not_kept() {
    let server = start();
    let page = server.get("/content/course/scorm12/units/first.html");
    assert_eq!((page.status, page.body.as_str()), (200, "<!doctype html><title>First</title>"));
    assert!(page.head.contains("content-type: text/html; charset=utf-8"), "{}", page.head);
    assert!(page.head.contains("cache-control: no-store"), "{}", page.head);
    assert!(!page.head.contains("content-security-policy"), "{}", page.head);
    let video = server.get("/content/course/web/media/a.mp4");
    assert_eq!((video.status, video.body.as_str()), (200, "0123456789"));
    let part = server.ask("GET /content/course/web/media/a.mp4", "Range: bytes=3-5\r\n", "");
    assert_eq!((part.status, part.body.as_str()), (206, "345"));
    assert!(part.head.contains("content-range: bytes 3-5/10"), "{}", part.head);
    assert_eq!(server.ask("GET /content/course/web/media/a.mp4", "Range: bytes=10-\r\n", "").status, 416);
}

#[test]
fn the_hosts_own_pages_are_there() {
    let server = start();
    let site = server.get("/__host/site").json();
    assert_eq!(site["courses"][0]["targets"], json!(["scorm12", "web"]));
    for path in ["/", "/play/course/scorm12/first", "/__host/assets/strict12.js", "/__host/assets/player.js", "/__host/assets/host.css"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body.len() > 200, "{path}");
    }
}

#[test]
fn what_is_committed_is_there_at_the_next_launch() {
    let server = start();
    let first = server.launch("scorm12", &json!({}));
    assert_eq!((&first["session"], &first["model"]), (&json!(1), &json!(null)));
    assert_eq!(first["settings"]["mastery_score"], "80");
    let report = |session: u64, event: &str, state: &str| {
        let call = json!({"n": 0, "name": "LMSCommit", "args": [""], "answer": "true", "error": "0"});
        let body = json!({"event": event, "model": {"cmi.suspend_data": state}, "calls": [call]});
        server.post(&format!("/__host/record?course=course&unit=first&learner=learner-1&session={session}"), &body).json()
    };
    assert_eq!(report(1, "commit", "one"), json!({"answer": "true", "error": "0"}));
    let second = server.launch("scorm12", &json!({}));
    assert_eq!((&second["session"], &second["finished"]), (&json!(2), &json!(false)));
    assert_eq!(second["model"], json!({"cmi.suspend_data": "one"}));
    assert_eq!(report(1, "commit", "late"), json!({"answer": "false", "error": "101"}));
    assert_eq!(report(2, "finish", "two"), json!({"answer": "true", "error": "0"}));
    let record = server.get("/__host/record?course=course&unit=first").json();
    assert_eq!((&record["finished"], &record["model"]), (&json!(true), &json!({"cmi.suspend_data": "two"})));
    assert_eq!(record["calls"].as_array().map(Vec::len), Some(3));
    assert_eq!(server.launch("scorm12", &json!({"learner": "other"}))["model"], json!(null));
    assert_eq!(server.ask("DELETE /__host/record?course=course&unit=first", "", "").status, 204);
    assert_eq!(report(2, "commit", "ghost"), json!({"answer": "false", "error": "101"}));
    assert_eq!(server.launch("scorm12", &json!({}))["model"], json!(null));
}

#[test]
fn faults_are_switched_and_mended() {
    let server = start();
    assert_eq!(server.post("/__host/faults", &json!({"nonsense": 1})).status, 400);
    assert_eq!(server.post("/__host/faults", &json!({"mode": "exam"})).status, 400);
    assert_eq!(server.post("/__host/faults", &json!({"commit": "lies"})).json()["commit"], "lies");
    assert_eq!(server.post("/__host/faults", &json!({"cross_origin": true, "cut_suspend_data": 10})).json()["commit"], "lies");
    let launch = server.launch("scorm12", &json!({}));
    assert_eq!(launch["content"], format!("http://localhost:{}/content/course/scorm12/units/first.html", server.port));
    assert_eq!(launch["faults"]["cut_suspend_data"], json!(10));
    let commit =
        || server.post("/__host/record?course=course&unit=first&session=1", &json!({"event": "commit", "model": {"a": "b"}})).json();
    assert_eq!(commit(), json!({"answer": "true", "error": "101"}));
    server.post("/__host/faults", &json!({"commit": "false"}));
    assert_eq!(commit(), json!({"answer": "false", "error": "101"}));
    assert_eq!(server.get("/__host/record?course=course&unit=first").json()["model"], json!(null));
    assert_eq!(server.ask("DELETE /__host/faults", "", "").status, 204);
    assert_eq!(commit(), json!({"answer": "true", "error": "0"}));
}

#[test]
fn launch_options_hold_for_all_or_for_one() {
    let server = start();
    assert_eq!(server.post("/__host/launch", &json!({"mode": "exam"})).status, 400);
    assert_eq!(server.post("/__host/launch", &json!({"learner": "a b"})).status, 400);
    assert_eq!(server.post("/__host/launch", &json!({"learner": "l-2", "mode": "review"})).status, 200);
    let settings = server.launch("scorm12", &json!({"mode": "browse", "lrs": "none"}))["settings"].clone();
    assert_eq!((&settings["student_id"], &settings["mode"], &settings["launch_data"]), (&json!("l-2"), &json!("browse"), &json!("")));
    assert_eq!(server.launch("scorm12", &json!({}))["settings"]["mode"], "review");
}

/// The credential as the content gets it.
fn credential(server: &Running) -> String {
    let told = server.launch("scorm12", &json!({}))["settings"]["launch_data"].clone();
    let data: Value = serde_json::from_str(told.as_str().expect("launch data is a text")).expect("launch data is JSON");
    assert_eq!(data["lrs"]["endpoint"], format!("{}/__lrs/", server.host.origin()));
    data["lrs"]["auth"].as_str().expect("a credential is a text").to_owned()
}

#[test]
fn a_web_course_learns_of_the_lrs_from_its_address() {
    let server = start();
    let content = server.launch("web", &json!({}))["content"].clone();
    let address = content.as_str().expect("an address is a text");
    assert!(address.contains("first.html?endpoint=http%3A%2F%2F127.0.0.1%3A"), "{address}");
    assert!(address.contains("&auth=Basic%20") && address.contains("&actor=%7B%22objectType%22%3A%22Agent%22"), "{address}");
}

#[test]
fn statements_come_with_version_and_credential() {
    let server = start();
    let auth = credential(&server);
    let statement = json!({
        "id": "6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f",
        "actor": {"mbox": "mailto:a@b.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/initialized"}, "object": {"id": "https://course.example/"}
    });
    let other =
        json!({"id": statement["id"], "actor": statement["actor"], "verb": {"id": "https://v.example/x"}, "object": statement["object"]});
    let json = "Content-Type: application/json\r\n";
    let version = "X-Experience-API-Version: 1.0.3\r\n";
    let authorized = format!("Authorization: {auth}\r\n");
    let whole = format!("{json}{version}{authorized}");
    let put = "PUT /__lrs/statements?statementId=6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f";
    let post = "POST /__lrs/statements";
    let batch = json!([statement]).to_string();
    for (line, headers, body, status) in [
        ("OPTIONS /__lrs/statements", "Origin: https://lms.example\r\n".to_owned(), String::new(), 204),
        ("GET /__lrs/about", String::new(), String::new(), 200),
        (post, format!("{json}{version}"), batch.clone(), 401),
        (post, format!("{json}{version}Authorization: Basic eA==\r\n"), batch.clone(), 401),
        (post, format!("{json}{authorized}"), batch.clone(), 400),
        (post, format!("{json}{authorized}X-Experience-API-Version: 2.0.0\r\n"), batch.clone(), 400),
        (post, format!("{version}{authorized}Content-Type: text/plain\r\n"), batch.clone(), 400),
        (post, whole.clone(), "[".to_owned(), 400),
        ("POST /__lrs/statements?method=PUT", whole.clone(), batch.clone(), 400),
        (post, whole.clone(), batch.clone(), 200),
        (post, whole.clone(), batch.clone(), 200),
        (post, whole.clone(), json!([other]).to_string(), 409),
        (put, whole.clone(), statement.to_string(), 204),
        (put, whole.clone(), other.to_string(), 409),
        (put, whole.clone(), batch.clone(), 400),
        ("PUT /__lrs/statements", whole.clone(), statement.to_string(), 400),
        ("PUT /__lrs/statements?statementId=7d1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f", whole.clone(), statement.to_string(), 400),
        ("GET /__lrs/statements?statementId=6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f", whole.clone(), String::new(), 200),
        ("GET /__lrs/statements?statementId=7d1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f", whole.clone(), String::new(), 404),
        ("GET /__lrs/statements?colour=red", whole.clone(), String::new(), 400),
        ("GET /__lrs/activities/state", whole.clone(), String::new(), 400),
        ("GET /__lrs/activities/profile", whole.clone(), String::new(), 404),
    ] {
        let answer = server.ask(line, &headers, &body);
        assert_eq!(answer.status, status, "{line} {headers} {}", answer.body);
        assert!(answer.head.contains("access-control-allow-origin: *"), "{line}: {}", answer.head);
        assert!(answer.head.contains("x-experience-api-version: 1.0.3"), "{line}: {}", answer.head);
    }
    let found = server.ask("GET /__lrs/statements?verb=http://adlnet.gov/expapi/verbs/initialized", &whole, "");
    assert_eq!(found.json()["statements"].as_array().map(Vec::len), Some(1));
    assert!(found.head.contains("x-experience-api-consistent-through: 20"), "{}", found.head);
    assert_eq!(server.get("/__host/statements").json().as_array().map(Vec::len), Some(1));
}

#[test]
fn an_lrs_that_is_down_answers_503_and_one_that_refuses_nothing() {
    let server = start();
    let auth = credential(&server);
    let ask = || server.ask("GET /__lrs/statements", &format!("X-Experience-API-Version: 1.0.3\r\nAuthorization: {auth}\r\n"), "").status;
    assert_eq!(ask(), 200);
    server.post("/__host/faults", &json!({"lrs": "down"}));
    assert_eq!(ask(), 503);
    server.post("/__host/faults", &json!({"lrs": "refused"}));
    assert_eq!(ask(), 0);
    server.post("/__host/faults", &json!({"lrs": "up"}));
    assert_eq!(ask(), 200);
}

#[test]
fn pages_hear_of_builds_good_and_failed() {
    let server = start();
    let mut stream = server.connect();
    write!(stream, "GET /__host/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).expect("the server reads");
    let mut heard = String::new();
    let mut wait_for = |text: &str| {
        let mut chunk = [0; 1024];
        while !heard.contains(text) {
            let count = stream.read(&mut chunk).expect("an event comes in time");
            assert!(count > 0, "the stream ended: {heard}");
            heard.push_str(&String::from_utf8_lossy(&chunk[..count]));
        }
        heard.clear();
    };
    wait_for("text/event-stream");
    server.host.publish(site());
    wait_for("event: built\ndata: built\n");
    server.host.publish(Site { failed: true, fresh: false, problems: "error[E0101]: no".to_owned(), ..site() });
    wait_for("event: failed\ndata: failed\n");
    let told = server.get("/__host/site").json();
    assert_eq!((&told["failed"], &told["problems"]), (&json!(true), &json!("error[E0101]: no")));
    assert_eq!(server.get("/content/course/scorm12/units/first.html").status, 200);
}
