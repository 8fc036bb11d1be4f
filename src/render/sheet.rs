//! Assessments, the practice pool and results as sections of a document.

use super::Scene;
use super::links::UnitLinks;
use crate::activity::{Page, PageKind, Sheet};
use crate::item::Item;
use crate::model::{Assessment, AssessmentFeedback, Purpose, ReportScore};
use crate::theme::view::{AboutView, AgainView, BeliefView, BelievedView, PageLink, ResultView, ResultsView, SheetView};
use crate::value::Id;

impl<'a> Scene<'a> {
    /// The sheet on `page`.
    pub(super) fn sheet_on(&self, page: &Page) -> Option<&'a Sheet> {
        self.launchable.sheets.iter().find(|sheet| sheet.page == page.slot)
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
        let purpose = assessment.map_or("purpose-practice", |assessment| match assessment.purpose {
            Purpose::Diagnostic => "purpose-diagnostic",
            Purpose::Formative => "purpose-formative",
            Purpose::Summative => "purpose-summative",
        });
        let checks_each = self.checks_each(sheet);
        SheetView { slot: sheet.slot, purpose: self.word(purpose, &[]), facts: self.facts(sheet), start: true, submits: !checks_each }
    }

    /// Number of questions, pass mark, attempts, feedback.
    fn facts(&self, sheet: &Sheet) -> Vec<String> {
        let mut facts = vec![self.word("sheet-questions", &[("n", &sheet.items.len())])];
        let Some(assessment) = self.assessment(sheet) else { return facts };
        if assessment.purpose == Purpose::Summative || assessment.counts {
            facts.push(self.word("sheet-pass", &[("percent", &percent(assessment))]));
        }
        facts.push(match assessment.attempts {
            Some(attempts) => self.word("sheet-attempts", &[("n", &attempts)]),
            None => self.word("sheet-unlimited", &[]),
        });
        let feedback = match assessment.feedback {
            AssessmentFeedback::AfterEach => "sheet-feedback-after-each",
            AssessmentFeedback::AfterSubmit => "sheet-feedback-after-submit",
            AssessmentFeedback::AfterLastAttempt => "sheet-feedback-after-last-attempt",
            AssessmentFeedback::Never => "sheet-feedback-never",
        };
        facts.push(self.word(feedback, &[]));
        facts
    }

    /// The results page at `place`: a part for each sheet that counts.
    pub(super) fn results(&self, place: usize, links: &UnitLinks<'_>) -> ResultsView {
        let pages = &self.launchable.pages;
        let results = self.counting().filter_map(|(sheet, assessment)| {
            let page = pages.iter().find(|page| page.slot == sheet.page)?;
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

    /// The items of `sheet` that are marked, by slot.
    fn items_of(&self, sheet: &Sheet) -> Vec<(u32, &'a Item)> {
        let placed = sheet.items.iter().filter_map(|slot| self.placed(*slot)).filter(|(_, item)| item.kind.marked);
        placed.map(|(placed, item)| (placed.slot, item)).collect()
    }

    /// The outcomes that `sheet` asks about.
    fn outcomes_of(&self, sheet: &Sheet) -> Vec<AboutView> {
        let items = self.items_of(sheet);
        let asked = self.unit.outcomes.iter().map(|outcome| {
            let about = |id: &Id| *id == outcome.id || outcome.criteria.iter().any(|criterion| criterion.id == *id);
            let about = slots(items.iter().filter(|(_, item)| item.assesses.iter().any(about)));
            AboutView { id: outcome.id.to_string(), title: outcome.statement.text.clone(), about }
        });
        asked.filter(|outcome| !outcome.about.is_empty()).collect()
    }

    /// The lessons that teach what `sheet` asks, in their order.
    fn lessons_of(&self, sheet: &Sheet) -> Vec<AgainView> {
        let items = self.items_of(sheet);
        let lessons = self.launchable.pages.iter().filter_map(|page| {
            let taught = |(_, item): &&(u32, &Item)| self.taught(&item.assesses).iter().any(|lesson| lesson.slot == page.slot);
            let asked: Vec<&(u32, &Item)> = items.iter().filter(taught).collect();
            let mut refs: Vec<&str> = Vec::new();
            for id in asked.iter().flat_map(|(_, item)| &item.assesses) {
                if !refs.contains(&id.as_str()) && self.lesson(page).is_some_and(|lesson| lesson.teaches.contains(id)) {
                    refs.push(id.as_str());
                }
            }
            let about = slots(asked.iter().copied());
            (!about.is_empty()).then(|| AgainView { refs: refs.join(", "), page: self.link(page), about })
        });
        lessons.collect()
    }

    /// The beliefs that answers of `sheet` may show, each once.
    fn beliefs_of(&self, sheet: &Sheet, links: &UnitLinks<'_>) -> Vec<BelievedView> {
        let items = self.items_of(sheet);
        let shown: Vec<(u32, Vec<BeliefView>)> =
            items.iter().map(|(slot, item)| (*slot, self.beliefs(item, &self.parts(&item.id), links))).collect();
        let mut beliefs: Vec<BelievedView> = Vec::new();
        for belief in shown.iter().flat_map(|(_, beliefs)| beliefs) {
            if beliefs.iter().all(|known| known.belief.id != belief.id) {
                let about = shown.iter().filter(|(_, beliefs)| beliefs.iter().any(|one| one.id == belief.id));
                let about: Vec<String> = about.map(|(slot, _)| slot.to_string()).collect();
                beliefs.push(BelievedView { belief: belief.clone(), about: about.join(" ") });
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

/// The slots of items, between blanks.
fn slots<'a>(items: impl Iterator<Item = &'a (u32, &'a Item)>) -> String {
    items.map(|(slot, _)| slot.to_string()).collect::<Vec<_>>().join(" ")
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
