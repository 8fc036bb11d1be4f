//! What the statements of a launchable are made of. `docs/runtime-contract.md` section 5, xAPI 1.0.3 Data 2.4.

use serde_json::{Map, Value, json};

use super::{Delivery, Launchable, PlacedCase, PlacedInteraction};
use crate::item::{Interaction, Item};
use crate::model::{CaseStudy, Course, Unit};
use crate::value::Iri;

/// Where the verbs and types of activities are defined.
const ADL: &str = "http://adlnet.gov/expapi";

/// What made the package, for who filters statements. xAPI 1.0.3 Data 2.4.6, `platform`.
const PLATFORM: &str = "coursec";

/// The verbs with the kind of activity each is about.
const VERBS: [(&str, &str); 10] = [
    ("initialized", "unit"),
    ("experienced", "page"),
    ("answered", "item"),
    ("scored", "unit"),
    ("completed", "unit"),
    ("passed", "unit"),
    ("failed", "unit"),
    ("suspended", "unit"),
    ("resumed", "unit"),
    ("terminated", "unit"),
];

/// The shared context, the activities and the templates of `launchable`; `None` where the course has no IRI.
#[must_use]
pub fn statements(course: &Course, delivery: &Delivery, launchable: &Launchable) -> Option<Value> {
    let (whole, part) = (delivery.iri.as_ref()?, launchable.iri.as_ref()?);
    let unit = course.launched_at(launchable.unit);
    Some(json!({
        "context": context(course, whole),
        "activities": activities(course, unit, launchable, part),
        "templates": templates(course),
    }))
}

/// A text in the language of the course. xAPI 1.0.3 Data 4.2.
fn said(course: &Course, text: &str) -> Value {
    json!({course.lang.as_str(): text})
}

fn activity(iri: &Iri, kind: &str, course: &Course, name: &str) -> Value {
    json!({"id": iri.as_str(), "definition": {"type": format!("{ADL}/activities/{kind}"), "name": said(course, name)}})
}

/// xAPI 1.0.3 Data 2.4.6.
fn context(course: &Course, whole: &Iri) -> Value {
    let mut grouping = activity(whole, "course", course, &course.title.text);
    if let Some(description) = &course.description {
        grouping["definition"]["description"] = said(course, &description.text);
    }
    grouping["objectType"] = json!("Activity");
    json!({
        "language": course.lang.as_str(),
        "platform": PLATFORM,
        "revision": course.version.to_string(),
        "contextActivities": {"grouping": [grouping]},
    })
}

/// By key of the contract: unit, pages and sheets with an IRI, items. Answers of the practice pool belong to the unit.
fn activities(course: &Course, unit: &Unit, launchable: &Launchable, part: &Iri) -> Value {
    let kind = if course.is_final(unit) { "assessment" } else { "module" };
    let whole = activity(part, kind, course, &launchable.title);
    let mut all = Map::new();
    all.insert("unit".to_owned(), whole.clone());
    for page in &launchable.pages {
        let lesson = unit.lessons.iter().find(|lesson| lesson.id.as_str() == page.id);
        if let (Some(iri), Some(lesson)) = (&page.iri, lesson) {
            all.insert(format!("page:{}", page.slot), activity(iri, "lesson", course, &lesson.title.text));
        }
    }
    for sheet in &launchable.sheets {
        let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        let of = match (&sheet.iri, assessment) {
            (Some(iri), Some(assessment)) => activity(iri, "assessment", course, &assessment.title.text),
            _ => whole.clone(),
        };
        if let (Some(page), true) = (sheet.page, sheet.assessment.is_some()) {
            all.insert(format!("page:{page}"), of.clone());
        }
        all.insert(format!("sheet:{}", sheet.slot), of);
    }
    for placed in &launchable.cases {
        let case = unit.case_studies.iter().find(|case| case.id == placed.case);
        if let (Some(iri), Some(case)) = (&placed.iri, case) {
            let told = case_study(course, iri, placed, case);
            all.insert(format!("page:{}", placed.page), told.clone());
            all.insert(format!("sheet:{}", placed.number), whole.clone());
            all.insert(format!("item:{}", placed.number), told);
        }
    }
    for placed in &launchable.interactions {
        if let (Some(iri), Some(item)) = (&placed.iri, course.item(&placed.at)) {
            all.insert(format!("item:{}", placed.slot), interaction(course, iri, placed, item));
        }
    }
    Value::Object(all)
}

/// xAPI 1.0.3 Data 2.4.4.1, interaction activities.
fn interaction(course: &Course, iri: &Iri, placed: &PlacedInteraction, item: &Item) -> Value {
    let Interaction { kind, xapi, components, .. } = &placed.report;
    let prompt = item.prompt.plain();
    let mut activity = activity(iri, "cmi.interaction", course, &prompt);
    let definition = &mut activity["definition"];
    definition["description"] = said(course, &prompt);
    definition["interactionType"] = json!(kind.name());
    if let Some(patterns) = xapi {
        definition["correctResponsesPattern"] = json!(patterns);
    }
    for (list, components) in components {
        let told = components.iter().map(|one| json!({"id": one.id, "description": said(course, &one.description)}));
        definition[*list] = told.collect();
    }
    activity
}

/// A case study as a performance of steps: xAPI 1.0.3 Data 2.4.4.1 and appendix C.
fn case_study(course: &Course, iri: &Iri, placed: &PlacedCase, case: &CaseStudy) -> Value {
    let mut activity = activity(iri, "cmi.interaction", course, &case.title.text);
    let definition = &mut activity["definition"];
    definition["interactionType"] = json!("performance");
    let scenes = placed.scenes.values().filter_map(|scene| Some((scene, case.scene(&scene.scene)?)));
    let steps = scenes.map(|(placed, scene)| json!({"id": placed.public_id, "description": said(course, &scene.text.plain())}));
    definition["steps"] = steps.collect();
    activity
}

/// By name. A verb's display is its English word, as its definition has it.
fn templates(course: &Course) -> Value {
    let sent = |verb: &str| match verb {
        "experienced" => course.xapi.experienced,
        "answered" => course.xapi.answered,
        _ => true,
    };
    let template = |(verb, object): (&str, &str)| {
        let mut template = json!({"verb": {"id": format!("{ADL}/verbs/{verb}"), "display": {"en": verb}}, "object": object});
        if object == "item" {
            template["parent"] = json!("sheet");
        }
        (verb.to_owned(), template)
    };
    Value::Object(VERBS.into_iter().filter(|(verb, _)| sent(verb)).map(template).collect())
}
