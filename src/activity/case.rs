//! Case studies in the activity tree: to the record each is a sheet with one item, whose answer is the way that was taken.

use std::collections::BTreeMap;

use super::name::{self, Between};
use crate::lock::{self, Lock};
use crate::model::{Onward, Scene, Unit};
use crate::value::{Id, Iri};

/// A case study.
#[derive(Debug)]
pub struct PlacedCase {
    /// Its id in the unit.
    pub case: Id,
    /// The number of its sheet, and of its item.
    pub number: u32,
    /// The slot of its page.
    pub page: u32,
    /// Its id in SCORM.
    pub id: String,
    /// Its activity.
    pub iri: Option<Iri>,
    /// Its scenes by slot, with the slots of their choices; 0 is going on without one.
    pub scenes: BTreeMap<u32, PlacedScene>,
    /// The slot of the scene that it begins with.
    pub start: u32,
}

/// A scene of a case study.
#[derive(Debug)]
pub struct PlacedScene {
    /// Its id in the case study.
    pub scene: Id,
    /// Its public id.
    pub public_id: String,
    /// The ways on, by number: 1 more than the slot of a choice, or 0 where there is nothing to choose.
    pub ways: BTreeMap<u32, Way>,
}

/// A way from a scene to the next.
#[derive(Debug)]
pub struct Way {
    /// The choice; `None` where there is nothing to choose.
    pub choice: Option<(Id, String)>,
    /// The slot of the scene that it leads to.
    pub to: u32,
    /// What it is worth at its first visit, thousandths.
    pub points: u32,
}

/// The case studies of `unit`, in order.
pub(super) fn cases(base: Option<&Iri>, unit: &Unit, lock: &Lock) -> Vec<PlacedCase> {
    let slot = |path: &str| lock.thing(path).map_or(0, |thing| thing.slot);
    let placed = unit.case_studies.iter().map(|case| {
        let path = format!("{}/{}", unit.id, case.id);
        let scene_slot = |id: &Id| slot(&format!("{path}/{id}"));
        let placed_scene = |scene: &Scene| {
            let at = format!("{path}/{}", scene.id);
            let choices = scene.choices().iter().filter_map(|choice| {
                let path = format!("{at}/{}", choice.id);
                let named = Some((choice.id.clone(), lock.public_id(&path).to_owned()));
                Some((slot(&path) + 1, Way { choice: named, to: scene_slot(choice.to.as_ref()?), points: choice.points.0 }))
            });
            let next = match &scene.onward {
                Some(Onward::Next(to)) => Some((0, Way { choice: None, to: scene_slot(to), points: 0 })),
                _ => None,
            };
            let ways = choices.chain(next).collect();
            (slot(&at), PlacedScene { scene: scene.id.clone(), public_id: lock.public_id(&at).to_owned(), ways })
        };
        let page = slot(&path);
        PlacedCase {
            case: case.id.clone(),
            number: lock::case_number(page),
            page,
            id: name::narrow(lock, &path, &Between::Nothing),
            iri: name::iri(base, lock, &path, "cases"),
            scenes: case.scenes.iter().map(placed_scene).collect(),
            start: case.start.as_ref().map_or(0, scene_slot),
        }
    });
    placed.collect()
}
