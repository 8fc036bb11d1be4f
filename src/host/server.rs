//! The server: who is asked what.

use std::collections::BTreeMap;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::activity::activities;
use super::cmi5;
use super::events::{self, News};
use super::faults::{Faults, LONGEST_DELAY};
use super::file;
use super::guard::guard;
use super::lrs;
use super::page;
use super::record::{Answer, Key, Record, Report};
use super::site::File;
use super::state::Host;

/// The most bytes of a request.
const LARGEST: usize = 8 * 1024 * 1024;

/// A server that listens on this machine and serves nothing yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    host: Arc<Host>,
}

impl Server {
    /// Listens on port `port` of 127.0.0.1; 0 is any free one.
    ///
    /// # Errors
    /// The port is taken, or not ours to take.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let host = Arc::new(Host::new(listener.local_addr()?.port()));
        Ok(Self { listener, host })
    }

    /// What the server knows, to publish builds to.
    #[must_use]
    pub fn host(&self) -> Arc<Host> {
        Arc::clone(&self.host)
    }

    /// Answers requests until `end` is there. Open connections are cut: streams of events have no end of their own.
    ///
    /// # Errors
    /// The machine gives no threads, or the listener breaks.
    pub fn run(self, end: impl Future<Output = ()>) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let result = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::select! {
                served = axum::serve(listener, router(self.host)).into_future() => served,
                () = end => Ok(()),
            }
        });
        runtime.shutdown_timeout(Duration::from_millis(200));
        result
    }
}

fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/", get(page::index))
        .route("/play/{course}/{target}/{unit}", get(page::player))
        .route("/content/{course}/{target}/{*name}", get(file::content))
        .route("/__host/assets/{name}", get(page::asset))
        .route("/__host/events", get(events::stream))
        .route("/__host/site", get(site))
        .route("/__host/session", post(launch_session))
        .route("/__host/record", get(record).post(report).delete(forget))
        .route("/__host/statements", get(statements).delete(clear_statements))
        .route("/__host/faults", get(faults).post(switch).delete(mend))
        .route("/__host/launch", get(launch).post(set_launch))
        .route("/__host/cmi5", get(cmi5::record))
        .route("/__host/returned", get(cmi5::returned))
        .route("/__cmi5/fetch/{session}", post(cmi5::fetch))
        .nest("/__lrs", lrs::routes())
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(Arc::clone(&host), guard))
        .with_state(host)
}

type Shared = State<Arc<Host>>;

fn bad(sentence: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": sentence}))).into_response()
}

async fn site(State(host): Shared) -> Json<Value> {
    Json(host.site.lock().shown())
}

/// What a session is launched with.
#[derive(Debug, Deserialize)]
struct Launched {
    course: String,
    unit: String,
    target: String,
    /// Options of this launch alone.
    #[serde(default)]
    options: Map<String, Value>,
}

/// Begins a session: the settings and the record that the page opens the data model with, and the content's address.
async fn launch_session(State(host): Shared, Json(asked): Json<Launched>) -> Response {
    let options = match host.launch.lock().with(&Value::Object(asked.options)) {
        Ok(options) => options,
        Err(sentence) => return bad(&sentence),
    };
    let unit = host.site.lock().course(&asked.course).and_then(|course| {
        let there = course.packages.contains_key(&asked.target);
        course.unit(&asked.unit).filter(|_| there).cloned()
    });
    let Some(unit) = unit else {
        return (StatusCode::NOT_FOUND, Json(json!({"error": "there is no such unit"}))).into_response();
    };
    let faults = host.faults.lock().clone();
    let origin = if faults.cross_origin { host.other_origin() } else { host.origin() };
    let key = Key { course: asked.course, unit: asked.unit, learner: options.learner.clone(), target: asked.target };
    let registration = host.cmi5.lock().registration(&key.course, &key.learner);
    let (launch_data, mut query) = options.lrs(&key.target, &host.origin(), &host.credential, &registration);
    if key.target == "cmi5" {
        let mode = faults.mode.as_deref().unwrap_or(&options.mode);
        let Some(launched) = cmi5::launch(&host, &key, &unit.file, mode) else { return bad("cmi5.xml has no such unit") };
        query = launched;
    }
    let path = format!("{origin}/content/{}/{}/{}{query}", key.course, key.target, unit.file);
    let mut records = host.records.lock();
    let activity = activity(&host, &records, &key, &unit.file);
    let record = records.entry(key).or_default();
    Json(json!({
        "session": record.launch(),
        "title": unit.title,
        "content": path,
        "model": record.model,
        "finished": record.finished,
        "faults": faults,
        "settings": {
            "student_id": options.learner, "student_name": options.name, "mode": options.mode, "credit": options.credit,
            "launch_data": launch_data, "mastery_score": unit.mastery, "keep": options.keep,
            "activity": activity,
        },
    }))
    .into_response()
}

