//! Packages: what one target gets, as a list of names and where their bytes come from.
//!
//! In: a [`Course`], its [`Delivery`] and its [`Rendered`] documents. Out: a [`Package`]. Fails with a diagnostic for each name that
//! cannot stand in a package, each text that a manifest cannot hold, each secret, and each piece of code that must not run in an LMS.

mod address;
mod cmi5;
mod code;
mod control;
mod global;
mod imscp;
mod kind;
mod media;
mod metadata;
mod page;
mod place;
pub mod rules;
mod scorm12;
mod scorm2004;
mod secret;
mod select;
mod stored;
mod svg;
mod tag;
mod web;
mod xapi;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::activity::Delivery;
use crate::diag::{Diagnostic, Severity, Span, Warned};
use crate::model::Course;
use crate::render::{Rendered, STYLE};
use crate::source::{MediaId, Sources};
use crate::target::{Target, entry_name, fault_of};
use control::Schema;
use rules::{broken_address, clashing_names, empty_file, long_title, no_iri, unsafe_name};

pub use code::code_in;
pub use control::{LARGEST as LARGEST_SCHEMA, Official, Refused};
pub use media::in_picture;
pub use page::{Page, page};
pub use secret::secrets_in_sources;
pub use select::select;
pub use stored::{Sealed, Sealer, options};

/// What a target makes of a course.
#[derive(Debug)]
pub struct Projection {
    /// The target.
    pub target: &'static Target,
    /// The files that tell its LMS what is in the package.
    manifests: fn(&Material<'_>) -> Warned<Manifests>,
    /// The schemas that it carries for them.
    schemas: &'static [Schema],
}

/// Names and bytes of manifests.
type Manifests = Vec<(&'static str, Vec<u8>)>;

/// What there is to project.
struct Material<'a> {
    course: &'a Course,
    delivery: &'a Delivery,
    rendered: &'a Rendered<Page>,
}

/// Every target that can be built, by name.
pub static TARGETS: &[&Projection] =
    &[&cmi5::PROJECTION, &scorm12::PROJECTION, &scorm2004::THIRD, &scorm2004::FOURTH, &web::PROJECTION, &xapi::PROJECTION];

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
            Contents::Generated(_) | Contents::Sealed(_) => None,
        }
    }

    /// Its bytes, in number.
    #[must_use]
    pub fn size(&self, sources: &Sources) -> u64 {
        match &self.contents {
            Contents::Generated(bytes) => bytes.len() as u64,
            Contents::Sealed(sealed) => sealed.size(),
            Contents::Media(media) => sources.media_size(*media),
        }
    }
}

/// Where the bytes of a file come from: a plan holds no gigabytes.
#[derive(Clone, Debug)]
pub enum Contents {
    /// Made by the compiler.
    Generated(Vec<u8>),
    /// Made by the compiler, deflated.
    Sealed(Sealed),
    /// A file of the course, read when it is packed.
    Media(MediaId),
}

/// The package of `projection`, or why there is none.
#[must_use]
pub fn package(
    course: &Course,
    delivery: &Delivery,
    rendered: Rendered<Page>,
    sources: &Sources,
    projection: &Projection,
) -> Warned<Option<Package>> {
    let Warned { output: manifests, mut diagnostics } = (projection.manifests)(&Material { course, delivery, rendered: &rendered });
    diagnostics.extend(names(course, delivery, &rendered, sources));
    let mut entries: BTreeMap<String, Contents> = BTreeMap::new();
    entries.extend(manifests.into_iter().map(|(name, bytes)| (name.to_owned(), Contents::Generated(bytes))));
    let schemas = projection.schemas.iter().map(Schema::file);
    entries.extend(schemas.map(|(name, text)| (name.to_owned(), Contents::Generated(text.as_bytes().to_vec()))));
    entries.extend(rendered.media.into_iter().map(|(media, name)| (name, Contents::Media(media))));
    let mut leads = BTreeMap::new();
    for page in rendered.home.into_iter().chain(rendered.documents).chain(rendered.shared.into_values()) {
        diagnostics.extend(page.found);
        leads.insert(page.file.clone(), page.addresses);
        entries.insert(page.file, page.contents);
    }
    let entries: Vec<Entry> = entries.into_iter().map(|(name, contents)| Entry { name, contents }).collect();
    diagnostics.extend(leads.iter().flat_map(|(name, addresses)| lost(name, addresses, &entries, sources)));
    let others = entries.par_iter().filter(|entry| !leads.contains_key(&entry.name));
    let found: Vec<Vec<Diagnostic>> = others.map(|entry| inside(entry, &entries, course, sources)).collect();
    diagnostics.extend(found.into_iter().flatten());
    diagnostics.extend(media::weight(&entries, course, sources));
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    Warned { output: sound.then_some(Package { target: projection.target, entries }), diagnostics }
}

