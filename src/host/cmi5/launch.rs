//! A launch: cmi5 8.1, 10.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::session::Session;
use super::structure::au;
use crate::host::Host;
use crate::host::launch::encode;
use crate::host::lrs::{DocumentKey, Guard, identity};
use crate::host::record::Key;
use crate::host::secret;
use crate::host::site::File;

/// The query of the address that launches `file` of a package in that mode; `None` where its `cmi5.xml` has no such AU.
pub(in crate::host) fn launch(host: &Host, key: &Key, file: &str, mode: &str) -> Option<String> {
    let structure = match host.site.lock().file(&key.course, "cmi5", "cmi5.xml") {
        Some(File::Bytes(bytes)) => bytes.to_vec(),
        _ => return None,
    };
    let au = au(&structure, file)?;
    let origin = host.origin();
    let actor = json!({"objectType": "Agent", "account": {"homePage": format!("{origin}/"), "name": key.learner}});
    let id = secret::uuid();
    let extensions = json!({"https://w3id.org/xapi/cmi5/context/extensions/sessionid": id});
    let template = json!({"contextActivities": {"grouping": [{"objectType": "Activity", "id": au.id}]}, "extensions": extensions});
    let mut settings = json!({
        "contextTemplate": template, "launchMode": named(mode), "moveOn": au.move_on, "returnURL": format!("{origin}/__host/returned"),
    });
    if let Some(mastery) = au.mastery {
        settings["masteryScore"] = json!(mastery);
    }
    let mut sessions = host.cmi5.lock();
    let session = Session {
        key: key.clone(),
        registration: sessions.registration(&key.course, &key.learner),
        activity: format!("{origin}/__host/au/{}/{}", key.course, key.unit),
        actor,
        settings,
        credential: secret::credential(),
        fetched: false,
        asked: false,
        abandoned: false,
        said: BTreeSet::new(),
        id,
    };
    let document = DocumentKey {
        activity: Some(session.activity.clone()),
        agent: identity(&session.actor)?,
        registration: Some(session.registration.clone()),
        id: "LMS.LaunchData".to_owned(),
    };
    let bytes = session.settings.to_string().into_bytes();
    host.documents.lock().put(document, bytes, &Guard::default()).ok()?;
    let query = query(&origin, &session);
    sessions.open(session);
    Some(query)
}

fn query(origin: &str, session: &Session) -> String {
    let Session { id, registration, activity, actor, .. } = session;
    let parts = [
        ("endpoint", format!("{origin}/__lrs/")),
        ("fetch", format!("{origin}/__cmi5/fetch/{id}")),
        ("actor", Value::to_string(actor)),
        ("registration", registration.clone()),
        ("activityId", activity.clone()),
    ];
    format!("?{}", parts.map(|(key, value)| format!("{key}={}", encode(&value))).join("&"))
}

/// cmi5 10.2.2.
fn named(mode: &str) -> &'static str {
    match mode {
        "review" => "Review",
        "browse" => "Browse",
        _ => "Normal",
    }
}
