//! Packages: what one target gets, as a list of names and where their bytes come from.
//!
//! In: a [`Course`], its [`Delivery`] and its [`Rendered`] documents. Out: a [`Package`]. Fails with a diagnostic for each name that
//! cannot stand in a package, each text that a manifest cannot hold, each secret, and each piece of code that must not run in an LMS.

mod address;
mod code;
mod kind;
mod media;
mod place;
pub mod rules;
mod scorm12;
mod secret;
mod select;
mod svg;
mod web;
mod xml;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::activity::Delivery;
use crate::diag::{Diagnostic, Severity, Span, Warned};
use crate::model::Course;
use crate::render::Rendered;
use crate::source::{MediaId, Sources};
use crate::target::{Target, fault_of};
use rules::{broken_address, clashing_names, code_in_file, empty_file, secret as secret_rule, unsafe_name};

pub use code::code_in;
pub use secret::secrets_in_sources;
pub use select::select;

/// What a target makes of a course.
#[derive(Debug)]
pub struct Projection {
    /// The target.
    pub target: &'static Target,
    /// The files that tell its LMS what is in the package.
    manifests: fn(&Material<'_>) -> Warned<Manifests>,
}

/// Names and bytes of manifests.
type Manifests = Vec<(&'static str, Vec<u8>)>;

/// What there is to project.
struct Material<'a> {
    course: &'a Course,
    delivery: &'a Delivery,
    rendered: &'a Rendered,
}

/// Every target that can be built, by name.
pub static TARGETS: &[&Projection] = &[&scorm12::PROJECTION, &web::PROJECTION];

/// What one target gets of a course.
#[derive(Clone, Debug)]
pub struct Package {
    /// The target.
    pub target: &'static Target,
    /// Its files, sorted by name.
    pub entries: Vec<Entry>,
}

/// A file of a package.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name: relative, in lower case, with `/`.
    pub name: String,
    /// Its bytes.
    pub contents: Contents,
}

impl Entry {
    /// The media file that it is, if it is one.
    fn media(&self) -> Option<MediaId> {
        match self.contents {
            Contents::Media(media) => Some(media),
            Contents::Generated(_) => None,
        }
    }

    /// Its bytes, in number.
    fn size(&self, sources: &Sources) -> u64 {
        match &self.contents {
            Contents::Generated(bytes) => bytes.len() as u64,
            Contents::Media(media) => sources.media_size(*media),
        }
    }
}

/// Where the bytes of a file come from: a plan holds no gigabytes.
#[derive(Clone, Debug)]
pub enum Contents {
    /// Made by the compiler.
    Generated(Vec<u8>),
    /// A file of the course, read when it is packed.
    Media(MediaId),
}

/// The package of `projection`, or why there is none.
#[must_use]
pub fn package(
    course: &Course,
    delivery: &Delivery,
    rendered: Rendered,
    sources: &Sources,
    projection: &Projection,
) -> Warned<Option<Package>> {
    let Warned { output: manifests, mut diagnostics } = (projection.manifests)(&Material { course, delivery, rendered: &rendered });
    diagnostics.extend(names(course, delivery, &rendered, sources));
    let mut entries: BTreeMap<String, Contents> = BTreeMap::new();
    let documents = rendered.home.into_iter().chain(rendered.documents).map(|document| (document.file, document.html.into_bytes()));
    let manifests = manifests.into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let generated = manifests.chain(documents).chain(rendered.shared);
    entries.extend(generated.map(|(name, bytes)| (name, Contents::Generated(bytes))));
    entries.extend(rendered.media.into_iter().map(|(media, name)| (name, Contents::Media(media))));
    let entries: Vec<Entry> = entries.into_iter().map(|(name, contents)| Entry { name, contents }).collect();
    let found: Vec<Vec<Diagnostic>> = entries.par_iter().map(|entry| inside(entry, &entries, course, sources)).collect();
    diagnostics.extend(found.into_iter().flatten());
    diagnostics.extend(media::weight(&entries, course, sources));
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    Warned { output: sound.then_some(Package { target: projection.target, entries }), diagnostics }
}

/// What is wrong with names, and with files that have nothing in them.
fn names(course: &Course, delivery: &Delivery, rendered: &Rendered, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (launchable, document) in delivery.launchables.iter().zip(&rendered.documents) {
        if let Some(fault) = fault_of(&document.file) {
            let unit = course.launched_at(launchable.unit);
            diagnostics.push(unsafe_name::diagnostic(&document.file, &fault, Some(unit.span)));
        }
    }
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for (&media, name) in &rendered.media {
        let (path, span) = (sources.media_path(media), place::of_media(course, sources, media));
        if let Some(fault) = fault_of(name) {
            diagnostics.push(unsafe_name::diagnostic(path, &fault, span));
        }
        if sources.media_size(media) == 0 {
            diagnostics.push(empty_file::diagnostic(path, span));
        }
        let folder = name.match_indices('/').find_map(|(end, _)| taken.get(&name[..end]));
        let inside = taken.iter().find(|(other, _)| other.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('/')));
        if let Some(other) = taken.get(name.as_str()).or(folder).or(inside.map(|(_, path)| path)) {
            diagnostics.push(clashing_names::diagnostic(other, path, span));
        }
        taken.insert(name, path);
    }
    diagnostics
}

/// What must not stand in a file of a package: secrets, code, addresses that lead nowhere, and media that are not what they seem.
fn inside(entry: &Entry, entries: &[Entry], course: &Course, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (text, span) = match &entry.contents {
        Contents::Generated(bytes) => (String::from_utf8_lossy(bytes), None),
        Contents::Media(media) => {
            let used = place::of_media(course, sources, *media);
            diagnostics.extend(media::faults(sources, *media, used));
            // Secrets in it are told with those of the other texts.
            if sources.media_text(*media).is_some() {
                return diagnostics;
            }
            match place::text_of(sources, *media) {
                Some(text) => (text.into(), used),
                None => return diagnostics,
            }
        }
    };
    diagnostics.extend(code_in(&entry.name, &text).map(|what| code_in_file::diagnostic(what, &entry.name, span)));
    if entry.media().is_none() {
        diagnostics.extend(lost(&entry.name, &text, entries, sources));
    }
    for found in secret::secrets(&text) {
        let value = &text[found.range.clone()];
        let told = sources.texts().any(|(_, file)| sources.content(file).contains(value));
        if !told {
            diagnostics.push(secret_rule::in_file(found.kind, &entry.name, &found.excerpt(&text), span));
        }
    }
    diagnostics
}

/// Each address in file `name` that leads to no file of the package, once.
fn lost(name: &str, text: &str, entries: &[Entry], sources: &Sources) -> Vec<Diagnostic> {
    let mut addresses = address::addresses(name, text);
    addresses.sort_unstable();
    addresses.dedup();
    let is_there = |address: &str| {
        address::meant(name, address).is_none_or(|meant| entries.binary_search_by(|entry| entry.name.as_str().cmp(&meant)).is_ok())
    };
    let written = |address: &str| {
        let mut theme = sources.texts_in("theme");
        theme.find_map(|(_, file)| sources.content(file).find(address).map(|at| Span::new(file, at, at + address.len())))
    };
    let lost = addresses.into_iter().filter(|address| !is_there(address));
    lost.map(|address| broken_address::diagnostic(name, address, written(address))).collect()
}
