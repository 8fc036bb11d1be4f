//! What the manifests of SCORM's versions are alike in: titles, and the files of resources. IMS Content Packaging 1.1.
//!
//! In: a document in the making. Out: the same with more in it. Reports titles that are cut.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::metadata::METADATA;
use super::rules::long_title;
use super::xml::{Said, Xml};
use super::{Manifests, Material};
use crate::activity::Sco;
use crate::diag::{Diagnostic, Warned};
use crate::model::Course;
use crate::target::Target;

/// What a version of SCORM calls the kind of a resource.
#[derive(Clone, Copy)]
pub(super) struct Kinds {
    /// The attribute.
    pub(super) attribute: &'static str,
}

/// The manifest that `write` makes and the metadata that `describe` makes, or every text that they cannot hold.
pub(super) fn manifests(write: impl FnOnce(&mut Xml, &mut Vec<Diagnostic>), describe: impl FnOnce(&mut Xml)) -> Warned<Manifests> {
    let mut diagnostics = Vec::new();
    let (mut manifest, mut about) = (Xml::new(), Xml::new());
    write(&mut manifest, &mut diagnostics);
    describe(&mut about);
    let mut output = Vec::new();
    match (manifest.finish(), about.finish()) {
        (Ok(manifest), Ok(about)) => output.extend([("imsmanifest.xml", manifest), (METADATA, about)]),
        // Most of what is said about a course stands in its manifest too: that is told there.
        (Err(refused), _) | (Ok(_), Err(refused)) => diagnostics.extend(refused),
    }
    Warned { output, diagnostics }
}

/// What a manifest says of itself: of which standard it is, and where the course is described. CAM 2.3.2.1 of SCORM 1.2, 3.4.1.2 of 2004.
pub(super) fn itself(xml: &mut Xml, schemaversion: &str) {
    xml.start("metadata", &[]);
    xml.text("schema", Said { text: "ADL SCORM", span: None });
    xml.text("schemaversion", Said { text: schemaversion, span: None });
    xml.text("adlcp:location", Said { text: METADATA, span: None });
    xml.end();
}

/// The room for titles.
pub(super) struct Room {
    most: usize,
    target: &'static str,
}

impl Room {
    /// That of `target` in the LMS that `course` is for.
    pub(super) fn of(course: &Course, target: &Target) -> Self {
        Self { most: course.lms.value.limits(target).title.unwrap_or(usize::MAX), target: target.name }
    }
}

/// The title of a node, cut where there is no room for it.
pub(super) fn title(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, room: &Room, said: Said<'_>) {
    let length = said.text.chars().count();
    if length > room.most {
        diagnostics.push(long_title::diagnostic(length, room.most, room.target, said.span));
    }
    xml.text("title", Said { text: &cut(said.text, room.most), span: said.span });
}

/// Every SCO with the files that it alone names, and what all of them share. CAM 2.3.2.6 of SCORM 1.2, 3.4.1 of 2004.
pub(super) fn resources(xml: &mut Xml, material: &Material<'_>, kinds: Kinds) {
    let Material { delivery, rendered, .. } = material;
    let shared = format!("SHARED-{}", delivery.identifier);
    xml.start("resources", &[]);
    for sco in &delivery.scos() {
        let documents = &rendered.documents[sco.first..sco.first + sco.documents.len()];
        let media = documents.iter().flat_map(|document| &document.media).filter_map(|media| rendered.media.get(media));
        let files = documents.iter().map(|document| &document.file).filter(|file| *file != sco.file).chain(media);
        resource(xml, sco, files.collect(), &shared, kinds);
    }
    xml.start("resource", &[("identifier", &shared), ("type", "webcontent"), (kinds.attribute, "asset")]);
    for name in rendered.shared.keys() {
        xml.empty("file", &[("href", name)]);
    }
    xml.end();
    xml.end();
}

/// Names of files consist of characters that stand for themselves in a URI.
fn resource(xml: &mut Xml, sco: &Sco<'_>, files: BTreeSet<&String>, shared: &str, kinds: Kinds) {
    let identifier = format!("RES-{}", sco.identifier);
    let attributes = [("identifier", identifier.as_str()), ("type", "webcontent"), (kinds.attribute, "sco"), ("href", sco.file)];
    xml.start("resource", &attributes);
    xml.empty("file", &[("href", sco.file)]);
    for name in files {
        xml.empty("file", &[("href", name)]);
    }
    xml.empty("dependency", &[("identifierref", shared)]);
    xml.end();
}

/// `text` in at most `most` characters, cut after a word.
pub(super) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.chars().count() <= most {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let kept = match text[..end].rfind(char::is_whitespace) {
        Some(space) if space > end / 2 => &text[..space],
        _ => &text[..end],
    };
    Cow::Owned(format!("{}…", kept.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_title_is_cut_after_a_word() {
        assert_eq!(cut("short", 200), "short");
        assert_eq!(cut("exactly ten", 11), "exactly ten");
        assert_eq!(cut("wash your hands", 13), "wash your…");
        assert_eq!(cut("éééééééééé", 4), "ééé…");
        let long = "word ".repeat(60);
        assert!(cut(&long, 200).chars().count() <= 200);
    }
}
