//! What counts in a unit, and when it is completed, passed and failed: source-language.md 5, for this unit.

use serde::Serialize;

use super::Number;
use crate::activity::{self, Launchable, PageKind};
use crate::model::{Assessment, AssessmentsRule, CaseStudy, Course, Purpose, ReportScore, Unit};

/// The terms of a unit.
#[derive(Debug, Serialize)]
pub struct Status {
    /// What completes it.
    pub completed: Completed,
    /// Its assessments, then its case studies.
    pub assessments: Vec<Counted>,
    /// Whether it can be passed: it has a summative assessment.
    pub can_pass: bool,
    /// Whether it can be failed: a summative assessment has an end of attempts.
    pub can_fail: bool,
    /// Whether a score is sent: an assessment counts to it.
    pub scored: bool,
    /// `adlcp:masteryscore` in SCORM 1.2, in per cent.
    pub mastery: Option<Number>,
}

/// What completes a unit.
#[derive(Debug, Serialize)]
pub struct Completed {
    /// Its pages, the results apart.
    pub pages: usize,
    /// How many of them have to be read.
    pub pages_needed: usize,
    /// What has to become of its summative assessments: `passed`, `attempted` or `none`; `none` where there are none.
    pub assessments: &'static str,
}

/// An assessment or a case study.
#[derive(Debug, Serialize)]
pub struct Counted {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for; `case-study` is a case study.
    pub purpose: &'static str,
    /// Whether it decides whether the unit is passed.
    pub judges: bool,
    /// Whether it counts to the score.
    pub counts: bool,
    /// What a paper is worth.
    pub points: Number,
    /// The share that passes, in per cent; a case study has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass_mark: Option<Number>,
    /// The points that really pass: the least that can be reached at or above the pass mark; `None` where there are too many to tell.
    pub points_needed: Option<Number>,
    /// How many attempts there are; `None`: as many as one likes.
    pub attempts: Option<u32>,
    /// Which attempt counts.
    pub report_score: &'static str,
}

/// The terms of `launchable`, which is `unit`.
pub fn status(course: &Course, unit: &Unit, launchable: &Launchable) -> Status {
    let of_assessments = unit.assessments.iter().map(|assessment| counted(course, unit, assessment));
    let assessments: Vec<Counted> = of_assessments.chain(unit.case_studies.iter().map(counted_case)).collect();
    let judging = || unit.assessments.iter().filter(|assessment| assessment.purpose == Purpose::Summative);
    Status {
        completed: completed(course, launchable, judging().next().is_some()),
        can_pass: judging().next().is_some(),
        can_fail: judging().any(|assessment| assessment.attempts.is_some()),
        scored: assessments.iter().any(|assessment| assessment.counts),
        mastery: launchable.mastery.map(|mark| percent(mark.0)),
        assessments,
    }
}

fn completed(course: &Course, launchable: &Launchable, judged: bool) -> Completed {
    let rule = &course.tracking.complete_when;
    let pages = launchable.pages.iter().filter(|page| page.kind != PageKind::Results).count();
    let needed = (pages as u64 * u64::from(rule.pages.0)).div_ceil(1000);
    let assessments = if judged { rule.assessments } else { AssessmentsRule::None };
    Completed { pages, pages_needed: usize::try_from(needed).unwrap_or(pages), assessments: assessments.name() }
}

fn counted(course: &Course, unit: &Unit, assessment: &Assessment) -> Counted {
    let worth = activity::worth(course, unit, assessment);
    Counted {
        id: assessment.id.to_string(),
        title: assessment.title.text.clone(),
        purpose: assessment.purpose.name(),
        judges: assessment.purpose == Purpose::Summative,
        counts: assessment.counts,
        points: Number(worth.points),
        pass_mark: Some(percent(assessment.pass_mark.0)),
        points_needed: worth.least_that_passes(assessment.pass_mark).map(Number),
        attempts: assessment.attempts,
        report_score: match assessment.report_score {
            ReportScore::Best => "best",
            ReportScore::Last => "last",
            ReportScore::First => "first",
        },
    }
}

/// A case study is worth what its best way is; the best of all ways counts.
fn counted_case(case: &CaseStudy) -> Counted {
    Counted {
        id: case.id.to_string(),
        title: case.title.text.clone(),
        purpose: "case-study",
        judges: false,
        counts: case.counts,
        points: Number(case.most().0.into()),
        pass_mark: None,
        points_needed: None,
        attempts: None,
        report_score: "best",
    }
}

/// A share in per cent.
fn percent(share: u32) -> Number {
    Number(u64::from(share) * 100)
}
