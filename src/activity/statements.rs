//! What the statements of a launchable are made of. `docs/runtime-contract.md` section 5, xAPI 1.0.3 Data 2.4.

use serde_json::{Map, Value, json};

use super::{Delivery, Launchable, PlacedCase, PlacedInteraction, Vocabulary};
use crate::item::{Interaction, Item};
use crate::model::{CaseStudy, Course, Unit};
use crate::value::{Id, Iri};

/// What made the package, for who filters statements. xAPI 1.0.3 Data 2.4.6, `platform`.
pub const PLATFORM: &str = "coursec";

/// The shared context, the activities and the templates of `launchable`; `None` where the course has no IRI.
#[must_use]
pub fn statements(course: &Course, delivery: &Delivery, launchable: &Launchable) -> Option<Value> {
    let (whole, part) = (delivery.iri.as_ref()?, launchable.iri.as_ref()?);
    let unit = course.launched_at(launchable.unit);
    let vocabulary = Vocabulary::of(course);
    let mut all = json!({
        "context": context(course, &vocabulary, whole),
        "activities": activities(course, &vocabulary, unit, launchable, part),
        "assesses": assesses(course, launchable),
        "templates": templates(course, &vocabulary),
    });
    if let Some(kind) = vocabulary.attempt() {
        all["attempt"] = json!({"type": kind});
    }
    Some(all)
}

/// What the other launchables have to come to for the course to be complete and passed; nothing where there are none.
#[must_use]
pub fn others(course: &Course, delivery: &Delivery, launchable: &Launchable) -> Option<Value> {
    let others = || delivery.launchables.iter().filter(|one| one.public_id != launchable.public_id);
    let iris = |judged: bool| -> Vec<&str> {
        let all = others().filter(|one| !judged || course.launched_at(one.unit).is_judged());
        all.filter_map(|one| one.iri.as_ref().map(Iri::as_str)).collect()
    };
    (delivery.launchables.len() > 1).then(|| json!({"completed": iris(false), "passed": iris(true)}))
}

/// A text in the language of the course. xAPI 1.0.3 Data 4.2.
fn said(course: &Course, text: &str) -> Value {
    json!({course.lang.as_str(): text})
}

fn activity(iri: &str, kind: &str, course: &Course, name: &str) -> Value {
    json!({"id": iri, "definition": {"type": kind, "name": said(course, name)}})
}

/// xAPI 1.0.3 Data 2.4.6. The category says which profile a statement follows.
fn context(course: &Course, vocabulary: &Vocabulary, whole: &Iri) -> Value {
    let mut grouping = activity(whole.as_str(), &vocabulary.kind("course"), course, &course.title.text);
    if let Some(description) = &course.description {
        grouping["definition"]["description"] = said(course, &description.text);
    }
    grouping["objectType"] = json!("Activity");
    json!({
        "language": course.lang.as_str(),
        "platform": PLATFORM,
        "revision": course.version.to_string(),
        "contextActivities": {"grouping": [grouping], "category": [vocabulary.category()]},
    })
}

