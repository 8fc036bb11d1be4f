//! The home document of a course: what it is, and its units.

use super::document::{policy, total_minutes};
use super::extras::Extras;
use super::{Document, Material, search, sheet};
use crate::diag::{Diagnostic, Warned};
use crate::theme::contract::{self, Expected};
use crate::theme::view::{HomeView, SearchView, UnitView};

/// Name of the home document in a package.
pub(super) const HOME: &str = "index.html";

const TEMPLATE: &str = "home.html";

pub(super) fn document(material: &Material<'_>, script: bool, extras: Extras, words: &str) -> Result<Warned<Document>, Diagnostic> {
    let Material { course, delivery, theme, .. } = material;
    let several = delivery.launchables.len() > 1;
    let units = delivery.launchables.iter().enumerate().map(|(place, launchable)| {
        let unit = course.launched_at(launchable.unit);
        let minutes = total_minutes(unit);
        let words = theme.messages();
        let label = || match unit.assessments.first().filter(|_| course.is_final(unit)) {
            Some(assessment) => words.word(sheet::purpose(assessment.purpose), &[]),
            None => words.word("unit-number", &[("n", &(place + 1))]),
        };
        let count = |key: &str, n: usize| (n > 0).then(|| format!("{n} {}", words.word(key, &[("n", &n)])));
        let facts: Vec<String> = [
            count("count-lessons", unit.lessons.len()),
            count("count-questions", unit.items.len()),
            minutes.map(|n| words.word("time-in-all", &[("n", &n)])),
        ]
        .into_iter()
        .flatten()
        .chain(launchable.opens_after.iter().map(|place| words.word("opens-after", &[("title", &delivery.launchables[*place].title)])))
        .collect();
        UnitView {
            slot: launchable.slot,
            label: several.then(label),
            title: unit.title.text.clone(),
            href: launchable.file.clone(),
            facts: (!facts.is_empty()).then(|| facts.join(" · ")),
        }
    });
    let one = delivery.is_one(material.target);
    let searched = (script && extras.search).then(|| SearchView {
        own: String::new(),
        file: search::INDEX.to_owned(),
        all: true,
        folder: search::folder(HOME),
    });
    let view = HomeView {
        lang: course.lang.to_string(),
        dir: course.lang.direction(),
        title: course.title.text.clone(),
        policy: policy(material),
        qualification: course.qualification.as_ref().map(|qualification| qualification.title.text.clone()),
        description: course.description.as_ref().map(|line| line.text.clone()),
        units: units.collect(),
        script,
        one,
        search: searched,
        player: if one && script { super::player::home(material, words) } else { String::new() },
    };
    let html = theme.render(TEMPLATE, &view)?;
    let diagnostics = contract::prove(&html, &Expected::default(), theme, TEMPLATE);
    Ok(Warned { output: Document { file: HOME.to_owned(), html, media: std::collections::BTreeSet::new() }, diagnostics })
}
