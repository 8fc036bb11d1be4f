//! A case study as a section of a document: its scenes in order, each with its ways on.

use super::Scene;
use super::links::UnitLinks;
use crate::activity::{Page, PageKind, PlacedCase, PlacedScene, Way};
use crate::content::Inline;
use crate::model::{self, CaseStudy, Onward};
use crate::syntax::Ending;
use crate::theme::view::{CaseSectionView, CaseView, SceneView, WayView};
use crate::value::Id;

impl<'a> Scene<'a> {
    /// The case study of `page`.
    pub(super) fn case_on(&self, page: &Page) -> Option<(&'a PlacedCase, &'a CaseStudy)> {
        let placed = self.launchable.cases.iter().find(|placed| page.kind == PageKind::Case && placed.page == page.slot)?;
        Some((placed, self.unit.case_studies.iter().find(|case| case.id == placed.case)?))
    }

    /// The case study on the page at `place`.
    pub(super) fn case_section(&self, place: usize, placed: &PlacedCase, case: &CaseStudy, links: &UnitLinks<'_>) -> CaseSectionView {
        let scenes = case.scenes.iter().enumerate().filter_map(|(at, scene)| {
            let (slot, placed) = placed.scenes.iter().find(|(_, placed)| placed.scene == scene.id)?;
            Some(self.scene(at, *slot, scene, placed, case, links))
        });
        let points = case.most();
        let case = CaseView { number: placed.number, points: (points.0 > 0).then(|| points.to_string()), scenes: scenes.collect() };
        CaseSectionView { page: self.page(place), case }
    }

    fn scene(
        &self,
        at: usize,
        slot: u32,
        scene: &model::Scene,
        placed: &PlacedScene,
        case: &CaseStudy,
        links: &UnitLinks<'_>,
    ) -> SceneView {
        let number = at + 1;
        let ways = placed.ways.iter().map(|(way, on)| {
            let choice = scene.choices().iter().find(|choice| on.choice.as_ref().is_some_and(|(id, _)| *id == choice.id));
            let html = |text: &Inline| text.html(links);
            let told = (choice.map(|choice| html(&choice.text)), choice.and_then(|choice| choice.feedback.as_ref()).map(html));
            self.way(*way, on, told, scene, case)
        });
        let mut ways: Vec<WayView> = ways.collect();
        // In the author's order, not that of their slots.
        ways.sort_by_key(|way| way.place);
        let end = match &scene.onward {
            Some(Onward::End(Ending::Good)) => Some("good"),
            Some(Onward::End(Ending::Poor)) => Some("poor"),
            Some(Onward::End(Ending::Neutral)) => Some("neutral"),
            _ => None,
        };
        SceneView {
            slot,
            title: self.word("scene", &[("number", &number)]),
            html: scene.text.html(links),
            bears_on: self.scene_bears_on(scene),
            end: end.map(|kind| (kind, self.word(&format!("end-{kind}"), &[])).into()),
            ways,
        }
    }

    fn way(&self, way: u32, on: &Way, told: (Option<String>, Option<String>), scene: &model::Scene, case: &CaseStudy) -> WayView {
        let chosen = |id: &Id| scene.choices().iter().position(|choice| choice.id == *id);
        let to: Option<&Id> = match &scene.onward {
            Some(Onward::Next(next)) => Some(next),
            _ => on.choice.as_ref().and_then(|(id, _)| scene.choices().get(chosen(id)?)?.to.as_ref()),
        };
        let number = to.and_then(|to| case.scenes.iter().position(|scene| scene.id == *to)).map_or(0, |at| at + 1);
        WayView {
            way,
            place: on.choice.as_ref().and_then(|(id, _)| chosen(id)).unwrap_or_default(),
            html: told.0,
            feedback: told.1,
            to: on.to,
            to_title: self.word("scene", &[("number", &number)]),
        }
    }

    /// What the choices of a scene assess, in words.
    fn scene_bears_on(&self, scene: &model::Scene) -> Option<String> {
        let assessed: Vec<&Id> = scene.choices().iter().flat_map(|choice| &choice.assesses).collect();
        // In the unit's order.
        let known = self.unit.outcomes.iter().flat_map(|outcome| {
            let criteria = outcome.criteria.iter().map(|criterion| &criterion.id);
            std::iter::once(&outcome.id).chain(criteria)
        });
        let ids: Vec<&Id> = known.filter(|id| assessed.contains(id)).collect();
        let is_outcome = |id: &&Id| self.unit.outcomes.iter().any(|outcome| outcome.id == **id);
        let (outcomes, criteria): (Vec<&Id>, Vec<&Id>) = ids.into_iter().partition(is_outcome);
        let (key, ids) = if criteria.is_empty() { ("bears-on-outcome", outcomes) } else { ("bears-on", criteria) };
        let refs: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        (!ids.is_empty()).then(|| self.word(key, &[("n", &ids.len()), ("refs", &refs.join(", "))]))
    }
}
