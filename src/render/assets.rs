//! The style sheet and the script that all documents share.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};

use super::{Extras, Material, Scene, fragments};
use crate::activity::{Delivery, Launchable};
use crate::state;

static FRAGMENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/runtime/dist");

/// Name of the style sheet in a package.
pub const CSS: &str = "assets/course.css";

/// Name of the script in a package.
pub(super) const SCRIPT: &str = "assets/course.js";

/// Name of the script that shows what is recorded: nothing loads it but an address that asks for it.
pub(super) const DEBUG: &str = "assets/debug.js";

/// That script, behind its words.
pub(super) fn debug(material: &Material<'_>) -> Option<String> {
    let words = serde_json::to_string(material.theme.messages().debug()).expect("it is made of texts");
    let fragment = FRAGMENTS.get_file("debug.js")?.contents_utf8()?;
    Some(format!("coursec.debug={words};\n{fragment}"))
}

/// What each document of a course of one SCO has to know of all: their pages, sheets and layouts.
fn units(material: &Material<'_>, extras: Extras) -> String {
    let Material { course, delivery, lock, origins, target, .. } = *material;
    let unit = |launchable: &Launchable| {
        let mut player = state::player(course, delivery, launchable, lock, target, origins);
        let scene = Scene::new(material, launchable, extras, "");
        player.title(&launchable.pages.iter().map(|page| (page.slot, scene.label(page))).collect());
        let mut told = serde_json::to_value(&player).expect("it is made of texts, numbers and lists");
        let after: Vec<u32> = launchable.opens_after.iter().map(|place| delivery.launchables[*place].slot).collect();
        let mut kept = serde_json::Map::new();
        for key in ["id", "title", "pages", "sheets", "layouts"] {
            kept.insert(key.to_owned(), told[key].take());
        }
        kept.insert("slot".to_owned(), launchable.slot.into());
        kept.insert("file".to_owned(), launchable.file.as_str().into());
        kept.insert("after".to_owned(), after.into());
        // What came of an outcome is worked out over all units, also of those that nobody opens in a session.
        if target.outcomes {
            kept.insert("items".to_owned(), asked(told["items"].take(), launchable.slot, delivery));
        }
        serde_json::Value::Object(kept)
    };
    let units: Vec<serde_json::Value> = delivery.launchables.iter().map(unit).collect();
    let mut script = format!("coursec.units={};\n", serde_json::Value::Array(units));
    if let Some(objectives) = state::whole_objectives(delivery, target) {
        let objectives = serde_json::to_string(&objectives).expect("it is made of texts and lists");
        script.push_str(&format!("coursec.objectives={objectives};\n"));
    }
    script
}

/// Of `items` of the launchable in `slot` those that outcomes ask.
fn asked(mut items: serde_json::Value, slot: u32, delivery: &Delivery) -> serde_json::Value {
    let all = delivery.whole.iter().flat_map(|whole| &whole.objectives).flat_map(|objective| objective.asked.iter().flatten());
    let asked: BTreeSet<String> = all.filter(|(unit, _)| *unit == slot).map(|(_, item)| item.to_string()).collect();
    if let Some(items) = items.as_object_mut() {
        items.retain(|item, _| asked.contains(item));
    }
    items
}

/// The script: of the run-time's fragments those that the course uses, in one function, whose names they share. `None` where there is no run-time for the target.
pub(super) fn script(material: &Material<'_>, extras: Extras) -> Option<String> {
    let mut script = String::from("(()=>{");
    for name in fragments::used(material, extras) {
        let fragment = FRAGMENTS.get_file(&name)?;
        script.push_str(fragment.contents_utf8()?.trim_ascii_end());
    }
    script.push_str("})();\n");
    if material.delivery.is_one(material.target) {
        script.push_str(&units(material, extras));
    }
    Some(script)
}
