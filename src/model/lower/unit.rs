//! A unit and its lessons.

use std::collections::BTreeMap;

use super::{Lowering, TAUGHT};
use crate::content::Blocks;
use crate::item::Item;
use crate::model::rules::lesson_body;
use crate::model::{KeySkill, Lesson, Unit};
use crate::syntax::{self, Head, Identity};
use crate::value::{Id, Thousandths};

impl Lowering<'_> {
    /// Makes a unit; `None` where its id is none, which has been said.
    pub(super) fn unit_head(
        &mut self,
        head: Head,
        items: Vec<Item>,
        inherited: BTreeMap<&'static str, Vec<Id>>,
        pass_mark: Thousandths,
    ) -> Option<Unit> {
        let outcomes = head.outcomes.into_iter().filter_map(|outcome| self.outcome(outcome)).collect();
        let marking_points = head.marking_points.into_iter().filter_map(|point| self.marking_point(point)).collect();
        let lists = self.lists(head.lists);
        let media = head.media.into_iter().filter_map(|media| self.media(media)).collect();
        let lessons = head.lessons.into_iter().filter_map(|lesson| self.lesson(lesson)).collect();
        let assessments = head.assessments.into_iter().filter_map(|assessment| self.assessment(assessment, pass_mark)).collect();
        let skill = |skill: syntax::KeySkill| Self::id(&skill.id).map(|(id, span)| KeySkill { id, span, text: skill.text });
        let (id, span) = Self::id(&head.id)?;
        Some(Unit {
            id,
            span,
            title: head.title,
            identity: identity(head.identity),
            synopsis: head.synopsis,
            outcomes,
            marking_points,
            lists,
            inherited,
            key_skills: head.key_skills.into_iter().filter_map(skill).collect(),
            media,
            lessons,
            assessments,
            items,
        })
    }

    fn lesson(&mut self, lesson: syntax::Lesson) -> Option<Lesson> {
        let teaches = self.resolve_all(&lesson.teaches, TAUGHT);
        let body = match (lesson.body, lesson.body_file) {
            (Some(body), None) => Some(body),
            (Some(_), Some(file)) => {
                self.cx.push(lesson_body::both(lesson.mark, file.span));
                None
            }
            (None, None) => {
                self.cx.push(lesson_body::none(lesson.mark));
                None
            }
            (None, Some(path)) => match self.sources.text(&path.value) {
                Ok(file) => Some(Blocks::read_file(file, self.sources.content(file), &mut self.cx.diagnostics)),
                Err(problem) => {
                    self.cx.push(problem.diagnostic(&path.value, Some(path.span)));
                    None
                }
            },
        };
        let (id, span) = Self::id(&lesson.id)?;
        Some(Lesson { id, span, title: lesson.title, teaches, duration: lesson.duration, body: body.unwrap_or_default() })
    }
}

fn identity(identity: Identity) -> Vec<(&'static str, String)> {
    let Identity { number, uan, level, credit, glh } = identity;
    let known = [("number", number), ("uan", uan), ("level", level), ("credit", credit), ("glh", glh)];
    known.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect()
}
