//! `coursec preview` as people run it: its address, its rounds, its end.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::CourseTest;

/// A preview of the smallest course.
struct Preview {
    test: CourseTest,
    child: Child,
    address: String,
}

impl Preview {
    fn start() -> Self {
        let test = CourseTest::new();
        let mut child = Command::new(env!("CARGO_BIN_EXE_coursec"))
            .args(["preview", ".", "--port", "0"])
            .current_dir(test.path())
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let stdout = child.stdout.take().expect("stdout is a pipe");
        let line = BufReader::new(stdout).lines().next().expect("a line comes").expect("it is text");
        let address = line.strip_prefix("http://").and_then(|rest| rest.strip_suffix('/')).expect("the line is an address").to_owned();
        Self { test, child, address }
    }

    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out can be set");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("it reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("it answers in UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        (head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0), body.to_owned())
    }

    fn site(&self) -> Value {
        serde_json::from_str(&self.get("/__host/site").1).expect("it is JSON")
    }

    /// The first unit's document in the package for SCORM 1.2.
    fn document(&self) -> String {
        let site = self.site();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let course = &site["courses"][0];
        let (status, body) = self.get(&format!("/content/{}/scorm12/{}", text(&course["id"]), text(&course["units"][0]["file"])));
        assert_eq!(status, 200);
        body
    }

    fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + Duration::from_secs(30);
        while !holds(self) {
            assert!(Instant::now() < end, "waited in vain: {what}");
            sleep(Duration::from_millis(50));
        }
    }

    /// Writes course.yaml, with `from` in it replaced, as editors do: beside it, then by a rename.
    fn edit(&self, from: &str, to: &str) {
        let whole = include_str!("../../examples/minimal/course.yaml");
        assert_eq!(whole.matches(from).count(), 1, "`{from}` stands once in course.yaml");
        let (new, file) = (self.test.path().join(".course.yaml.new"), self.test.path().join("course.yaml"));
        fs::write(&new, whole.replace(from, to)).expect("it can be written");
        fs::rename(new, file).expect("it can be renamed");
    }

    /// Sends SIGINT, as Ctrl-C does, and gives the exit status.
    #[cfg(unix)]
    fn interrupt(mut self) -> Option<i32> {
        let sent = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()));
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn a_change_is_built_and_a_mistake_leaves_what_was_good() {
    let preview = Preview::start();
    assert_eq!(preview.site()["courses"][0]["targets"], serde_json::json!(["scorm12", "web"]));
    assert!(preview.document().contains("Clean hands in a kitchen"));
    preview.edit("Clean hands in a kitchen", "Hands that are clean");
    preview.until("the new title", |preview| preview.document().contains("Hands that are clean"));
    preview.edit("lang: en-GB", "lang: [en-GB");
    preview.until("the mistake", |preview| preview.site()["failed"] == true);
    let told = preview.site()["problems"].as_str().unwrap_or_default().to_owned();
    assert!(told.starts_with("error[E01") && told.contains("course.yaml:"), "{told}");
    assert!(preview.document().contains("Hands that are clean"));
    preview.edit("Clean hands in a kitchen", "Hands once more");
    preview.until("the mend", |preview| preview.site()["failed"] == false);
    assert!(preview.document().contains("Hands once more"));
}

#[test]
fn its_packages_hold_nothing_of_the_host_but_the_origin_of_its_lrs() {
    let preview = Preview::start();
    let document = preview.document();
    for word in ["__host", "EventSource", "Basic "] {
        assert!(!document.contains(word), "{word}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_and_cleanly() {
    let preview = Preview::start();
    let mut listening = TcpStream::connect(&preview.address).expect("it listens");
    write!(listening, "GET /__host/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).expect("it reads");
    // It answers from then on when it listens to signals too.
    assert!(listening.read(&mut [0; 64]).is_ok_and(|count| count > 0));
    let began = Instant::now();
    assert_eq!(preview.interrupt(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_path_that_is_not_there_is_wrong_usage() {
    let ran = Command::new(env!("CARGO_BIN_EXE_coursec")).args(["preview", "nowhere", "--port", "0"]).output().expect("the command runs");
    assert_eq!(ran.status.code(), Some(2));
}

#[test]
fn a_port_that_is_taken_is_the_machines_fault() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port is there");
    let port = taken.local_addr().expect("it has an address").port().to_string();
    let test = CourseTest::new();
    let ran = Command::new(env!("CARGO_BIN_EXE_coursec")).args(["preview", "--port", &port]).current_dir(test.path()).output();
    let ran = ran.expect("the command runs");
    assert_eq!(ran.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&ran.stderr).contains(&format!("cannot listen on port {port} of this machine")));
}
