//! A unit and its lessons.

use std::collections::BTreeMap;

use super::{Lowering, TAUGHT};
use crate::content::Blocks;
use crate::diag::Span;
use crate::item::{Draft, Item};
use crate::model::rules::lesson_body;
use crate::model::scope::Thing;
use crate::model::{KeySkill, Lesson, Unit, Unread};
use crate::syntax::{self, Head, Identity};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, rules};

impl Lowering<'_> {
    /// Makes a unit, with a course's `pass_mark`; `None` where its id is none, which has been said.
    pub(super) fn unit(&mut self, unit: syntax::Unit, inherited: BTreeMap<&'static str, Vec<Id>>, pass_mark: Thousandths) -> Option<Unit> {
        self.lost.extend(unit.lost);
        let (mut items, mut unread) = (Vec::with_capacity(unit.items.len()), Vec::new());
        for draft in unit.items {
            match self.item(draft) {
                Ok(item) => items.push(item),
                Err(item) => unread.extend(item),
            }
        }
        let unit = self.head(unit.head, items, unread, inherited, pass_mark)?;
        self.check_texts(unit.references());
        Some(unit)
    }

    /// Resolves what an item names; where the item could not be read, that is all that is known of it.
    fn item(&mut self, draft: Draft) -> Result<Item, Option<Unread>> {
        let assesses = self.resolve_all("assesses", &draft.assesses, TAUGHT);
        let Some(mut item) = draft.item else {
            return Err(Id::parse(&draft.id.value).ok().map(|id| Unread { id, assesses }));
        };
        item.assesses = assesses;
        for belief in item.body.beliefs() {
            belief.id = self.resolve(&belief.written, &[Thing::Entry("misconceptions")]);
        }
        Ok(item)
    }

    fn head(
        &mut self,
        head: Head,
        items: Vec<Item>,
        unread: Vec<Unread>,
        inherited: BTreeMap<&'static str, Vec<Id>>,
        pass_mark: Thousandths,
    ) -> Option<Unit> {
        let opens_after = self.opens_after(&head.opens_after);
        let outcomes = head.outcomes.into_iter().filter_map(|outcome| self.outcome(outcome)).collect();
        let marking_points = head.marking_points.into_iter().filter_map(|point| self.marking_point(point)).collect();
        let lists = self.lists(head.lists);
        let media = head.media.into_iter().filter_map(|media| self.media(media)).collect();
        let lessons = head.lessons.into_iter().filter_map(|lesson| self.lesson(lesson)).collect();
        let scenes_lost = self.lost.contains("scenes") || self.lost.contains("choices");
        let case_studies = head.case_studies.into_iter().filter_map(|case| self.case_study(case, scenes_lost)).collect();
        let items_lost = self.lost.contains("items");
        let assessments =
            head.assessments.into_iter().filter_map(|assessment| self.assessment(assessment, pass_mark, items_lost)).collect();
        let skill = |skill: syntax::KeySkill| Self::id(&skill.id).map(|(id, span)| KeySkill { id, span, text: skill.text });
        let (id, span) = Self::id(&head.id)?;
        Some(Unit {
            id,
            span,
            title: head.title,
            identity: identity(head.identity, self.cx),
            opens_after,
            synopsis: head.synopsis,
            outcomes,
            marking_points,
            lists,
            inherited,
            key_skills: head.key_skills.into_iter().filter_map(skill).collect(),
            media,
            lessons,
            case_studies,
            assessments,
            items,
            unread,
            lost: std::mem::take(&mut self.lost),
        })
    }

    /// Units that have to be done first, each once.
    fn opens_after(&mut self, written: &[Named]) -> Vec<(Id, Span)> {
        let ids = self.resolve_all("opens_after", written, &[Thing::Unit]);
        let place = |id: &Id| written.iter().find(|named| named.value == id.as_str()).map(|named| named.span);
        ids.into_iter().filter_map(|id| place(&id).map(|span| (id, span))).collect()
    }

    fn lesson(&mut self, lesson: syntax::Lesson) -> Option<Lesson> {
        let teaches = self.resolve_all("teaches", &lesson.teaches, TAUGHT);
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

/// The numbers of a unit: credit and hours are numbers, the others as an awarding body writes them.
fn identity(identity: Identity, cx: &mut Cx) -> Vec<(&'static str, String)> {
    let Identity { number, uan, level, credit, glh } = identity;
    let mut read = |written: Option<Named>, is_number: fn(&str) -> bool, look: &str| {
        let parse = |text: &str| if is_number(text) { Ok(text.to_owned()) } else { Err(look) };
        written.and_then(|written| rules::checked(&written, parse, cx))
    };
    let decimal = |text: &str| text.split('.').count() <= 2 && text.split('.').all(is_whole);
    let credit = read(credit, decimal, "write the credit as a number, such as `4`, or `null` where it is not known");
    let glh = read(glh, is_whole, "write the guided learning hours as a whole number, such as `20`, or `null` where they are not known");
    let known = [("number", number), ("uan", uan), ("level", level), ("credit", credit), ("glh", glh)];
    known.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect()
}

fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit())
}