/// By key of the contract: unit, pages and sheets with an IRI, items, outcomes. Answers of what has none, the practice pool and case studies, belong to the unit.
fn activities(course: &Course, vocabulary: &Vocabulary, unit: &Unit, launchable: &Launchable, part: &Iri) -> Value {
    let whole = activity(part.as_str(), &vocabulary.unit(course.is_final(unit)), course, &launchable.title);
    let mut all = Map::new();
    if let Some(iri) = &course.base_iri {
        all.insert("course".to_owned(), activity(iri.as_str(), &vocabulary.kind("course"), course, &course.title.text));
    }
    all.insert("unit".to_owned(), whole.clone());
    for page in &launchable.pages {
        let lesson = unit.lessons.iter().find(|lesson| lesson.id.as_str() == page.id);
        if let (Some(iri), Some(lesson)) = (&page.iri, lesson) {
            all.insert(format!("page:{}", page.slot), activity(iri.as_str(), &vocabulary.kind("lesson"), course, &lesson.title.text));
        }
    }
    for sheet in &launchable.sheets {
        let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
        let own = match (&sheet.iri, assessment) {
            (Some(iri), Some(assessment)) => Some(activity(iri.as_str(), &vocabulary.kind("assessment"), course, &assessment.title.text)),
            _ => None,
        };
        if let (Some(page), true) = (sheet.page, sheet.assessment.is_some()) {
            all.insert(format!("page:{page}"), own.clone().unwrap_or_else(|| whole.clone()));
        }
        all.extend(own.map(|own| (format!("sheet:{}", sheet.slot), own)));
    }
    for placed in &launchable.cases {
        let case = unit.case_studies.iter().find(|case| case.id == placed.case);
        if let (Some(iri), Some(case)) = (&placed.iri, case) {
            let told = case_study(course, vocabulary, &vocabulary.item(part, iri, &placed.id), placed, case);
            let mut page = activity(iri.as_str(), &vocabulary.kind("lesson"), course, &case.title.text);
            page["definition"]["description"] = said(course, &case.title.text);
            all.insert(format!("page:{}", placed.page), if vocabulary.is_own() { told.clone() } else { page });
            all.insert(format!("item:{}", placed.number), told);
        }
    }
    for placed in &launchable.interactions {
        if let (Some(iri), Some(item)) = (&placed.iri, course.item(&placed.at)) {
            let iri = vocabulary.item(part, iri, &placed.id);
            all.insert(format!("item:{}", placed.slot), interaction(course, vocabulary, &iri, placed, item));
        }
    }
    for (place, objective) in launchable.objectives.iter().enumerate() {
        if let Some(iri) = &objective.iri {
            let iri = vocabulary.outcome(part, iri, &objective.id);
            all.insert(format!("outcome:{place}"), activity(&iri, &vocabulary.kind("objective"), course, &objective.statement));
        }
    }
    Value::Object(all)
}

/// By number of each item, the places in `objectives` of the outcomes that it assesses, by themselves or by their criteria.
fn assesses(course: &Course, launchable: &Launchable) -> Value {
    let of = |placed: &PlacedInteraction| -> Vec<usize> {
        let assessed = course.assessed_by(&placed.at);
        let outcomes = launchable.objectives.iter().enumerate().filter(|(_, objective)| {
            let unit = course.units.iter().find(|unit| unit.id == objective.unit);
            let outcome = unit.and_then(|unit| unit.outcomes.iter().find(|outcome| outcome.id == objective.outcome));
            let is = |id: &Id| outcome.is_some_and(|outcome| outcome.id == *id || outcome.criteria.iter().any(|one| one.id == *id));
            objective.iri.is_some() && assessed.iter().any(|taught| taught.unit == objective.unit && is(&taught.id))
        });
        outcomes.map(|(place, _)| place).collect()
    };
    let all = launchable.interactions.iter().map(|placed| (placed.slot.to_string(), of(placed)));
    Value::Object(all.filter(|(_, places)| !places.is_empty()).map(|(slot, places)| (slot, json!(places))).collect())
}

/// xAPI 1.0.3 Data 2.4.4.1, interaction activities.
fn interaction(course: &Course, vocabulary: &Vocabulary, iri: &str, placed: &PlacedInteraction, item: &Item) -> Value {
    let Interaction { kind, xapi, components, .. } = &placed.report;
    let prompt = item.prompt.plain();
    let mut activity = activity(iri, &vocabulary.kind("cmi.interaction"), course, &prompt);
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
fn case_study(course: &Course, vocabulary: &Vocabulary, iri: &str, placed: &PlacedCase, case: &CaseStudy) -> Value {
    let mut activity = activity(iri, &vocabulary.kind("cmi.interaction"), course, &case.title.text);
    let definition = &mut activity["definition"];
    definition["interactionType"] = json!("performance");
    let scenes = placed.scenes.values().filter_map(|scene| Some((scene, case.scene(&scene.scene)?)));
    let steps = scenes.map(|(placed, scene)| json!({"id": placed.public_id, "description": said(course, &scene.text.plain())}));
    definition["steps"] = steps.collect();
    activity
}

/// By name. A verb's display is its English word, as its definition has it.
fn templates(course: &Course, vocabulary: &Vocabulary) -> Value {
    let told = vocabulary.kinds(course).into_iter().map(|kind| {
        let display = kind.verb.rsplit('/').next().unwrap_or_default();
        let mut template = json!({"verb": {"id": kind.verb, "display": {"en": display}}, "object": kind.object});
        if let Some(parent) = kind.parent {
            template["parent"] = json!(parent);
        }
        (kind.name.to_owned(), template)
    });
    Value::Object(told.collect())
}
