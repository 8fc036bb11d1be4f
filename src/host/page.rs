//! The host's own pages and scripts: not part of any package.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::mime;

macro_rules! assets {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../themes/runtime/host/", $name)))),*] };
}

/// Files that the pages load, sorted.
const ASSETS: &[(&str, &str)] = assets![
    "elements12.js",
    "elements2004.js",
    "faults.js",
    "host.css",
    "index.js",
    "model12.js",
    "model2004.js",
    "panel.js",
    "player.js",
    "responses2004.js",
    "session12.js",
    "session2004.js",
    "standards.js",
    "strict12.js",
    "strict2004.js",
    "types12.js",
    "types2004.js"
];

/// Allows the page its own scripts, and content of both origins in its frame.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; frame-src 'self' http://localhost:*; base-uri 'none'; form-action 'self'";

/// The list of courses.
pub(super) async fn index() -> Response {
    page(include_str!("../../themes/runtime/host/index.html"))
}

/// The page that launches a unit, as an LMS does. Which unit, its script reads from the address.
pub(super) async fn player() -> Response {
    page(include_str!("../../themes/runtime/host/player.html"))
}

/// A script or style sheet of these pages.
pub(super) async fn asset(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|(known, _)| *known == name) {
        Some((_, text)) => ([(header::CONTENT_TYPE, mime::of(&name))], *text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn page(html: &'static str) -> Response {
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
}
