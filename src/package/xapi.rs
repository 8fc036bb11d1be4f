//! xAPI: `tincan.xml`, by the schema that launchers of such packages share.

use super::rules::no_iri;
use super::xml::{Said, Xml};
use super::{Manifests, Material, Projection};
use crate::diag::{Span, Warned};
use crate::target::XAPI;
use crate::value::Iri;

/// xAPI.
pub(super) static PROJECTION: Projection = Projection { target: &XAPI, manifests, schemas: &[] };

const NAMESPACE: &str = "http://projecttincan.com/tincan.xsd";

/// Name of the document that lists the units.
const HOME: &str = "index.html";

fn manifests(material: &Material<'_>) -> Warned<Manifests> {
    let Some(whole) = material.delivery.iri.as_ref() else {
        return Warned { output: Vec::new(), diagnostics: no_iri::check(material.course, &XAPI).into_iter().collect() };
    };
    let mut xml = Xml::new();
    package(&mut xml, material, whole);
    match xml.finish() {
        Ok(bytes) => Warned { output: vec![("tincan.xml", bytes)], diagnostics: Vec::new() },
        Err(refused) => Warned { output: Vec::new(), diagnostics: refused },
    }
}

/// The first activity is what is launched: launchers take no other. Where there are several units that is the page that lists them.
fn package(xml: &mut Xml, material: &Material<'_>, whole: &Iri) {
    let Material { course, delivery, .. } = material;
    let lang = course.lang.as_str();
    let kind = |name: &str| format!("http://adlnet.gov/expapi/activities/{name}");
    xml.start("tincan", &[("xmlns", NAMESPACE)]);
    xml.start("activities", &[]);
    let mut activity = |iri: &Iri, kind: &str, title: (&str, Span), about: Option<(&str, Span)>, launch: Option<&str>| {
        let said = |(text, span)| Said { text, span: Some(span) };
        xml.start("activity", &[("id", iri.as_str()), ("type", kind)]);
        xml.text_with("name", &[("lang", lang)], said(title));
        xml.text_with("description", &[("lang", lang)], said(about.filter(|(text, _)| !text.is_empty()).unwrap_or(title)));
        if let Some(launch) = launch {
            xml.text_with("launch", &[("lang", lang)], Said { text: launch, span: None });
        }
        xml.end();
    };
    let only = delivery.launchables.len() == 1 && !delivery.is_one(&XAPI);
    let mut activities = Vec::new();
    let about = course.description.as_ref().map(|line| (line.text.clone(), line.span));
    activities.push((whole, kind("course"), (delivery.title.as_str(), course.title.span), about, (!only).then_some(HOME)));
    for launchable in &delivery.launchables {
        let unit = course.launched_at(launchable.unit);
        let Some(iri) = &launchable.iri else { continue };
        let about = unit.synopsis.as_ref().map(|synopsis| (synopsis.plain(), synopsis.span()));
        let kind = kind(if course.is_final(unit) { "assessment" } else { "module" });
        activities.push((iri, kind, (launchable.title.as_str(), unit.title.span), about, only.then_some(launchable.file.as_str())));
    }
    if only {
        activities.reverse();
    }
    for (iri, kind, title, about, launch) in &activities {
        activity(iri, kind, *title, about.as_ref().map(|(text, span)| (text.as_str(), *span)), *launch);
    }
    xml.end();
    xml.end();
}
