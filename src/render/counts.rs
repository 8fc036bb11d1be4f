//! What counts in a unit, in one table that learners can read.

use super::Scene;
use crate::activity::PageKind;
use crate::report::{self, Counted, Status};
use crate::theme::view::{CountedView, CountsView};

impl Scene<'_> {
    /// The table; `None` where there is nothing to answer.
    pub(super) fn counts(&self) -> Option<CountsView> {
        let status = report::status(self.material.course, self.unit, self.launchable);
        let pages = self.launchable.pages.iter();
        let rows: Vec<CountedView> = pages
            .filter_map(|page| {
                let assessment =
                    status.assessments.iter().find(|one| matches!(page.kind, PageKind::Assessment | PageKind::Case) && one.id == page.id);
                let answered = assessment.is_some() || page.kind == PageKind::Practice;
                answered.then(|| CountedView {
                    page: self.link(page),
                    score: self.score(assessment),
                    pass: self.pass(assessment),
                    attempts: self.attempts(assessment),
                })
            })
            .collect();
        (!rows.is_empty()).then(|| CountsView { rows, terms: self.terms(&status) })
    }

    fn score(&self, assessment: Option<&Counted>) -> String {
        match assessment.filter(|one| one.counts) {
            Some(one) => self.word("counts-score", &[("n", &one.points)]),
            None => self.word("counts-not", &[]),
        }
    }

    fn pass(&self, assessment: Option<&Counted>) -> String {
        let Some(one) = assessment.filter(|one| one.judges) else { return self.word("counts-need-not", &[]) };
        match (one.points_needed, one.pass_mark) {
            // Parts of points are nothing to reckon with.
            (Some(needed), _) if needed.0.is_multiple_of(1000) => self.word("counts-needed", &[("points", &needed), ("n", &one.points)]),
            (_, Some(mark)) => self.word("counts-percent", &[("percent", &mark)]),
            (_, None) => self.word("counts-need-not", &[]),
        }
    }

    fn attempts(&self, assessment: Option<&Counted>) -> String {
        let Some(one) = assessment else { return self.word("sheet-unlimited", &[]) };
        let attempts = match one.attempts {
            Some(attempts) => self.word("sheet-attempts", &[("n", &attempts)]),
            None => self.word("sheet-unlimited", &[]),
        };
        if !one.counts || one.attempts == Some(1) {
            return attempts;
        }
        let counts = self.word(&format!("counts-{}", one.report_score), &[]);
        self.word("counts-attempts", &[("attempts", &attempts), ("counts", &counts)])
    }

    /// When the unit is finished and passed, and what its score is made of.
    fn terms(&self, status: &Status) -> Vec<String> {
        let completed = &status.completed;
        let (needed, n) = (completed.pages_needed, completed.pages);
        let pages = match needed {
            0 => None,
            _ if needed == n && n < self.launchable.pages.len() => Some(self.word("counts-pages-all-but-results", &[])),
            _ if needed == n => Some(self.word("counts-pages-all", &[])),
            _ => Some(self.word("counts-pages", &[("needed", &needed), ("n", &n)])),
        };
        let assessments = match completed.assessments {
            "passed" if status.can_fail => Some("counts-all-passed-or-spent"),
            "passed" => Some("counts-all-passed"),
            "attempted" => Some("counts-all-attempted"),
            _ => None,
        };
        let assessments = assessments.map(|key| self.word(key, &[]));
        let mut terms: Vec<String> = pages.into_iter().chain(assessments).collect();
        terms.push(self.word(if status.can_pass { "counts-passed" } else { "counts-never-passed" }, &[]));
        if status.can_fail {
            terms.push(self.word("counts-failed", &[]));
        }
        let most: Vec<u64> = status.assessments.iter().filter(|one| one.counts).map(|one| one.points.0).collect();
        terms.push(match most.as_slice() {
            [] => self.word("counts-no-score", &[]),
            most => self.word("counts-sum", &[("n", &report::Number(most.iter().sum()))]),
        });
        terms
    }
}