/// What the manifest of a SCORM 2004 package says of `file`, with what the learner's records of the other units tell it.
fn activity(host: &Host, records: &BTreeMap<Key, Record>, key: &Key, file: &str) -> Option<Value> {
    let site = host.site.lock();
    let Some(File::Bytes(manifest)) = site.file(&key.course, &key.target, "imsmanifest.xml") else { return None };
    let units = &site.course(&key.course)?.units;
    let model = |file: &str| {
        let unit = units.iter().find(|unit| unit.file == file)?.id.clone();
        records.get(&Key { unit, ..key.clone() })?.model.clone()
    };
    let all: Vec<_> = activities(manifest).into_iter().map(|one| (one.clone(), model(&one.file))).collect();
    all.iter().find(|(one, _)| one.file == file).map(|(one, _)| one.told(&all))
}

/// The key with the learner of the launch options where it names none.
fn complete(host: &Host, mut key: Key) -> Key {
    if key.learner.is_empty() {
        key.learner.clone_from(&host.launch.lock().learner);
    }
    key
}

async fn record(State(host): Shared, Query(key): Query<Key>) -> Json<Record> {
    let key = complete(&host, key);
    Json(host.records.lock().get(&key).cloned().unwrap_or_default())
}

#[derive(Debug, Deserialize)]
struct Session {
    session: u64,
}

async fn report(State(host): Shared, Query(key): Query<Key>, Query(from): Query<Session>, Json(report): Json<Report>) -> Json<Answer> {
    let key = complete(&host, key);
    let faults = host.faults.lock().clone();
    if faults.commit_delay > 0 && report.event != "calls" {
        tokio::time::sleep(Duration::from_millis(faults.commit_delay.min(LONGEST_DELAY))).await;
    }
    Json(host.records.lock().entry(key).or_default().take(from.session, report, faults.commit))
}

async fn forget(State(host): Shared, Query(key): Query<Key>) -> StatusCode {
    let key = complete(&host, key);
    host.cmi5.lock().forget(&key.course, &key.learner);
    // The number of sessions stays, so that one still open keeps nothing for the fresh learner.
    if let Some(record) = host.records.lock().get_mut(&key) {
        *record = Record { sessions: record.sessions + 1, ..Record::default() };
    }
    StatusCode::NO_CONTENT
}

async fn statements(State(host): Shared) -> Json<Value> {
    let store = host.statements.lock();
    Json(json!(store.find(&lrs::Filter { ascending: true, ..lrs::Filter::default() })))
}

async fn clear_statements(State(host): Shared) -> StatusCode {
    host.statements.lock().clear();
    host.tell(News::Statements);
    StatusCode::NO_CONTENT
}

async fn faults(State(host): Shared) -> Json<Faults> {
    Json(host.faults.lock().clone())
}

async fn switch(State(host): Shared, Json(change): Json<Value>) -> Response {
    let changed = host.faults.lock().with(&change);
    match changed {
        Ok(changed) => {
            *host.faults.lock() = changed.clone();
            host.tell(News::Faults);
            Json(changed).into_response()
        }
        Err(sentence) => bad(&sentence),
    }
}

async fn mend(State(host): Shared) -> StatusCode {
    *host.faults.lock() = Faults::default();
    host.tell(News::Faults);
    StatusCode::NO_CONTENT
}

async fn launch(State(host): Shared) -> Response {
    Json(host.launch.lock().clone()).into_response()
}

async fn set_launch(State(host): Shared, Json(change): Json<Value>) -> Response {
    let changed = host.launch.lock().with(&change);
    match changed {
        Ok(changed) => {
            *host.launch.lock() = changed.clone();
            Json(changed).into_response()
        }
        Err(sentence) => bad(&sentence),
    }
}
