//! Assessments, the practice pool and results as sections of a document.

use super::Scene;
use crate::activity::{Page, PageKind, Sheet};
use crate::model::{Assessment, AssessmentFeedback, Purpose};
use crate::theme::view::{PageLink, ResultView, ResultsView, SheetView};

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
    pub(super) fn results(&self, place: usize) -> ResultsView {
        let pages = &self.launchable.pages;
        let results = self.counting().filter_map(|(sheet, assessment)| {
            let page = pages.iter().find(|page| page.slot == sheet.page)?;
            Some(ResultView {
                slot: sheet.slot,
                title: assessment.title.text.clone(),
                page: self.link(page),
                facts: self.facts(sheet),
                percent: percent(assessment),
            })
        });
        let results = results.collect();
        let practise: Option<PageLink> = pages.iter().find(|page| self.is_practice(page)).map(|page| self.link(page));
        ResultsView { page: self.page(place), results, practise }
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

/// The pass mark in per cent, as short as it can be written.
fn percent(assessment: &Assessment) -> String {
    let (whole, tenth) = (assessment.pass_mark.0 / 10, assessment.pass_mark.0 % 10);
    if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") }
}
