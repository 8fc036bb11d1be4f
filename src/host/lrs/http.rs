//! The statement resource over HTTP: xAPI Part 3, 2.1 and 3.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Json, Router};
use indexmap::IndexMap;
use serde_json::{Value, json};

use super::resource;
use super::scalar::is_version;
use super::store::{Filter, Refusal, is_id};
use crate::host::Host;
use crate::host::clock;
use crate::host::events::News;
use crate::host::faults::LrsState;

const VERSION: HeaderName = HeaderName::from_static("x-experience-api-version");
const THROUGH: HeaderName = HeaderName::from_static("x-experience-api-consistent-through");

/// Parameters of a request, in order.
pub(super) type Asked = Query<IndexMap<String, String>>;

/// `/statements` and `/about`, with the headers that pages of other origins need.
pub fn routes() -> Router<Arc<Host>> {
    Router::new()
        .route("/about", get(about))
        .route("/statements", get(read).post(write).put(put))
        .route("/activities/state", any(resource::state))
        .route("/agents/profile", any(resource::profile))
        .fallback(async || (StatusCode::NOT_FOUND, "This LRS has statements, states, agent profiles and about only.\n"))
        .layer(from_fn(cross_origin))
}

/// CORS, and the version that every answer carries (xAPI Part 3, 3.3). A preflight is answered without a credential.
async fn cross_origin(request: Request, next: Next) -> Response {
    let preflight = request.method() == Method::OPTIONS;
    let mut response = if preflight { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match"),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified, X-Experience-API-Consistent-Through, X-Experience-API-Version"),
        (VERSION, "1.0.3"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn about() -> Json<Value> {
    Json(json!({"version": ["1.0.3"]}))
}

pub(super) fn refuse(status: StatusCode, sentence: &str) -> Response {
    (status, Json(json!({"error": sentence}))).into_response()
}

/// The answer to a request without the credential: xAPI Part 3, 4.
pub fn unauthorized() -> Response {
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Basic realm=\"preview\"")]).into_response()
}

/// Who asks.
pub(super) enum Access {
    /// Whoever has the preview's credential.
    Preview,
    /// An AU in its session.
    Session(String),
}

/// What holds for every request: the fault that is on, the credential, the version.
pub(super) fn admit(host: &Host, headers: &HeaderMap) -> Result<Access, Box<Response>> {
    match host.faults.lock().lrs {
        LrsState::Up => {}
        LrsState::Down => return Err(Box::new(refuse(StatusCode::SERVICE_UNAVAILABLE, "the LRS is down"))),
        // Ends this connection's task without an answer, and without a word on stderr: what a dead server looks like.
        LrsState::Refused => std::panic::resume_unwind(Box::new("the LRS refuses connections")),
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let credential = text(header::AUTHORIZATION).unwrap_or_default();
    let access = match host.cmi5.lock().of_credential(credential) {
        Some(session) => Access::Session(session),
        None if credential == host.credential => Access::Preview,
        None => return Err(Box::new(unauthorized())),
    };
    if !text(VERSION).is_some_and(is_version) {
        return Err(Box::new(refuse(StatusCode::BAD_REQUEST, "X-Experience-API-Version must be 1.0 or a patch of it")));
    }
    Ok(access)
}

/// The body as JSON. xAPI Part 3, 1.5: statements come as application/json; multipart is for attachments, which are not taken.
fn parse(headers: &HeaderMap, body: &Bytes) -> Result<Value, Box<Response>> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().is_none_or(|kind| kind.trim() != "application/json") {
        return Err(Box::new(refuse(StatusCode::BAD_REQUEST, "Content-Type must be application/json")));
    }
    serde_json::from_slice(body).map_err(|error| Box::new(refuse(StatusCode::BAD_REQUEST, &error.to_string())))
}

