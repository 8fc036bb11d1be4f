//! The files that the compiler writes itself, manifests apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::MediaId;

/// The documents of a course for one target, each as the next stage keeps it, and what they share.
#[derive(Clone, Debug)]
pub struct Rendered<D = Document> {
    /// `index.html`, where the target has no LMS that lists the units.
    pub home: Option<D>,
    /// One for each launchable, in the order of [`Delivery::launchables`](crate::activity::Delivery::launchables).
    pub documents: Vec<D>,
    /// Style sheet and scripts that every document uses, kept in the same way, by file name.
    pub shared: BTreeMap<String, D>,
    /// The media that documents use, by their names in a package (see [`entry_name`](crate::target::entry_name)).
    pub media: BTreeMap<MediaId, String>,
}

/// A document, or what documents share.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path in a package.
    pub file: String,
    /// Its text.
    pub html: String,
    /// The media that it uses.
    pub media: BTreeSet<MediaId>,
}
