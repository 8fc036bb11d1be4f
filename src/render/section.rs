//! Pages and lessons as sections of a document.

use super::Scene;
use crate::activity::{Page, PageKind};
use crate::content::Links;
use crate::model::Lesson;
use crate::theme::view::{LessonSectionView, LessonView, PageLink, PageView};
use crate::value::Id;

impl Scene<'_> {
    /// The word for `key`.
    pub(super) fn word(&self, key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        self.material.theme.messages().word(key, values)
    }

    /// The lesson of `page`.
    pub(super) fn lesson(&self, page: &Page) -> Option<&Lesson> {
        self.unit.lessons.iter().find(|lesson| page.kind == PageKind::Lesson && lesson.id.as_str() == page.id)
    }

    /// The title of `page` in the contents.
    pub(super) fn title(&self, page: &Page) -> String {
        let assessment = self.unit.assessments.iter().find(|one| page.kind == PageKind::Assessment && one.id.as_str() == page.id);
        match page.kind {
            PageKind::Overview => self.word("overview", &[]),
            PageKind::Lesson => self.lesson(page).map(|lesson| lesson.title.text.clone()).unwrap_or_default(),
            PageKind::Assessment => assessment.map(|assessment| assessment.title.text.clone()).unwrap_or_default(),
            PageKind::Case => self.case_on(page).map(|(_, case)| case.title.text.clone()).unwrap_or_default(),
            PageKind::Practice => self.word("practice", &[]),
            PageKind::Results => self.word("results", &[]),
        }
    }

    /// The title of `page` where it stands alone: a lesson's says its number.
    pub(super) fn label(&self, page: &Page) -> String {
        let title = self.title(page);
        let lesson = self.unit.lessons.iter().position(|one| page.kind == PageKind::Lesson && one.id.as_str() == page.id);
        lesson.map_or(title.clone(), |at| self.word("lesson-title", &[("page", &(at + 1)), ("title", &title)]))
    }

    /// A link to `page`.
    pub(super) fn link(&self, page: &Page) -> PageLink {
        PageLink { slot: page.slot, address: page.address.clone(), title: self.title(page), label: self.label(page) }
    }

    /// The page at `place` among its neighbours.
    pub(super) fn page(&self, place: usize) -> PageView {
        let pages = &self.launchable.pages;
        let page = &pages[place];
        let before = place.checked_sub(1).and_then(|place| pages.get(place));
        PageView {
            slot: page.slot,
            address: page.address.clone(),
            title: if page.kind == PageKind::Overview { self.unit.title.text.clone() } else { self.title(page) },
            number: place + 1,
            total: pages.len(),
            previous: before.map(|page| self.link(page)),
            next: pages.get(place + 1).map(|page| self.link(page)),
        }
    }

    /// Links to the lessons that teach one of `ids`, or a criterion of an outcome among them.
    pub(super) fn taught(&self, ids: &[Id]) -> Vec<PageLink> {
        let lessons = self
            .launchable
            .pages
            .iter()
            .filter(|page| self.lesson(page).is_some_and(|lesson| lesson.teaches.iter().any(|taught| ids.contains(taught))));
        lessons.map(|page| self.link(page)).collect()
    }

    /// The lesson on the page at `place`.
    pub(super) fn lesson_section(&self, place: usize, lesson: &Lesson, links: &dyn Links) -> LessonSectionView {
        let number = self.unit.lessons.iter().position(|one| one.id == lesson.id).map_or(1, |at| at + 1);
        let lesson = LessonView {
            number,
            total: self.unit.lessons.len(),
            minutes: lesson.duration.map(crate::value::Duration::minutes),
            teaches: self.teaches(&lesson.teaches),
            body: lesson.body.html(links),
        };
        LessonSectionView { page: self.page(place), lesson }
    }

    /// What is taught, an outcome with its criteria a line: `LO3: 3.1, 3.2`.
    fn teaches(&self, ids: &[Id]) -> Vec<String> {
        let lines = self.unit.outcomes.iter().filter_map(|outcome| {
            let criteria: Vec<&str> = outcome.criteria.iter().map(|one| &one.id).filter(|id| ids.contains(id)).map(Id::as_str).collect();
            if criteria.is_empty() {
                return ids.contains(&outcome.id).then(|| outcome.id.to_string());
            }
            Some(self.word("teaches-outcome", &[("outcome", &outcome.id), ("refs", &criteria.join(", "))]))
        });
        lines.collect()
    }
}
