//! What the search looks through. In: the course as it is delivered. Out: a script that the search asks for when it is first used. Cannot fail.
//!
//! A row a page: its document, its address, its title, its plain text. Questions and choices are not in it: they would be read before they are asked.

use rayon::prelude::*;

use super::{Material, Scene};
use crate::activity::{Launchable, Page, PageKind};
use crate::model::{CaseStudy, Unit};

/// Name of the script in a package.
pub(super) const INDEX: &str = "assets/search.js";

/// Rows of so many documents are made beside each other.
const TOGETHER: usize = 64;

/// The script.
pub(super) fn index<'a>(material: &Material<'a>, scene: impl Fn(&'a Launchable) -> Scene<'a> + Sync) -> String {
    let mut script = "coursec.search=[".to_owned();
    // Never all of them at once: they would stand in memory twice.
    for launchables in material.delivery.launchables.chunks(TOGETHER) {
        let rows: Vec<String> = launchables.par_iter().flat_map_iter(|launchable| rows(&scene(launchable))).collect();
        for row in rows {
            script.push_str(if script.ends_with('[') { "" } else { "," });
            script.push_str(&row);
        }
    }
    script + "]\n"
}

/// The rows of a document.
fn rows(scene: &Scene<'_>) -> Vec<String> {
    let file = file(&scene.launchable.file);
    let with_text = scene.launchable.pages.iter().filter_map(|page| Some((page, text(scene, page)?)));
    let row = |(page, text): (&Page, String)| serde_json::to_string(&(file, &page.address, scene.label(page), text));
    with_text.map(|row_of| row(row_of).expect("it is made of texts")).collect()
}

/// A unit's document as the others of its folder name it.
pub(super) fn file(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Where the documents that the search looks through stand, those of units, from the document at `path`.
pub(super) fn folder(path: &str) -> &'static str {
    match path.split_once('/') {
        None => "units/",
        Some(("units", _)) => "",
        Some(_) => "../units/",
    }
}

/// What `page` says, on one line.
fn text(scene: &Scene<'_>, page: &Page) -> Option<String> {
    match page.kind {
        PageKind::Overview => Some(overview(scene.unit)),
        PageKind::Lesson => scene.lesson(page).map(|lesson| lesson.body.plain()),
        PageKind::Case => scene.case_on(page).map(|(_, case)| scenes(case)),
        _ => None,
    }
}

/// What happens in a case study.
fn scenes(case: &CaseStudy) -> String {
    let texts: Vec<String> = case.scenes.iter().map(|scene| scene.text.plain()).collect();
    texts.join(" · ")
}

/// What the unit is about: its synopsis, outcomes, criteria and words.
fn overview(unit: &Unit) -> String {
    let mut texts: Vec<String> = unit.synopsis.iter().map(crate::content::Blocks::plain).collect();
    for outcome in &unit.outcomes {
        texts.push(outcome.statement.text.clone());
        texts.extend(outcome.criteria.iter().map(|criterion| criterion.statement.text.clone()));
    }
    texts.extend(unit.lists.key_terms.iter().map(|term| format!("{}: {}", term.term.text, term.definition.plain())));
    texts.join(" · ")
}
