//! cmi5: `cmi5.xml`. cmi5 13, CourseStructure.xsd.

use super::rules::no_iri;
use super::xml::{Said, Xml};
use super::{Manifests, Material, Projection};
use crate::activity::Launchable;
use crate::diag::Warned;
use crate::model::{AssessmentsRule, Course, Unit};
use crate::target::CMI5;
use crate::value::{Iri, Thousandths};

/// cmi5.
pub(super) static PROJECTION: Projection = Projection { target: &CMI5, manifests, schemas: &[] };

const NAMESPACE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

fn manifests(material: &Material<'_>) -> Warned<Manifests> {
    let Some(whole) = material.delivery.iri.as_ref() else {
        return Warned { output: Vec::new(), diagnostics: no_iri::check(material.course, &CMI5).into_iter().collect() };
    };
    let mut xml = Xml::new();
    structure(&mut xml, material, whole);
    match xml.finish() {
        Ok(bytes) => Warned { output: vec![("cmi5.xml", bytes)], diagnostics: Vec::new() },
        Err(refused) => Warned { output: Vec::new(), diagnostics: refused },
    }
}

/// cmi5 13.1: the course, the outcomes of its units, and one AU for each thing that is launched.
fn structure(xml: &mut Xml, material: &Material<'_>, whole: &Iri) {
    let Material { course, delivery, .. } = material;
    let lang = course.lang.as_str();
    xml.start("courseStructure", &[("xmlns", NAMESPACE)]);
    xml.start("course", &[("id", whole.as_str())]);
    let title = Said { text: &delivery.title, span: Some(course.title.span) };
    say(xml, "title", lang, title);
    say(xml, "description", lang, course.description.as_ref().map_or(title, |line| Said { text: &line.text, span: Some(line.span) }));
    xml.end();
    if delivery.launchables.iter().any(|launchable| launchable.objectives.iter().any(|objective| objective.iri.is_some())) {
        xml.start("objectives", &[]);
        for launchable in &delivery.launchables {
            objectives(xml, course.launched_at(launchable.unit), launchable, lang);
        }
        xml.end();
    }
    for launchable in &delivery.launchables {
        au(xml, course, launchable, lang);
    }
    xml.end();
}

/// cmi5 13.1.3: what a unit is for; its criteria are the description, as objectives hold no others.
fn objectives(xml: &mut Xml, unit: &Unit, launchable: &Launchable, lang: &str) {
    for objective in &launchable.objectives {
        let outcome = unit.outcomes.iter().find(|outcome| outcome.id == objective.outcome);
        let (Some(iri), Some(outcome)) = (&objective.iri, outcome) else { continue };
        let title = Said { text: &outcome.statement.text, span: Some(outcome.statement.span) };
        let criteria: Vec<String> = outcome.criteria.iter().map(|one| format!("{} {}", one.id, one.statement.text)).collect();
        let criteria = criteria.join("; ");
        xml.start("objective", &[("id", iri.as_str())]);
        say(xml, "title", lang, title);
        say(xml, "description", lang, if criteria.is_empty() { title } else { Said { text: &criteria, span: title.span } });
        xml.end();
    }
}

/// cmi5 13.1.4: an assignable unit. LMSs look its file up by the very letters of its address.
fn au(xml: &mut Xml, course: &Course, launchable: &Launchable, lang: &str) {
    let unit = course.launched_at(launchable.unit);
    let Some(iri) = &launchable.iri else { return };
    let share = launchable.passing.map(decimal);
    let kind = if course.is_final(unit) { "assessment" } else { "module" };
    let kind = format!("http://adlnet.gov/expapi/activities/{kind}");
    let window = if course.lms.value.own_window { "OwnWindow" } else { "AnyWindow" };
    let mut attributes = vec![("id", iri.as_str()), ("moveOn", move_on(course, unit)), ("launchMethod", window), ("activityType", &kind)];
    if let Some(share) = &share {
        attributes.push(("masteryScore", share));
    }
    xml.start("au", &attributes);
    let title = Said { text: &launchable.title, span: Some(unit.title.span) };
    let synopsis = unit.synopsis.as_ref().map(|synopsis| (synopsis.plain(), synopsis.span()));
    let about = synopsis.as_ref().filter(|(text, _)| !text.is_empty()).map(|(text, span)| Said { text, span: Some(*span) });
    say(xml, "title", lang, title);
    say(xml, "description", lang, about.unwrap_or(title));
    let objectives: Vec<&Iri> = launchable.objectives.iter().filter_map(|objective| objective.iri.as_ref()).collect();
    if !objectives.is_empty() {
        xml.start("objectives", &[]);
        for objective in objectives {
            xml.empty("objective", &[("idref", objective.as_str())]);
        }
        xml.end();
    }
    xml.text("url", Said { text: &launchable.file, span: None });
    xml.end();
}

/// cmi5 10.2.5: what satisfies an AU. Completion here means what it means in the course, so that a pass is asked for only where the course does.
fn move_on(course: &Course, unit: &Unit) -> &'static str {
    let asked = &course.tracking.complete_when;
    match asked.assessments {
        AssessmentsRule::Passed if unit.is_judged() && asked.pages.0 == 0 => "Passed",
        AssessmentsRule::Passed if unit.is_judged() => "CompletedAndPassed",
        _ => "Completed",
    }
}

/// A text in one language. CourseStructure.xsd, textType.
fn say(xml: &mut Xml, name: &'static str, lang: &str, said: Said<'_>) {
    xml.start(name, &[]);
    xml.text_with("langstring", &[("lang", lang)], said);
    xml.end();
}

/// A share as a decimal from 0 to 1, of at most 4 places. cmi5 13.1.4, `masteryScore`.
fn decimal(share: Thousandths) -> String {
    share.to_string()
}
