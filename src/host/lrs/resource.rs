//! The document resources over HTTP: `activities/state` and `agents/profile`.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use indexmap::IndexMap;
use serde_json::Value;

use super::document::{DocumentKey, Guard, Unchanged, etag};
use super::http::{Access, Asked, admit, refuse};
use crate::host::Host;
use crate::host::events::News;

/// What the parameters of a request are about; `None` where one is missing or unknown.
fn key_of(asked: &IndexMap<String, String>, state: bool) -> Option<(DocumentKey, Value)> {
    let known: &[&str] = if state { &["activityId", "agent", "registration", "stateId"] } else { &["agent", "profileId"] };
    let agent: Value = serde_json::from_str(asked.get("agent")?).ok()?;
    let id = asked.get(if state { "stateId" } else { "profileId" })?.clone();
    let activity = if state { Some(asked.get("activityId")?.clone()) } else { None };
    let all = asked.keys().all(|name| known.contains(&name.as_str()));
    let key = DocumentKey { activity, agent: identity(&agent)?, registration: asked.get("registration").cloned(), id };
    all.then_some((key, agent))
}

/// What tells an agent from others, as one text.
pub(in crate::host) fn identity(agent: &Value) -> Option<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let account = &agent["account"];
    text(&account["homePage"])
        .zip(text(&account["name"]))
        .map(|(page, name)| format!("{page}|{name}"))
        .or_else(|| ["mbox", "mbox_sha1sum", "openid"].iter().find_map(|one| text(&agent[*one])))
}

/// `activities/state`.
pub(super) async fn state(host: State<Arc<Host>>, method: Method, asked: Asked, headers: HeaderMap, body: Bytes) -> Response {
    answer(&host, &method, &asked, &headers, &body, true)
}

/// `agents/profile`.
pub(super) async fn profile(host: State<Arc<Host>>, method: Method, asked: Asked, headers: HeaderMap, body: Bytes) -> Response {
    answer(&host, &method, &asked, &headers, &body, false)
}

fn answer(host: &Host, method: &Method, Query(asked): &Asked, headers: &HeaderMap, body: &Bytes, state: bool) -> Response {
    let access = match admit(host, headers) {
        Ok(access) => access,
        Err(response) => return *response,
    };
    let Some((key, agent)) = key_of(asked, state) else {
        return refuse(StatusCode::BAD_REQUEST, "the parameters are those of xAPI Part 3, 2.3 and 2.6, `agent` as JSON");
    };
    if let Access::Session(session) = access {
        let broken = host.cmi5.lock().document(&session, method, &key, &agent, body);
        if let Err(broken) = broken {
            return refuse(StatusCode::FORBIDDEN, &broken.to_string());
        }
    }
    let response = change(host, method, key, headers, body);
    if *method != Method::GET {
        host.tell(News::Statements);
    }
    response
}

fn change(host: &Host, method: &Method, key: DocumentKey, headers: &HeaderMap, body: &Bytes) -> Response {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let guard = Guard { matches: text(header::IF_MATCH), none_match: text(header::IF_NONE_MATCH) };
    let mut documents = host.documents.lock();
    let changed = match *method {
        Method::GET => {
            return documents.get(&key).map_or_else(
                || StatusCode::NOT_FOUND.into_response(),
                |bytes| {
                    ([(header::ETAG, etag(bytes)), (header::CONTENT_TYPE, "application/json".to_owned())], bytes.to_vec()).into_response()
                },
            );
        }
        Method::PUT => documents.put(key, body.to_vec(), &guard),
        Method::POST => documents.merge(key, body, &guard),
        Method::DELETE => {
            documents.remove(&key);
            Ok(())
        }
        _ => return StatusCode::METHOD_NOT_ALLOWED.into_response(),
    };
    match changed {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(Unchanged::Precondition) => refuse(StatusCode::PRECONDITION_FAILED, "it was changed meanwhile"),
        Err(Unchanged::Unguarded) => refuse(StatusCode::CONFLICT, "it is there: If-Match or If-None-Match is needed"),
        Err(Unchanged::NoObjects) => refuse(StatusCode::BAD_REQUEST, "only JSON objects can be merged"),
    }
}
