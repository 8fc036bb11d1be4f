//! The LMS over HTTP: the token, and what became of a learner.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};

use crate::host::Host;
use crate::host::record::Key;

/// The token of a session, once; every other time an error, with status 200 too. cmi5 8.2.
pub(in crate::host) async fn fetch(State(host): State<Arc<Host>>, Path(session): Path<String>) -> Response {
    let token = host.cmi5.lock().fetch(&session);
    let told = token
        .map_or_else(|| json!({"error-code": "1", "error-text": "the token was fetched before"}), |token| json!({"auth-token": token}));
    ([(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(told)).into_response()
}

/// What the LMS keeps of a learner in a unit and its course.
pub(in crate::host) async fn record(State(host): State<Arc<Host>>, Query(mut key): Query<Key>) -> Json<Value> {
    if key.learner.is_empty() {
        key.learner.clone_from(&host.launch.lock().learner);
    }
    "cmi5".clone_into(&mut key.target);
    let units: Vec<String> =
        host.site.lock().course(&key.course).into_iter().flat_map(|course| &course.units).map(|unit| unit.id.clone()).collect();
    Json(host.cmi5.lock().shown(&key, &units))
}

/// Where content leads at its end: cmi5 10.2.6.
pub(in crate::host) async fn returned() -> Html<&'static str> {
    Html(
        "<!doctype html><html lang=\"en\"><title>Back in the LMS</title><p data-returned>The course has ended its session and led back here.</p></html>",
    )
}
