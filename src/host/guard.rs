//! Who may ask: pages of this machine that know the server by its own name.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::state::Host;

/// Refuses what another site could have sent: a `Host` that is not ours is DNS rebinding; a change of the host's own data that comes from
/// a page of another origin is a forgery.
pub(super) async fn guard(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let names = [format!("127.0.0.1:{}", host.port), format!("localhost:{}", host.port)];
    let text = |headers: &HeaderMap, name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let asked = text(request.headers(), header::HOST);
    if !asked.is_some_and(|asked| names.contains(&asked)) {
        return (StatusCode::FORBIDDEN, "This server answers to its own name only.\n").into_response();
    }
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD) && request.uri().path().starts_with("/__host/");
    let stranger =
        text(request.headers(), header::ORIGIN).is_some_and(|origin| !names.iter().any(|name| origin == format!("http://{name}")));
    if changes && stranger {
        return (StatusCode::FORBIDDEN, "Another site may not change this.\n").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