/// What is wrong with `course` for `targets` before anything is made of it, which needs all of it: titles, and the media that its texts
/// show.
#[must_use]
pub fn foretell(course: &Course, sources: &Sources, targets: &[&Projection]) -> Vec<Diagnostic> {
    let mut diagnostics = long_title::check(course, targets.iter().map(|projection| projection.target));
    diagnostics.extend(targets.iter().filter_map(|projection| no_iri::check(course, projection.target)));
    let media = place::shown(course, sources);
    diagnostics.extend(media_names(course, &media, sources));
    diagnostics.extend(media.iter().flat_map(|(media, name)| in_media(*media, name, course, sources)));
    diagnostics
}

/// The addresses in the style sheet `css` that lead to no file of a course.
#[must_use]
pub fn lost_in_style(css: &str, sources: &Sources) -> Vec<Diagnostic> {
    let media = sources.media_files().map(|media| Entry { name: entry_name(sources.media_path(media)), contents: Contents::Media(media) });
    let mut entries: Vec<Entry> = media.collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    lost_in(STYLE, css, &entries, sources)
}

/// What is wrong with names, and with files that have nothing in them.
fn names(course: &Course, delivery: &Delivery, rendered: &Rendered<Page>, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (launchable, document) in delivery.launchables.iter().zip(&rendered.documents) {
        if let Some(fault) = fault_of(&document.file) {
            let unit = course.launched_at(launchable.unit);
            diagnostics.push(unsafe_name::diagnostic(&document.file, &fault, Some(unit.span)));
        }
    }
    diagnostics.extend(media_names(course, &rendered.media, sources));
    diagnostics
}

/// The same of `media`, by their names.
fn media_names(course: &Course, media: &BTreeMap<MediaId, String>, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for (&media, name) in media {
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

/// What must not stand in a file of a package that is no page: secrets, code, addresses that lead nowhere, and media that are not what
/// they seem.
fn inside(entry: &Entry, entries: &[Entry], course: &Course, sources: &Sources) -> Vec<Diagnostic> {
    let name = entry.name.as_str();
    match &entry.contents {
        // Documents and what they share have been looked through.
        Contents::Sealed(_) => Vec::new(),
        Contents::Generated(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            let mut found = page::forbidden(name, &text, None, sources);
            found.extend(lost_in(name, &text, entries, sources));
            found
        }
        Contents::Media(media) => in_media(*media, name, course, sources),
    }
}

/// The same of `media`, called `name` in a package.
fn in_media(media: MediaId, name: &str, course: &Course, sources: &Sources) -> Vec<Diagnostic> {
    let used = place::of_media(course, sources, media);
    let mut found = media::faults(sources, media, used);
    // Secrets in a text among them are told with those of the other texts.
    if sources.media_text(media).is_none() {
        found.extend(place::text_of(sources, media).iter().flat_map(|text| page::forbidden(name, text, used, sources)));
    }
    found
}

/// Each address in `text`, file `name`, that leads to no file of the package.
fn lost_in(name: &str, text: &str, entries: &[Entry], sources: &Sources) -> Vec<Diagnostic> {
    let addresses = address::addresses(name, text).into_iter().map(str::to_owned).collect();
    lost(name, &addresses, entries, sources)
}

/// Each of `addresses` in file `name` that leads to no file of the package.
fn lost(name: &str, addresses: &BTreeSet<String>, entries: &[Entry], sources: &Sources) -> Vec<Diagnostic> {
    let is_there = |address: &str| {
        address::meant(name, address).is_none_or(|meant| entries.binary_search_by(|entry| entry.name.as_str().cmp(&meant)).is_ok())
    };
    let written = |address: &str| {
        let mut theme = sources.texts_in("theme");
        theme.find_map(|(_, file)| sources.content(file).find(address).map(|at| Span::new(file, at, at + address.len())))
    };
    let lost = addresses.iter().filter(|address| !is_there(address));
    lost.map(|address| broken_address::diagnostic(name, address, written(address))).collect()
}
