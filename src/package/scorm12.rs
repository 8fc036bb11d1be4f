//! SCORM 1.2: `imsmanifest.xml`. SCORM 1.2 CAM 2.3.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::rules::long_title;
use super::xml::{Said, Xml};
use super::{Manifests, Material, Projection};
use crate::activity::Sco;
use crate::diag::{Diagnostic, Warned};
use crate::target::SCORM12;
use crate::value::Thousandths;

/// SCORM 1.2.
pub(super) static PROJECTION: Projection = Projection { target: &SCORM12, manifests };

/// LMSs look for these very prefixes and addresses; no schemas are named, as the package holds none.
const NAMESPACES: [(&str, &str); 2] =
    [("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"), ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2")];

/// The most characters of `version`. imscp_rootv1p1p2.xsd.
const LONGEST_VERSION: usize = 20;

/// The most characters of `adlcp:prerequisites`. adlcp_rootv1p2.xsd.
pub(super) const LONGEST_SCRIPT: usize = 200;

fn manifests(material: &Material<'_>) -> Warned<Manifests> {
    let mut xml = Xml::new();
    let mut diagnostics = Vec::new();
    manifest(&mut xml, &mut diagnostics, material);
    match xml.finish() {
        Ok(bytes) => Warned { output: vec![("imsmanifest.xml", bytes)], diagnostics },
        Err(refused) => {
            diagnostics.extend(refused);
            Warned { output: Vec::new(), diagnostics }
        }
    }
}

/// CAM 2.3.2.1: one organization, a flat list of SCOs.
fn manifest(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, material: &Material<'_>) {
    let Material { course, delivery, rendered } = material;
    let most = course.lms.value.limits(&SCORM12).title.unwrap_or(usize::MAX);
    let (identifier, version) = (format!("MANIFEST-{}", delivery.identifier), course.version.to_string());
    let mut attributes = vec![("identifier", identifier.as_str())];
    if version.len() <= LONGEST_VERSION {
        attributes.push(("version", &version));
    }
    attributes.extend(NAMESPACES);
    xml.start("manifest", &attributes);
    xml.start("metadata", &[]);
    xml.text("schema", Said { text: "ADL SCORM", span: None });
    xml.text("schemaversion", Said { text: "1.2", span: None });
    xml.end();

    let organization = format!("ORG-{}", delivery.identifier);
    xml.start("organizations", &[("default", &organization)]);
    xml.start("organization", &[("identifier", &organization)]);
    title(xml, diagnostics, most, Said { text: &delivery.title, span: Some(course.title.span) });
    let scos = delivery.scos();
    for sco in &scos {
        let before: Vec<&str> = sco.opens_after.iter().map(|place| scos[*place].identifier).collect();
        let said = Said { text: sco.title, span: Some(delivery.title_of(sco, course)) };
        item(xml, diagnostics, most, sco, &before, said);
    }
    xml.end();
    xml.end();

    let shared = format!("SHARED-{}", delivery.identifier);
    xml.start("resources", &[]);
    for sco in &scos {
        let documents = &rendered.documents[sco.first..sco.first + sco.documents.len()];
        let media = documents.iter().flat_map(|document| &document.media).filter_map(|media| rendered.media.get(media));
        let files = documents.iter().map(|document| &document.file).filter(|file| *file != sco.file).chain(media);
        resource(xml, sco, files.collect(), &shared);
    }
    xml.start("resource", &[("identifier", &shared), ("type", "webcontent"), ("adlcp:scormtype", "asset")]);
    for name in rendered.shared.keys() {
        xml.empty("file", &[("href", name)]);
    }
    xml.end();
    xml.end();
    xml.end();
}

/// CAM 2.3.2.5.3: what a learner launches; LMSs keep records under its identifier. It opens after the items of `before`.
fn item(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, most: usize, sco: &Sco<'_>, before: &[&str], said: Said<'_>) {
    let (item, resource) = (format!("ITEM-{}", sco.identifier), format!("RES-{}", sco.identifier));
    xml.start("item", &[("identifier", &item), ("identifierref", &resource), ("isvisible", "true")]);
    title(xml, diagnostics, most, said);
    if let Some(prerequisites) = prerequisites(before) {
        xml.text_with("adlcp:prerequisites", &[("type", "aicc_script")], Said { text: &prerequisites, span: None });
    }
    if let Some(mastery) = sco.mastery {
        xml.text("adlcp:masteryscore", Said { text: &percent(mastery), span: None });
    }
    xml.end();
}

/// Those items and each of them, where there is room for their names. CAM 2.3.2.5.3, AICC CMI001 3.4.0 appendix A: an item is true once it is
/// completed or passed.
fn prerequisites(before: &[&str]) -> Option<String> {
    let items: Vec<String> = before.iter().map(|identifier| format!("ITEM-{identifier}")).collect();
    Some(items.join("&")).filter(|script| !script.is_empty() && script.len() <= LONGEST_SCRIPT)
}

/// CAM 2.3.2.6: a SCO with every file that it alone names. Names of files consist of characters that stand for themselves in a URI.
fn resource(xml: &mut Xml, sco: &Sco<'_>, files: BTreeSet<&String>, shared: &str) {
    let identifier = format!("RES-{}", sco.identifier);
    let attributes = [("identifier", identifier.as_str()), ("type", "webcontent"), ("adlcp:scormtype", "sco"), ("href", sco.file)];
    xml.start("resource", &attributes);
    xml.empty("file", &[("href", sco.file)]);
    for name in files {
        xml.empty("file", &[("href", name)]);
    }
    xml.empty("dependency", &[("identifierref", shared)]);
    xml.end();
}

fn title(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, most: usize, said: Said<'_>) {
    let length = said.text.chars().count();
    if length > most {
        diagnostics.push(long_title::diagnostic(length, most, SCORM12.name, said.span));
    }
    xml.text("title", Said { text: &cut(said.text, most), span: said.span });
}

/// `text` in at most `most` characters, cut after a word.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
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

/// A share as CMIDecimal from 0 to 100. SCORM 1.2 RTE 3.4.4, `cmi.student_data.mastery_score`.
fn percent(share: Thousandths) -> String {
    Thousandths(share.0.saturating_mul(100)).to_string()
}

#[cfg(test)]
mod tests {
    use super::{cut, percent};
    use crate::value::Thousandths;

    #[test]
    fn a_title_is_cut_after_a_word() {
        assert_eq!(cut("short", 200), "short");
        assert_eq!(cut("exactly ten", 11), "exactly ten");
        assert_eq!(cut("wash your hands", 13), "wash your…");
        assert_eq!(cut("éééééééééé", 4), "ééé…");
        let long = "word ".repeat(60);
        assert!(cut(&long, 200).chars().count() <= 200);
    }

    #[test]
    fn a_share_is_a_percentage() {
        for (share, text) in [(0, "0"), (800, "80"), (855, "85.5"), (1000, "100")] {
            assert_eq!(percent(Thousandths(share)), text);
        }
    }
}
