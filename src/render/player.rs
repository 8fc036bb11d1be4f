//! The run-time's data with all its words, as it stands in a document.

use memchr::memchr3;
use serde_json::json;

use super::{Material, Scene};
use crate::state;
use crate::theme::Theme;

/// What the run-time says, the same in every document.
pub(super) fn words(theme: &Theme) -> String {
    escape(&serde_json::to_string(theme.messages().script()).expect("it is made of texts"))
}

/// The data with titles of pages and sheets, and messages; as JSON in which neither `<` nor a line separator can occur.
pub(super) fn player(scene: &Scene<'_>) -> String {
    let Material { course, delivery, lock, origins, target, .. } = scene.material;
    let mut player = state::player(course, delivery, scene.launchable, lock, target, origins);
    player.title(&scene.launchable.pages.iter().map(|page| (page.slot, scene.label(page))).collect());
    if target.home && !delivery.is_one(target) {
        player.await_others(course, delivery, scene.launchable, lock);
    }
    let mut data = escape(&serde_json::to_string(&player).expect("it is made of texts, numbers and lists"));
    // The words stand last in the object, as one more of its members.
    data.pop();
    data + ",\"messages\":" + scene.words + "}"
}

/// The data of the home of a course that is one SCO: a document with one page.
pub(super) fn home(material: &Material<'_>, words: &str) -> String {
    let Material { course, delivery, lock, origins, target, .. } = *material;
    let Some(first) = delivery.launchables.first() else { return String::new() };
    let mut data = serde_json::to_value(state::player(course, delivery, first, lock, target, origins))
        .expect("it is made of texts, numbers and lists");
    let page = json!({"slot": 0, "kind": "overview", "id": "overview", "address": "/overview", "title": delivery.title, "minutes": null});
    let of_home = [
        ("id", json!(delivery.identifier)),
        ("title", json!(delivery.title)),
        ("iri", json!(delivery.iri.as_ref().map(ToString::to_string))),
        ("scope", json!(delivery.identifier)),
        ("pages", json!([page])),
        ("sheets", json!({})),
        ("items", json!({})),
        ("layouts", json!([{"hash": 0, "ordinal": delivery.release, "pages": 1, "sheets": [], "items": []}])),
        // Whether there are any says whether there is anybody to tell.
        ("statements", if data["statements"].is_null() { json!(null) } else { json!({}) }),
        ("objectives", json!([])),
    ];
    for (key, value) in of_home {
        data[key] = value;
    }
    let mut data = escape(&data.to_string());
    data.pop();
    data + ",\"messages\":" + words + "}"
}

/// JSON that can stand in a script element: `</script` and `<!--` cannot occur in it. HTML 4.12.1.3.
fn escape(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + json.len() / 16);
    let mut rest = json;
    while let Some(at) = memchr3(b'<', b'>', b'&', rest.as_bytes()) {
        let (plain, after) = rest.split_at(at);
        let (sign, after) = after.split_at(1);
        safe.push_str(plain);
        safe.push_str(match sign {
            "<" => "\\u003c",
            ">" => "\\u003e",
            _ => "\\u0026",
        });
        rest = after;
    }
    safe.push_str(rest);
    if safe.contains(['\u{2028}', '\u{2029}']) { safe.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029") } else { safe }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_text_ends_the_script_and_every_text_comes_back() {
        let text = "</script><!--<script>&amp;\u{2028}\"\\";
        let safe = escape(&serde_json::Value::from(text).to_string());
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<String>(&safe).expect("it stays JSON"), text);
    }
}
