//! A course as documents: one for each launchable, whole in itself, and a home where no LMS lists the units.
//!
//! In: [`Material`]. Out: [`Rendered`], and for each hook that a template left out a diagnostic. Fails where a template does.

mod assets;
mod case;
mod counts;
mod document;
mod extras;
mod fragments;
mod home;
mod in_text;
mod item;
mod links;
mod overview;
mod player;
mod rendered;
mod sample;
mod search;
mod section;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::activity::{Delivery, Launchable};
use crate::diag::{Diagnostic, Severity, Warned};
use crate::lock::{self, Lock, PartSlots};
use crate::model::{Course, ItemAt, Unit};
use crate::source::Sources;
use crate::target::Target;
use crate::theme::Theme;

use extras::Extras;

pub use assets::CSS as STYLE;
pub use rendered::{Document, Rendered};
pub use sample::prove;

/// What documents are made of.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The course.
    pub course: &'a Course,
    /// What is delivered of it.
    pub delivery: &'a Delivery,
    /// What it is delivered to.
    pub target: &'static Target,
    /// How it looks.
    pub theme: &'a Theme,
    /// Where its media are.
    pub sources: &'a Sources,
    /// The slots of the parts of its items.
    pub lock: &'a Lock,
    /// Origins that statements may go to beside the course's own, those of a preview.
    pub origins: &'a [String],
}

/// A launchable, its unit, and all that is around it.
#[derive(Clone, Copy)]
struct Scene<'a> {
    material: Material<'a>,
    unit: &'a Unit,
    launchable: &'a Launchable,
    extras: Extras,
    /// What the run-time says, as JSON.
    words: &'a str,
}

impl<'a> Scene<'a> {
    fn new(material: &Material<'a>, launchable: &'a Launchable, extras: Extras, words: &'a str) -> Self {
        Self { material: *material, unit: material.course.launched_at(launchable.unit), launchable, extras, words }
    }

    /// The units that its items may ask about: its own, or all of them for an assessment of the course.
    fn asked_of(&self) -> &[Unit] {
        let course = self.material.course;
        if course.is_final(self.unit) { &course.units } else { std::slice::from_ref(self.unit) }
    }

    /// The slots of the parts of the item at `at`.
    fn parts(&self, at: &ItemAt) -> PartSlots<'a> {
        self.material.lock.parts(&lock::item_path(at))
    }
}

/// All documents of a course for one target, each as `keep` leaves it as soon as it is made; `None` where a
/// template fails or leaves out what the run-time needs.
#[must_use]
pub fn render<D: Send>(material: &Material<'_>, keep: impl Fn(Document) -> D + Sync) -> Warned<Option<Rendered<D>>> {
    let extras = Extras::of(material.course);
    let script = assets::script(material, extras);
    let words = player::words(material.theme);
    let kept = |made: Result<Warned<Document>, Diagnostic>| match made {
        Ok(Warned { output, diagnostics }) => (Some((output.media.clone(), keep(output))), diagnostics),
        Err(diagnostic) => (None, vec![diagnostic]),
    };
    let scene = |launchable| Scene::new(material, launchable, extras, &words);
    let documents = || -> Vec<_> {
        let launchables = material.delivery.launchables.par_iter();
        launchables.map(|launchable| kept(document::document(&scene(launchable), script.is_some()))).collect()
    };
    let shared = || -> BTreeMap<String, D> {
        let index = (extras.search && script.is_some()).then(|| (search::INDEX, search::index(material, scene)));
        let script = script.clone().map(|script| (assets::SCRIPT, script));
        let debug = script.as_ref().and_then(|_| assets::debug(material)).map(|text| (assets::DEBUG, text));
        let style = (assets::CSS, material.theme.css().to_owned());
        let shared = [Some(style), script, debug, index].into_iter().flatten();
        let keep = |(file, text): (&str, String)| keep(Document { file: file.to_owned(), html: text, media: BTreeSet::new() });
        shared.map(|(file, text)| (file.to_owned(), keep((file, text)))).collect()
    };
    let (shared, made) = rayon::join(shared, documents);
    let home = (material.target.home || material.delivery.is_one(material.target))
        .then(|| kept(home::document(material, script.is_some(), extras, &words)));
    let mut diagnostics = Vec::new();
    let mut media = BTreeMap::new();
    let mut documents = Vec::new();
    for (document, said) in made {
        diagnostics.extend(said);
        let Some((used, document)) = document else { continue };
        media.extend(used.into_iter().map(|used| (used, links::media_name(material.sources, used))));
        documents.push(document);
    }
    let home = home.and_then(|(home, said)| {
        diagnostics.extend(said);
        home.map(|(_, home)| home)
    });
    once(&mut diagnostics);
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    Warned { output: sound.then_some(Rendered { home, documents, shared, media }), diagnostics }
}

/// Drops what is said twice: a template is to blame once, however many documents it makes.
fn once(diagnostics: &mut Vec<Diagnostic>) {
    let mut said = std::collections::BTreeSet::new();
    diagnostics.retain(|diagnostic| said.insert((diagnostic.lint.code, diagnostic.message.clone(), diagnostic.help.clone())));
}
