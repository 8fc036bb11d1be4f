//! In what words the run-time tells interactions, and what it has to know to say what came of each outcome.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::activity::{Delivery, Launchable, PlacedCase, PlacedInteraction, PlacedScene, WholeObjective};
use crate::item::{Item, Parts, token2004};
use crate::model::Course;
use crate::target::{Target, Words};
use crate::value::Language;

/// The most characters of `cmi.interactions.n.description` and `cmi.objectives.n.description` that every LMS keeps. SCORM 2004 RTE 4.2.9.1.
const DESCRIPTION: usize = 250;

/// How an item is told: its type, its right answers in the words of the target, and for each part its token there and in xAPI.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    kind: &'static str,
    correct: Vec<String>,
    tokens: BTreeMap<String, (String, String)>,
    /// What is asked, plain; where the target has a place for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// An outcome.
#[derive(Debug, Serialize)]
pub(super) struct ObjectiveData {
    id: String,
    iri: Option<String>,
    title: String,
    lessons: Vec<u32>,
    asked: Vec<Vec<u32>>,
    /// Whether it is the unit itself, which is reached once it is complete.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    done: bool,
}

/// An outcome of a course that is one SCO; a page, an item is told by `UNIT/SLOT`.
#[derive(Debug, Serialize)]
pub struct WholeObjectiveData {
    id: String,
    iri: Option<String>,
    title: String,
    lessons: Vec<String>,
    asked: Vec<Vec<String>>,
}

/// The outcomes of a course that is one SCO, where `target` tells outcomes.
#[must_use]
pub fn whole_objectives(delivery: &Delivery, target: &Target) -> Option<Vec<WholeObjectiveData>> {
    let told = |all: &[(u32, u32)]| -> Vec<String> { all.iter().map(|(unit, slot)| format!("{unit}/{slot}")).collect() };
    let objective = |objective: &WholeObjective| WholeObjectiveData {
        id: objective.id.clone(),
        iri: None,
        title: short(&objective.statement),
        lessons: told(&objective.lessons),
        asked: objective.asked.iter().map(|asked| told(asked)).collect(),
    };
    let whole = delivery.whole.as_ref().filter(|_| target.outcomes)?;
    Some(whole.objectives.iter().map(objective).collect())
}

/// What SCORM 2004 is told beside that: nothing where the target tells no outcomes.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    objectives: Option<Vec<ObjectiveData>>,
    /// Whether the package launches nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<bool>,
    /// Stands before a text in a response, and tells its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    language_mark: Option<String>,
}

/// What `target` is told of `launchable` as a whole. `statements`: outcomes are told in statements too.
pub(super) fn told(course: &Course, delivery: &Delivery, launchable: &Launchable, target: &Target, statements: bool) -> Told {
    let objective = |objective: &crate::activity::Objective| ObjectiveData {
        id: objective.id.clone(),
        iri: objective.iri.as_ref().map(ToString::to_string),
        title: short(&objective.statement),
        lessons: objective.lessons.clone(),
        asked: objective.asked.clone(),
        done: false,
    };
    let whole = launchable.done.iter().filter(|_| target.words == Words::Scorm2004).map(|id| ObjectiveData {
        id: id.clone(),
        iri: None,
        title: short(&launchable.title),
        lessons: Vec::new(),
        asked: Vec::new(),
        done: true,
    });
    let is_2004 = target.words == Words::Scorm2004;
    Told {
        objectives: (target.outcomes || statements).then(|| launchable.objectives.iter().map(objective).chain(whole).collect()),
        alone: is_2004.then_some(delivery.is_one(target) || delivery.launchables.len() == 1),
        language_mark: is_2004.then(|| language(&course.lang)),
    }
}

/// How `item` is told.
pub(super) fn report(placed: &PlacedInteraction, item: &Item, parts: &dyn Parts, target: &Target, lang: &Language) -> Report {
    let told = &placed.report;
    let name = |own: &dyn Fn(u32) -> String| -> BTreeMap<String, (String, String)> {
        told.tokens.iter().map(|(slot, (_, id))| (slot.to_string(), (own(*slot), id.clone()))).collect()
    };
    match target.words {
        Words::Scorm12 => Report {
            kind: told.kind.scorm12(),
            correct: told.scorm12.clone(),
            tokens: name(&|slot| told.tokens.get(&slot).map_or_else(String::new, |(one, _)| one.to_string())),
            text: None,
        },
        Words::Scorm2004 => {
            let tokens = told.tokens2004();
            Report {
                kind: told.kind.name(),
                correct: item.body.scorm2004(parts, &language(lang)),
                tokens: name(&|slot| tokens.get(&slot).cloned().unwrap_or_default()),
                text: Some(short(&item.prompt_plain())),
            }
        }
    }
}

/// How a way through a case study is told: by `SCENE-WAY` its step.
pub(super) fn way(placed: &PlacedCase, target: &Target) -> Report {
    let told = |(slot, scene): (&u32, &PlacedScene)| -> Vec<(String, (String, String))> {
        let choices = scene.ways.iter().filter_map(|(way, on)| Some((way, on.choice.as_ref()?)));
        let id = &scene.public_id;
        let own = |way: u32, choice: &str| match target.words {
            Words::Scorm12 => format!("{id}.{choice}"),
            Words::Scorm2004 => format!("{}[.]{}", token2004(id, *slot), token2004(choice, way)),
        };
        choices.map(|(way, (_, choice))| (format!("{slot}-{way}"), (own(*way, choice), format!("{id}[.]{choice}")))).collect()
    };
    Report { kind: "performance", correct: Vec::new(), tokens: placed.scenes.iter().flat_map(told).collect(), text: None }
}

/// A mark of the language of a text in SCORM 2004, whose default is English; LMSs know those of two letters. RTE 4.1.1.7.
fn language(lang: &Language) -> String {
    let primary = lang.as_str().split('-').next().unwrap_or_default();
    if primary.len() == 2 { format!("{{lang={primary}}}") } else { String::new() }
}

/// One line of at most as many characters as every LMS keeps.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= DESCRIPTION {
        return line;
    }
    format!("{}…", line.chars().take(DESCRIPTION - 1).collect::<String>().trim_end())
}
