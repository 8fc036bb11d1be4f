//! Assessments, the practice pool and results as sections of a document.

use super::Scene;
use super::links::UnitLinks;
use crate::activity::{Page, PageKind, PlacedInteraction, Sheet};
use crate::item::Item;
use crate::model::{Assessment, AssessmentFeedback, Purpose, ReportScore, Retry, Taught, TimeLimit};
use crate::theme::view::{AboutView, AgainView, BeliefView, BelievedView, PageLink, ResultView, ResultsView, SheetView};
use crate::value::Id;

impl<'a> Scene<'a> {
    /// The sheet on `page`.
    pub(super) fn sheet_on(&self, page: &Page) -> Option<&'a Sheet> {
        self.launchable.sheets.iter().find(|sheet| sheet.page == Some(page.slot))
    }

    /// The assessment of `sheet`; the practice pool has none.
    pub(super) fn assessment(&self, sheet: &Sheet) -> Option<&'a Assessment> {
        let id = sheet.assessment.as_ref()?;
        self.unit.assessments.iter().find(|assessment| assessment.id == *id)
    }

    /// Whether answers of `sheet` are checked one by one.
    pub(super) fn checks_each(&self, sheet: &Sheet) -> bool {
        self.assessment(sheet).is_none_or(|assessment| assessment.feedback == AssessmentFeedback::AfterEach)
    }

    pub(super) fn sheet(&self, sheet: &Sheet) -> SheetView {
        let assessment = self.assessment(sheet);
        let purpose = assessment.map_or("purpose-practice", |assessment| purpose(assessment.purpose));
        let checks_each = self.checks_each(sheet);
        SheetView {
            slot: sheet.slot,
            purpose: self.word(purpose, &[]),
            facts: self.facts(sheet),
            limited: assessment.is_some_and(|one| one.attempts.is_some()),
            start: true,
            submits: !checks_each,
        }
    }

    /// Number of questions, pass mark, attempts, feedback.
    fn facts(&self, sheet: &Sheet) -> Vec<String> {
        let mut facts = vec![self.word("sheet-questions", &[("n", &sheet.asks())])];
        let Some(assessment) = self.assessment(sheet) else { return facts };
        if assessment.purpose == Purpose::Summative || assessment.counts {
            facts.push(self.word("sheet-pass", &[("percent", &percent(assessment))]));
        }
        facts.push(match assessment.attempts {
            Some(attempts) => self.word("sheet-attempts", &[("n", &attempts)]),
            None => self.word("sheet-unlimited", &[]),
        });
        if let Some(time) = &assessment.time_limit {
            facts.push(self.time(time));
        }
        if assessment.retry == Retry::Wrong {
            facts.push(self.word("sheet-retry-wrong", &[]));
        }
        let feedback = match assessment.feedback {
            AssessmentFeedback::AfterEach => "sheet-feedback-after-each",
            AssessmentFeedback::AfterSubmit => "sheet-feedback-after-submit",
            AssessmentFeedback::AfterLastAttempt => "sheet-feedback-after-last-attempt",
            AssessmentFeedback::Never => "sheet-feedback-never",
        };
        facts.push(self.word(feedback, &[]));
        facts
    }

    /// How long an attempt may take, and whether learners may give themselves more.
    fn time(&self, time: &TimeLimit) -> String {
        let seconds = time.limit.seconds();
        let limit = match seconds % 60 {
            0 => self.word("minutes", &[("n", &(seconds / 60))]),
            _ => self.word("seconds", &[("n", &seconds)]),
        };
        self.word(if time.may_be_extended() { "sheet-time-more" } else { "sheet-time" }, &[("limit", &limit)])
    }

    /// The results page at `place`: a part for each sheet that counts.
    pub(super) fn results(&self, place: usize, links: &UnitLinks<'_>) -> ResultsView {
        let pages = &self.launchable.pages;
        let results = self.counting().filter_map(|(sheet, assessment)| {
            let page = pages.iter().find(|page| Some(page.slot) == sheet.page)?;
            Some(ResultView {
                slot: sheet.slot,
                title: assessment.title.text.clone(),
                page: self.link(page),
                facts: self.facts(sheet),
                percent: percent(assessment),
                counts: (assessment.attempts != Some(1)).then(|| self.word(counts(assessment), &[])),
                outcomes: self.outcomes_of(sheet),
                again: self.lessons_of(sheet),
                beliefs: self.beliefs_of(sheet, links),
            })
        });
        let results = results.collect();
        let practise: Option<PageLink> = pages.iter().find(|page| self.is_practice(page)).map(|page| self.link(page));
        ResultsView { page: self.page(place), results, practise }
    }

    /// The items of `sheet` that are marked, by number.
    fn items_of(&self, sheet: &Sheet) -> Vec<(u32, &'a PlacedInteraction, &'a Item)> {
        let placed = sheet.items.iter().filter_map(|slot| self.placed(*slot)).filter(|(_, item)| item.kind.marked);
        placed.map(|(placed, item)| (placed.slot, placed, item)).collect()
    }

    /// The outcomes that `sheet` asks about; an assessment of the course says whose they are.
    fn outcomes_of(&self, sheet: &Sheet) -> Vec<AboutView> {
        let course = self.material.course;
        let of_course = course.is_final(self.unit);
        let items: Vec<(u32, Vec<Taught>)> =
            self.items_of(sheet).into_iter().map(|(slot, placed, _)| (slot, course.assessed_by(&placed.at))).collect();
        let mut asked = Vec::new();
        for unit in self.asked_of() {
            for outcome in &unit.outcomes {
                let meant = course.meant_by(&Taught { unit: unit.id.clone(), id: outcome.id.clone() });
                let about = slots(items.iter().filter(|(_, taught)| taught.iter().any(|one| meant.contains(one))).map(|(slot, _)| *slot));
                let statement = &outcome.statement.text;
                let whose = [("unit", &unit.title.text as &dyn std::fmt::Display), ("fact", statement)];
                let title = if of_course { self.word("of-unit", &whose) } else { statement.clone() };
                asked.push(AboutView { id: outcome.id.to_string(), title, about });
            }
        }
        asked.retain(|outcome| !outcome.about.is_empty());
        asked
    }

    /// The lessons that teach what `sheet` asks, in their order.
    fn lessons_of(&self, sheet: &Sheet) -> Vec<AgainView> {
        let items: Vec<(u32, Vec<Id>)> =
            self.items_of(sheet).into_iter().map(|(slot, placed, _)| (slot, self.assessed(&placed.at))).collect();
        let lessons = self.launchable.pages.iter().filter_map(|page| {
            let asked = || items.iter().filter(|(_, ids)| self.taught(ids).iter().any(|lesson| lesson.slot == page.slot));
            // In the order of the lesson, not in that of the questions.
            let taught = self.lesson(page).into_iter().flat_map(|lesson| &lesson.teaches);
            let refs: Vec<&str> = taught.filter(|id| asked().any(|(_, ids)| ids.contains(id))).map(Id::as_str).collect();
            let about = slots(asked().map(|(slot, _)| *slot));
            (!about.is_empty()).then(|| AgainView { refs: refs.join(", "), page: self.link(page), about })
        });
        lessons.collect()
    }

    /// The beliefs that answers of `sheet` may show, each once.
    fn beliefs_of(&self, sheet: &Sheet, links: &UnitLinks<'_>) -> Vec<BelievedView> {
        let shown: Vec<(u32, Vec<BeliefView>)> = self
            .items_of(sheet)
            .into_iter()
            .map(|(slot, placed, item)| (slot, self.beliefs(&placed.at, item, &self.parts(&placed.at), links)))
            .collect();
        let mut beliefs: Vec<BelievedView> = Vec::new();
        for belief in shown.iter().flat_map(|(_, beliefs)| beliefs) {
            if beliefs.iter().all(|known| known.belief.id != belief.id) {
                let about = shown.iter().filter(|(_, beliefs)| beliefs.iter().any(|one| one.id == belief.id));
                beliefs.push(BelievedView { belief: belief.clone(), about: slots(about.map(|(slot, _)| *slot)) });
            }
        }
        beliefs
    }

    /// The sheets that count.
    pub(super) fn counting(&self) -> impl Iterator<Item = (&'a Sheet, &'a Assessment)> + '_ {
        let with = self.launchable.sheets.iter().filter_map(|sheet| Some((sheet, self.assessment(sheet)?)));
        with.filter(|(_, assessment)| assessment.counts)
    }

    /// Whether `page` is there to practise on.
    pub(super) fn is_practice(&self, page: &Page) -> bool {
        let is_final = self.sheet_on(page).and_then(|sheet| self.assessment(sheet)).is_some_and(|one| one.purpose == Purpose::Summative);
        matches!(page.kind, PageKind::Practice) || page.kind == PageKind::Assessment && !is_final
    }
}

/// The key of the word for what an assessment is for.
pub(super) fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Diagnostic => "purpose-diagnostic",
        Purpose::Formative => "purpose-formative",
        Purpose::Summative => "purpose-summative",
    }
}

/// Numbers of items, between blanks.
fn slots(items: impl Iterator<Item = u32>) -> String {
    items.map(|slot| slot.to_string()).collect::<Vec<_>>().join(" ")
}

/// The key of the words that say which attempt counts.
fn counts(assessment: &Assessment) -> &'static str {
    match assessment.report_score {
        ReportScore::Best => "counts-best",
        ReportScore::Last => "counts-last",
        ReportScore::First => "counts-first",
    }
}

/// The pass mark in per cent, as short as it can be written.
fn percent(assessment: &Assessment) -> String {
    let (whole, tenth) = (assessment.pass_mark.0 / 10, assessment.pass_mark.0 % 10);
    if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") }
}
