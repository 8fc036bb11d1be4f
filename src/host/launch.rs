//! How a course is launched.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// The settings of a launch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LaunchOptions {
    /// `cmi.core.student_id`, `cmi.learner_id`, and the account's name in statements.
    pub learner: String,
    /// `cmi.core.student_name`, `cmi.learner_name`.
    pub name: String,
    /// `cmi.core.lesson_mode`, `cmi.mode`.
    pub mode: String,
    /// `cmi.core.credit`, `cmi.credit`.
    pub credit: String,
    /// `cmi.launch_data`; `None` is what the LRS needs, or nothing.
    pub launch_data: Option<String>,
    /// Which exit keeps `cmi.suspend_data`: `suspend`, as the standards promise, or `always`, as many LMSs do.
    pub keep: String,
    /// How the content learns of the LRS.
    pub lrs: LrsBy,
}

/// How the content learns of the LRS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LrsBy {
    /// By launch data inside an LMS, by the launch address without one.
    #[default]
    Auto,
    /// By `cmi.launch_data`.
    LaunchData,
    /// By `?endpoint=..&auth=..&actor=..` in the launch address.
    Query,
    /// Not at all.
    None,
}

impl Default for LaunchOptions {
    fn default() -> Self {
        Self {
            learner: "learner-1".to_owned(),
            name: "Learner, One".to_owned(),
            mode: "normal".to_owned(),
            credit: "credit".to_owned(),
            launch_data: None,
            keep: "suspend".to_owned(),
            lrs: LrsBy::Auto,
        }
    }
}

/// Lays the properties of object `change` over `base`.
pub(super) fn overlay<T: Serialize + DeserializeOwned>(base: &T, change: &Value) -> Result<T, String> {
    let Some(change) = change.as_object() else { return Err("an object was expected".to_owned()) };
    let mut value = serde_json::to_value(base).map_err(|error| error.to_string())?;
    if let Some(map) = value.as_object_mut() {
        map.extend(change.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    serde_json::from_value(value).map_err(|error| error.to_string())
}

impl LaunchOptions {
    /// These options with `change` laid over them.
    ///
    /// # Errors
    /// A sentence, where `change` names no option or a value that it cannot have.
    pub fn with(&self, change: &Value) -> Result<Self, String> {
        let changed: Self = overlay(self, change)?;
        let words = [
            ("mode", &changed.mode, &["normal", "review", "browse"][..]),
            ("credit", &changed.credit, &["credit", "no-credit"]),
            ("keep", &changed.keep, &["suspend", "always"]),
        ];
        if let Some((key, _, known)) = words.iter().find(|(_, value, known)| !known.contains(&value.as_str())) {
            return Err(format!("`{key}` is one of {}", known.join(", ")));
        }
        // SCORM 1.2 RTE 3.4, cmi.core.student_id: CMIIdentifier.
        let id = |text: &str| !text.is_empty() && text.len() <= 255 && text.chars().all(|c| c.is_ascii_graphic());
        if !id(&changed.learner) {
            return Err("`learner` has 1 to 255 characters without white space".to_owned());
        }
        Ok(changed)
    }

    /// What the content is told of the LRS for `target`: launch data, and the query of the launch address.
    pub(super) fn lrs(&self, target: &str, origin: &str, credential: &str, registration: &str) -> (String, String) {
        let endpoint = format!("{origin}/__lrs/");
        let by = match self.lrs {
            LrsBy::Auto if target == "web" || target == "xapi" => LrsBy::Query,
            LrsBy::Auto => LrsBy::LaunchData,
            chosen => chosen,
        };
        let told = json!({"lrs": {"endpoint": endpoint, "auth": credential}}).to_string();
        let data = self.launch_data.clone().unwrap_or_else(|| if by == LrsBy::LaunchData { told } else { String::new() });
        if by != LrsBy::Query {
            return (data, String::new());
        }
        let actor = json!({"objectType": "Agent", "account": {"homePage": format!("{origin}/"), "name": self.learner}}).to_string();
        let query =
            [("endpoint", &*endpoint), ("auth", credential), ("actor", &*actor)].map(|(key, value)| format!("{key}={}", encode(value)));
        // A web package finds its registration by itself, as it has to where a launch names none.
        let registered = if target == "xapi" { format!("&registration={registration}") } else { String::new() };
        (data, format!("?{}{registered}", query.join("&")))
    }
}

/// Percent-encodes all but what RFC 3986 leaves unreserved.
pub(super) fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
        out
    })
}
