//! Assessments and their defaults.

use super::Lowering;
use crate::model::rules::conflict;
use crate::model::scope::Thing;
use crate::model::{Assessment, AssessmentFeedback, Purpose, ReportScore, Seed};
use crate::syntax::{self, Attempts};
use crate::value::Thousandths;
use crate::yaml::Named;

impl Lowering<'_> {
    /// `pass_mark` is the course's.
    pub(super) fn assessment(&mut self, assessment: syntax::Assessment, pass_mark: Thousandths) -> Option<Assessment> {
        let items: Vec<Named> = assessment.items.into_iter().map(|item| item.0).collect();
        let items = self.resolve_all(&items, &[Thing::Item]);
        let purpose = assessment.purpose.unwrap_or(Purpose::Formative);
        let attempts = match assessment.attempts {
            None | Some(Attempts::Unlimited) => None,
            Some(Attempts::Limited(attempts)) => Some(attempts),
        };
        let feedback = assessment.feedback.unwrap_or(match purpose {
            Purpose::Formative => AssessmentFeedback::AfterEach,
            Purpose::Diagnostic | Purpose::Summative => AssessmentFeedback::AfterSubmit,
        });
        if feedback == AssessmentFeedback::AfterLastAttempt && attempts.is_none() {
            self.cx.push(conflict::never_last(assessment.id.span));
        }
        let (id, span) = Self::id(&assessment.id)?;
        Some(Assessment {
            id,
            span,
            title: assessment.title,
            purpose,
            items,
            shuffle_items: assessment.shuffle.items,
            shuffle_options: assessment.shuffle.options,
            seed: assessment.seed.unwrap_or(Seed::Learner),
            attempts,
            pass_mark: assessment.pass_mark.map_or(pass_mark, |share| share.0),
            feedback,
            report_score: assessment.report_score.unwrap_or(ReportScore::Best),
            counts: assessment.counts.score.unwrap_or(purpose == Purpose::Summative),
        })
    }
}
