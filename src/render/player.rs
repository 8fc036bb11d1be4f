//! The run-time's data with all its words, as it stands in a document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Material, Scene};
use crate::state::{self, Player};
use crate::theme::Message;

/// What stands in a document.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    player: Player,
    messages: &'a BTreeMap<String, Message>,
}

/// The data with titles of pages and sheets, and messages; as JSON in which neither `<` nor a line separator can occur.
pub(super) fn player(scene: &Scene<'_>) -> String {
    let Material { course, delivery, lock, origins, theme, .. } = scene.material;
    let mut player = state::player(course, delivery, scene.launchable, lock, origins);
    player.title(&scene.launchable.pages.iter().map(|page| (page.slot, scene.label(page))).collect());
    let data = Data { player, messages: theme.messages().script() };
    escape(&serde_json::to_string(&data).expect("it is made of texts, numbers and lists"))
}

/// JSON that can stand in a script element: `</script` and `<!--` cannot occur in it. HTML 4.12.1.3.
fn escape(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let (plain, after) = rest.split_at(at);
        let (sign, after) = after.split_at(after.chars().next().map_or(0, char::len_utf8));
        safe.push_str(plain);
        safe.push_str(match sign {
            "<" => "\\u003c",
            ">" => "\\u003e",
            "&" => "\\u0026",
            "\u{2028}" => "\\u2028",
            _ => "\\u2029",
        });
        rest = after;
    }
    safe.push_str(rest);
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