fn store(host: &Host, access: &Access, batch: Vec<Value>) -> Result<Vec<String>, Box<Response>> {
    if let Access::Session(session) = access {
        let admitted = host.cmi5.lock().statements(session, &batch);
        admitted.map_err(|broken| Box::new(refuse(StatusCode::FORBIDDEN, &broken.to_string())))?;
    }
    let stored = host.statements.lock().add(batch);
    host.tell(News::Statements);
    stored.map_err(|refusal| {
        Box::new(match refusal {
            Refusal::Bad(fault) => refuse(StatusCode::BAD_REQUEST, &fault.to_string()),
            Refusal::Differs(id) => refuse(StatusCode::CONFLICT, &format!("{id} is stored and says something else")),
        })
    })
}

async fn write(State(host): State<Arc<Host>>, Query(asked): Asked, headers: HeaderMap, body: Bytes) -> Response {
    let work = || {
        let access = admit(&host, &headers)?;
        if !asked.is_empty() {
            return Err(Box::new(refuse(StatusCode::BAD_REQUEST, "POST takes no parameters")));
        }
        let batch = match parse(&headers, &body)? {
            Value::Array(batch) => batch,
            single => vec![single],
        };
        store(&host, &access, batch)
    };
    work().map_or_else(|response| *response, |ids| Json(ids).into_response())
}

async fn put(State(host): State<Arc<Host>>, Query(asked): Asked, headers: HeaderMap, body: Bytes) -> Response {
    let work = || {
        let access = admit(&host, &headers)?;
        let bad = |sentence: &str| Box::new(refuse(StatusCode::BAD_REQUEST, sentence));
        let id = asked
            .get("statementId")
            .filter(|id| is_id(id) && asked.len() == 1)
            .ok_or_else(|| bad("statementId must be a UUID, and the only parameter"))?;
        let mut statement = parse(&headers, &body)?;
        let Some(map) = statement.as_object_mut() else { return Err(bad("one statement was expected")) };
        // xAPI Part 3, 2.1.1: an id in the body must be that of the address.
        let given = map.entry("id").or_insert_with(|| json!(id)).as_str().map(str::to_lowercase);
        if given != Some(id.to_lowercase()) {
            return Err(bad("the statement has another id than statementId"));
        }
        store(&host, &access, vec![statement])
    };
    work().map_or_else(|response| *response, |_| StatusCode::NO_CONTENT.into_response())
}

async fn read(State(host): State<Arc<Host>>, Query(asked): Asked, headers: HeaderMap) -> Response {
    if let Err(response) = admit(&host, &headers) {
        return *response;
    }
    let through = [(THROUGH, clock::now())];
    let statements = host.statements.lock();
    if let Some(id) = asked.get("statementId") {
        return match statements.get(id) {
            Some(statement) => (through, Json(statement)).into_response(),
            None => refuse(StatusCode::NOT_FOUND, "there is no such statement"),
        };
    }
    match filter(&asked) {
        Ok(filter) => (through, Json(json!({"statements": statements.find(&filter), "more": ""}))).into_response(),
        Err(sentence) => refuse(StatusCode::BAD_REQUEST, &sentence),
    }
}

/// xAPI Part 3, 2.1.3: what can be asked for; an unknown parameter is refused.
fn filter(asked: &IndexMap<String, String>) -> Result<Filter, String> {
    let mut filter = Filter::default();
    for (key, value) in asked {
        match key.as_str() {
            "agent" => filter.agent = Some(serde_json::from_str(value).map_err(|_| "`agent` is no JSON".to_owned())?),
            "verb" => filter.verb = Some(value.clone()),
            "activity" => filter.activity = Some(value.clone()),
            "registration" => filter.registration = Some(value.clone()),
            "ascending" => filter.ascending = value == "true",
            "limit" => filter.limit = value.parse().map_err(|_| "`limit` is no number".to_owned())?,
            _ => return Err(format!("`{key}` is no parameter here")),
        }
    }
    Ok(filter)
}
