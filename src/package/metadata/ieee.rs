//! IEEE 1484.12.3, the form of SCORM 2004. CAM 4.2 says what a record has to hold.

use super::{Record, Taught, card};
use crate::package::Material;
use crate::package::xml::{Said, Xml};

const NAMESPACE: (&str, &str) = ("xmlns", "http://ltsc.ieee.org/xsd/LOM");

/// The record of a course.
pub(in crate::package) fn lom(xml: &mut Xml, material: &Material<'_>) {
    let record = &Record::of(material);
    let schema = ("xsi:schemaLocation", "http://ltsc.ieee.org/xsd/LOM lom.xsd");
    xml.start("lom", &[NAMESPACE, crate::package::control::INSTANCE, schema]);
    general(xml, record);
    life_cycle(xml, record);
    xml.start("metaMetadata", &[]);
    identifier(xml, record, "#metadata");
    plain(xml, "metadataSchema", "LOMv1.0");
    plain(xml, "metadataSchema", "ADLv1.0");
    plain(xml, "language", record.lang);
    xml.end();
    technical(xml, record);
    educational(xml, record);
    if let Some(licence) = &record.licence {
        xml.start("rights", &[]);
        word(xml, "copyrightAndOtherRestrictions", "yes");
        text(xml, "description", record.lang, licence);
        xml.end();
    }
    for taught in &record.outcomes {
        objective(xml, record, taught);
    }
    for taught in &record.outcomes {
        competencies(xml, record, taught);
    }
    xml.end();
}

/// IEEE 1484.12.1 1.
fn general(xml: &mut Xml, record: &Record<'_>) {
    xml.start("general", &[]);
    identifier(xml, record, "");
    text(xml, "title", record.lang, &record.title);
    plain(xml, "language", record.lang);
    text(xml, "description", record.lang, &record.description);
    for keyword in &record.keywords {
        text(xml, "keyword", record.lang, keyword);
    }
    word(xml, "structure", if record.linear { "linear" } else { "collection" });
    word(xml, "aggregationLevel", "3");
    xml.end();
}

/// IEEE 1484.12.1 2.
fn life_cycle(xml: &mut Xml, record: &Record<'_>) {
    xml.start("lifeCycle", &[]);
    text(xml, "version", record.lang, &record.version);
    word(xml, "status", if record.finished { "final" } else { "draft" });
    if let Some(author) = record.author {
        xml.start("contribute", &[]);
        word(xml, "role", "author");
        plain(xml, "entity", &card(author));
        xml.end();
    }
    xml.end();
}

/// IEEE 1484.12.1 4.
fn technical(xml: &mut Xml, record: &Record<'_>) {
    xml.start("technical", &[]);
    plain(xml, "format", "text/html");
    plain(xml, "location", &record.location);
    xml.start("requirement", &[]);
    xml.start("orComposite", &[]);
    word(xml, "type", "browser");
    word(xml, "name", "any");
    xml.end();
    xml.end();
    xml.end();
}

/// IEEE 1484.12.1 5.
fn educational(xml: &mut Xml, record: &Record<'_>) {
    xml.start("educational", &[]);
    word(xml, "interactivityType", if record.asks { "mixed" } else { "expositive" });
    word(xml, "learningResourceType", "narrative text");
    if record.asks {
        word(xml, "learningResourceType", if record.judged { "exam" } else { "self assessment" });
    }
    word(xml, "intendedEndUserRole", "learner");
    if let Some(hours) = record.hours {
        xml.start("typicalLearningTime", &[]);
        plain(xml, "duration", &format!("PT{hours}H"));
        xml.end();
    }
    plain(xml, "language", record.lang);
    xml.end();
}

/// IEEE 1484.12.1 9: an outcome of a unit, then each of its criteria below it.
fn objective(xml: &mut Xml, record: &Record<'_>, taught: &Taught<'_>) {
    let (lang, unit) = (record.lang, &taught.unit.title.text);
    xml.start("classification", &[]);
    word(xml, "purpose", "educational objective");
    path(xml, lang, &record.title, &[(taught.unit.id.as_str(), Some(unit)), (&taught.id, Some(&taught.statement))]);
    for (id, statement) in taught.criteria() {
        path(xml, lang, &record.title, &[(taught.unit.id.as_str(), None), (&taught.id, None), (&id, Some(&statement))]);
    }
    text(xml, "description", lang, &taught.statement);
    text(xml, "keyword", lang, taught.outcome.id.as_str());
    xml.end();
}

/// What an outcome is called in each framework that it is aligned to.
fn competencies(xml: &mut Xml, record: &Record<'_>, taught: &Taught<'_>) {
    for (framework, iri) in &taught.outcome.alignments {
        xml.start("classification", &[]);
        word(xml, "purpose", "competency");
        path(xml, record.lang, framework, &[(iri.as_str(), Some(&taught.statement))]);
        text(xml, "description", record.lang, &taught.statement);
        text(xml, "keyword", record.lang, taught.outcome.id.as_str());
        xml.end();
    }
}

/// IEEE 1484.12.1 9.2: from the general to the specific.
fn path(xml: &mut Xml, lang: &str, source: &str, taxa: &[(&str, Option<&str>)]) {
    xml.start("taxonPath", &[]);
    text(xml, "source", lang, source);
    for (id, entry) in taxa {
        xml.start("taxon", &[]);
        plain(xml, "id", id);
        if let Some(entry) = entry {
            text(xml, "entry", lang, entry);
        }
        xml.end();
    }
    xml.end();
}

fn identifier(xml: &mut Xml, record: &Record<'_>, end: &str) {
    let (catalog, entry) = &record.identifier;
    xml.start("identifier", &[]);
    plain(xml, "catalog", catalog);
    plain(xml, "entry", &format!("{entry}{end}"));
    xml.end();
}

fn plain(xml: &mut Xml, name: &'static str, text: &str) {
    xml.text(name, Said { text, span: None });
}

/// A text in a language.
fn text(xml: &mut Xml, name: &'static str, lang: &str, text: &str) {
    xml.start(name, &[]);
    xml.text_with("string", &[("language", lang)], Said { text, span: None });
    xml.end();
}

/// A word of LOM's vocabularies.
fn word(xml: &mut Xml, name: &'static str, value: &str) {
    xml.start(name, &[]);
    plain(xml, "source", "LOMv1.0");
    plain(xml, "value", value);
    xml.end();
}
