//! Case studies: scenes, and what leads from one to the next.

use super::{Lowering, TAUGHT};
use crate::model::rules::scene_onward;
use crate::model::scope::{Place, Scope, Thing};
use crate::model::{CaseStudy, Onward, Scene, SceneChoice};
use crate::syntax;
use crate::value::{Id, Thousandths};
use crate::yaml::Named;

impl Lowering<'_> {
    /// Makes a case study; `None` where its id is none, which has been said.
    pub(super) fn case_study(&mut self, written: syntax::CaseStudy, lost: bool) -> Option<CaseStudy> {
        let mut scope = if lost { Scope::with_lost(["scenes"].into()) } else { Scope::default() };
        for scene in &written.scenes {
            scope.define(Thing::Scene, &scene.id, self.cx);
        }
        if let Some((unit, _)) = self.scopes.unit {
            self.scopes.index.borrow_mut().defined.extend(scope.defined(format!("{unit}/{}/", written.id.value)));
        }
        let start = self.scene_of(&scope, &written.id, &written.start);
        let named = written.scenes.len();
        let id = written.id;
        let scenes: Vec<Scene> = written.scenes.into_iter().filter_map(|scene| self.scene(&scope, &id, scene)).collect();
        let whole = !lost && scenes.len() == named;
        let (id, span) = Self::id(&id)?;
        Some(CaseStudy { id, span, title: written.title, start, scenes, counts: written.counts.score.unwrap_or(false), whole })
    }

    fn scene(&mut self, scope: &Scope, case: &Named, written: syntax::Scene) -> Option<Scene> {
        let ways: Vec<_> = [
            written.choices.as_ref().map(|choices| ("choices", choices.span)),
            written.next.as_ref().map(|next| ("next", next.span)),
            written.end.as_ref().map(|end| ("end", end.span)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let onward = match ways.as_slice() {
            [] if written.id.value.is_empty() => None,
            [] => {
                self.cx.push(scene_onward::none(&written.id.value, written.id.span));
                None
            }
            [_] => self.onward(
                scope,
                case,
                &written.id,
                written.choices.map(|choices| choices.value),
                written.next,
                written.end.map(|end| end.value),
            ),
            [first, second, ..] => {
                self.cx.push(scene_onward::several(&written.id.value, *first, *second));
                None
            }
        };
        let (id, span) = Self::id(&written.id)?;
        Some(Scene { id, span, text: written.text, onward })
    }

    fn onward(
        &mut self,
        scope: &Scope,
        case: &Named,
        scene: &Named,
        choices: Option<Vec<syntax::SceneChoice>>,
        next: Option<Named>,
        end: Option<syntax::Ending>,
    ) -> Option<Onward> {
        if let Some(written) = choices {
            if written.is_empty() {
                self.cx.push(scene_onward::none(&scene.value, scene.span));
                return None;
            }
            let mut names = Scope::default();
            for choice in &written {
                names.define(Thing::Choice, &choice.id, self.cx);
            }
            if let Some((unit, _)) = self.scopes.unit {
                let above = format!("{unit}/{}/{}/", case.value, scene.value);
                self.scopes.index.borrow_mut().defined.extend(names.defined(above));
            }
            return Some(Onward::Choices(written.into_iter().filter_map(|choice| self.choice(scope, case, choice)).collect()));
        }
        match next {
            Some(next) => self.scene_of(scope, case, &next).map(Onward::Next),
            None => end.map(Onward::End),
        }
    }

    fn choice(&mut self, scope: &Scope, case: &Named, written: syntax::SceneChoice) -> Option<SceneChoice> {
        let to = self.scene_of(scope, case, &written.to);
        let assesses = self.resolve_all("assesses", &written.assesses, TAUGHT);
        let (id, span) = Self::id(&written.id)?;
        let points = written.points.unwrap_or(Thousandths(0));
        Some(SceneChoice { id, span, text: written.text, to, assesses, points, feedback: written.feedback })
    }

    /// The scene that `written` names.
    fn scene_of(&mut self, scope: &Scope, case: &Named, written: &Named) -> Option<Id> {
        if written.value.is_empty() {
            return None;
        }
        match scope.look(Place::CaseStudy(&case.value), &written.value, written.span, Thing::Scene) {
            Ok(name) => {
                self.scopes.used(written.span, name);
                Id::parse(&name.id).ok()
            }
            Err(said) => {
                self.cx.diagnostics.extend(said);
                None
            }
        }
    }
}
