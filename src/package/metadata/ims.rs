//! IMS Learning Resource Meta-data 1.2.1, the form of SCORM 1.2. CAM 2.2.2, 2.2.4 says what a record has to hold, and its words.

use super::{Record, Taught, card};
use crate::package::Material;
use crate::package::xml::{Said, Xml};

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1");

/// The language of what is in none. IMS Meta-data 1.2.1 binding 4.
const NO_LANGUAGE: &str = "x-none";

/// The record of a course.
pub(in crate::package) fn imsmd(xml: &mut Xml, material: &Material<'_>) {
    let record = &Record::of(material);
    let schema = ("xsi:schemaLocation", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd");
    xml.start("lom", &[NAMESPACE, crate::package::control::INSTANCE, schema]);
    general(xml, record);
    life_cycle(xml, record);
    xml.start("metametadata", &[]);
    identifier(xml, record, "#metadata");
    plain(xml, "metadatascheme", "ADL SCORM 1.2");
    plain(xml, "language", record.lang);
    xml.end();
    technical(xml, record);
    educational(xml, record);
    if let Some(licence) = &record.licence {
        xml.start("rights", &[]);
        word(xml, "copyrightandotherrestrictions", "yes");
        text(xml, "description", record.lang, licence);
        xml.end();
    }
    for taught in &record.outcomes {
        objective(xml, record, taught);
    }
    xml.end();
}

fn general(xml: &mut Xml, record: &Record<'_>) {
    xml.start("general", &[]);
    text(xml, "title", record.lang, &record.title);
    identifier(xml, record, "");
    plain(xml, "language", record.lang);
    text(xml, "description", record.lang, &record.description);
    for keyword in &record.keywords {
        text(xml, "keyword", record.lang, keyword);
    }
    word(xml, "structure", if record.linear { "Linear" } else { "Collection" });
    word(xml, "aggregationlevel", "3");
    xml.end();
}

fn life_cycle(xml: &mut Xml, record: &Record<'_>) {
    xml.start("lifecycle", &[]);
    text(xml, "version", record.lang, &record.version);
    word(xml, "status", if record.finished { "Final" } else { "Draft" });
    if let Some(author) = record.author {
        xml.start("contribute", &[]);
        word(xml, "role", "Author");
        xml.start("centity", &[]);
        plain(xml, "vcard", &card(author));
        xml.end();
        xml.end();
    }
    xml.end();
}

fn technical(xml: &mut Xml, record: &Record<'_>) {
    xml.start("technical", &[]);
    plain(xml, "format", "text/html");
    xml.text_with("location", &[("type", "URI")], Said { text: &record.location, span: None });
    xml.start("requirement", &[]);
    word(xml, "type", "Browser");
    word(xml, "name", "Any");
    xml.end();
    xml.end();
}

fn educational(xml: &mut Xml, record: &Record<'_>) {
    xml.start("educational", &[]);
    word(xml, "interactivitytype", if record.asks { "Mixed" } else { "Expositive" });
    word(xml, "learningresourcetype", "Narrative Text");
    if record.asks {
        word(xml, "learningresourcetype", if record.judged { "Exam" } else { "Self Assessment" });
    }
    word(xml, "intendedenduserrole", "Learner");
    if let Some(hours) = record.hours {
        xml.start("typicallearningtime", &[]);
        plain(xml, "datetime", &format!("PT{hours}H"));
        xml.end();
    }
    plain(xml, "language", record.lang);
    xml.end();
}

/// An outcome of a unit, each of its criteria below it, and what it is called in frameworks: no word for competencies is known here.
fn objective(xml: &mut Xml, record: &Record<'_>, taught: &Taught<'_>) {
    let (lang, unit) = (record.lang, &taught.unit.title.text);
    xml.start("classification", &[]);
    word(xml, "purpose", "Educational Objective");
    path(xml, lang, &record.title, &[(taught.unit.id.as_str(), Some(unit)), (&taught.id, Some(&taught.statement))]);
    for (id, statement) in taught.criteria() {
        path(xml, lang, &record.title, &[(taught.unit.id.as_str(), None), (&taught.id, None), (&id, Some(&statement))]);
    }
    for (framework, iri) in &taught.outcome.alignments {
        path(xml, lang, framework, &[(iri.as_str(), Some(&taught.statement))]);
    }
    text(xml, "description", lang, &taught.statement);
    text(xml, "keyword", lang, taught.outcome.id.as_str());
    xml.end();
}

/// From the general to the specific, each in the one before it.
fn path(xml: &mut Xml, lang: &str, source: &str, taxa: &[(&str, Option<&str>)]) {
    xml.start("taxonpath", &[]);
    text(xml, "source", lang, source);
    for (id, entry) in taxa {
        xml.start("taxon", &[]);
        plain(xml, "id", id);
        if let Some(entry) = entry {
            text(xml, "entry", lang, entry);
        }
    }
    for _ in taxa {
        xml.end();
    }
    xml.end();
}

fn identifier(xml: &mut Xml, record: &Record<'_>, end: &str) {
    let (catalog, entry) = &record.identifier;
    xml.start("catalogentry", &[]);
    plain(xml, "catalog", catalog);
    text(xml, "entry", NO_LANGUAGE, &format!("{entry}{end}"));
    xml.end();
}

fn plain(xml: &mut Xml, name: &'static str, text: &str) {
    xml.text(name, Said { text, span: None });
}

/// A text in a language.
fn text(xml: &mut Xml, name: &'static str, lang: &str, text: &str) {
    xml.start(name, &[]);
    xml.text_with("langstring", &[("xml:lang", lang)], Said { text, span: None });
    xml.end();
}

/// A word of LOM's vocabularies.
fn word(xml: &mut Xml, name: &'static str, value: &str) {
    xml.start(name, &[]);
    text(xml, "source", NO_LANGUAGE, "LOMv1.0");
    text(xml, "value", NO_LANGUAGE, value);
    xml.end();
}
