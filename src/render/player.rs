//! The run-time's data with all its words, as it stands in a document.

use serde_json::{Map, Value, json};

use super::{Material, Scene};
use crate::state;

/// The data with titles of pages and sheets, and messages; as JSON in which neither `<` nor a line separator can occur.
pub(super) fn player(scene: &Scene<'_>) -> String {
    let Material { course, delivery, lock, origins, .. } = scene.material;
    let player = state::player(course, delivery, scene.launchable, lock, origins);
    let mut data = serde_json::to_value(player).expect("it is made of texts, numbers and lists");
    let titles: Map<String, Value> =
        scene.launchable.pages.iter().map(|page| (page.slot.to_string(), Value::from(scene.label(page)))).collect();
    for (list, key) in [("pages", "slot"), ("sheets", "page")] {
        let things: Vec<&mut Value> = match data.get_mut(list) {
            Some(Value::Array(list)) => list.iter_mut().collect(),
            Some(Value::Object(by_slot)) => by_slot.values_mut().collect(),
            _ => Vec::new(),
        };
        for one in things {
            if let Some(title) = one.get(key).and_then(Value::as_u64).and_then(|slot| titles.get(&slot.to_string())) {
                one["title"] = title.clone();
            }
        }
    }
    data["messages"] = json!(scene.material.theme.messages().script());
    escape(&data.to_string())
}

/// JSON that can stand in a script element: `</script` and `<!--` cannot occur in it. HTML 4.12.1.3.
fn escape(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    safe
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
