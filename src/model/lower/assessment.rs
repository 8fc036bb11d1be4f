//! Assessments and their defaults.

use super::{Lowering, TAUGHT};
use crate::diag::{Diagnostic, Span};
use crate::model::rules::{conflict, repeated};
use crate::model::scope::{Place, Thing};
use crate::model::{
    Assessment, AssessmentFeedback, Draw, Entry, Home, ItemPath, OwnItem, Purpose, Quota, ReportScore, Retry, Seed, Taught, TimeLimit,
};
use crate::syntax::{self, Attempts, Count};
use crate::value::{Id, Thousandths};
use crate::yaml::Named;

impl Lowering<'_> {
    /// `pass_mark` is the course's; `lost` says whether entries of `items` in this file could not be read.
    pub(super) fn assessment(&mut self, written: syntax::Assessment, pass_mark: Thousandths, lost: bool) -> Option<Assessment> {
        let purpose = written.purpose.unwrap_or(Purpose::Formative);
        let attempts = match written.attempts {
            None | Some(Attempts::Unlimited) => None,
            Some(Attempts::Limited(attempts)) => Some(attempts),
        };
        let feedback = written.feedback.as_ref().map_or(
            match purpose {
                Purpose::Formative => AssessmentFeedback::AfterEach,
                Purpose::Diagnostic | Purpose::Summative => AssessmentFeedback::AfterSubmit,
            },
            |feedback| feedback.value,
        );
        self.contradictions(&written, attempts, feedback);
        let blueprint = written.blueprint.0.into_iter().filter_map(|(criterion, least)| self.quota(&criterion, least)).collect();
        let (entries, known) = self.entries(written.items);
        let (id, span) = Self::id(&written.id)?;
        Some(Assessment {
            id,
            span,
            title: written.title,
            purpose,
            whole: !lost && known,
            entries,
            blueprint,
            shuffle_items: written.shuffle.items,
            shuffle_options: written.shuffle.options,
            seed: written.seed.unwrap_or(Seed::Learner),
            unseen_first: written.unseen_first.filter(|unseen| unseen.value).map(|unseen| unseen.span),
            attempts,
            retry: written.retry.as_ref().map_or(Retry::All, |retry| retry.value),
            pass_mark: written.pass_mark.map_or(pass_mark, |share| share.0),
            time_limit: written.time_limit.and_then(time_limit),
            feedback,
            report_score: written.report_score.unwrap_or(ReportScore::Best),
            counts: written.counts.score.unwrap_or(purpose == Purpose::Summative),
        })
    }

    /// Settings that cannot hold together.
    fn contradictions(&mut self, written: &syntax::Assessment, attempts: Option<u32>, feedback: AssessmentFeedback) {
        if let (AssessmentFeedback::AfterLastAttempt, Some(said), None) = (feedback, &written.feedback, attempts) {
            self.cx.push(conflict::never_last(said.span));
        }
        if let Some(retry) = written.retry.as_ref().filter(|retry| retry.value == Retry::Wrong) {
            self.cx.diagnostics.extend(retries(written, attempts, feedback).map(|diagnostic| diagnostic(retry.span)));
        }
        let Some(unseen) = written.unseen_first.as_ref().filter(|unseen| unseen.value) else { return };
        let some = |entry: &syntax::Entry| match entry {
            syntax::Entry::Item(_) => false,
            syntax::Entry::Draw(draw) => draw.draw.as_ref().is_none_or(|draw| draw.value != Count::All),
        };
        if attempts == Some(1) {
            self.cx.push(conflict::never_again(unseen.span));
        } else if !written.items.iter().any(some) {
            self.cx.push(conflict::nothing_drawn(unseen.span));
        }
    }

    /// The entries of a paper, each item once, and whether all could be read and found.
    fn entries(&mut self, written: Vec<syntax::Entry>) -> (Vec<Entry>, bool) {
        let mut known = true;
        let mut seen: Vec<(Home, Id, Span)> = Vec::new();
        let mut entries = Vec::new();
        let mut meant = Vec::new();
        for entry in written {
            match entry {
                syntax::Entry::Draw(draw) => {
                    let draw = self.draw(draw);
                    known &= draw.is_some();
                    entries.extend(draw.map(Entry::Draw));
                }
                syntax::Entry::Item(named) => {
                    let span = named.span;
                    let Some((home, id)) = self.item_path(&named) else {
                        known = false;
                        meant.push(self.scopes.meant(&named.value, span, &[Thing::Item]));
                        continue;
                    };
                    if let Some((.., first)) = seen.iter().find(|(known, of, _)| (known, of) == (&home, &id)) {
                        self.cx.push(repeated::twice(&named.value, span, *first));
                        continue;
                    }
                    seen.push((home.clone(), id.clone(), span));
                    let own = matches!((&home, self.scopes.unit), (Home::Unit(of), Some((unit, _))) if of.as_str() == unit);
                    entries.push(if own { Entry::Own(OwnItem { id, span }) } else { Entry::Of(ItemPath { home, id, span }) });
                }
            }
        }
        entries.extend(self.meant_items(meant, &seen));
        (entries, known)
    }

    /// The items of this unit that were probably meant where nothing was found, so that nothing is said to be missing for its sake.
    fn meant_items(&mut self, meant: Vec<Option<Id>>, seen: &[(Home, Id, Span)]) -> Vec<Entry> {
        let mut items = Vec::new();
        for id in meant {
            match (id, self.scopes.unit) {
                (Some(id), Some((_, scope))) if scope.get(id.as_str()).is_some_and(|name| name.thing == Thing::Item) => {
                    if !seen.iter().any(|(_, known, _)| *known == id) {
                        items.push(Entry::Own(OwnItem { id, span: Span::default() }));
                    }
                }
                _ => {
                    self.lost.insert("items");
                }
            }
        }
        items
    }

    fn item_path(&mut self, named: &Named) -> Option<(Home, Id)> {
        let found = self.find(named, &[Thing::Item])?;
        let id = Id::parse(&found.name.id).ok()?;
        match found.place {
            Place::Unit(unit) => Some((Home::Unit(Id::parse(unit).ok()?), id)),
            Place::Bank(bank) => Some((Home::Bank(Id::parse(bank).ok()?), id)),
            Place::Qualification | Place::Course | Place::CaseStudy(_) => None,
        }
    }

    fn draw(&mut self, written: syntax::Draw) -> Option<Draw> {
        let assessing = self.all_taught("assessing", &written.assessing);
        let known = assessing.len() == written.assessing.len();
        let mut bank = None;
        if !written.bank.value.is_empty() {
            match self.scopes.bank(&written.bank.value, written.bank.span) {
                Ok(name) => bank = Id::parse(&name.id).ok(),
                Err(said) => self.cx.diagnostics.extend(said),
            }
        }
        let tags = written.tags.into_iter().map(|tag| tag.value).collect();
        let count = written.draw?;
        let (count, count_span): (Count, Span) = (count.value, count.span);
        Some(Draw { span: written.mark, bank: bank?, assessing, tags, count, count_span }).filter(|_| known)
    }

    fn quota(&mut self, written: &Named, least: u32) -> Option<Quota> {
        let criterion: Taught = self.taught(written, &TAUGHT[1..])?;
        Some(Quota { criterion, span: written.span, least })
    }
}

/// What contradicts that wrong answers alone are given again.
fn retries(written: &syntax::Assessment, attempts: Option<u32>, feedback: AssessmentFeedback) -> Option<fn(Span) -> Diagnostic> {
    let unseen = written.unseen_first.as_ref().is_some_and(|unseen| unseen.value);
    match feedback {
        _ if attempts == Some(1) => Some(conflict::no_retry),
        AssessmentFeedback::Never | AssessmentFeedback::AfterLastAttempt => Some(conflict::retry_tells),
        AssessmentFeedback::AfterEach if attempts.is_none() => Some(conflict::retried_at_once),
        _ if unseen || written.seed == Some(Seed::Attempt) => Some(conflict::retry_keeps),
        AssessmentFeedback::AfterEach | AssessmentFeedback::AfterSubmit => None,
    }
}

fn time_limit(written: syntax::TimeLimit) -> Option<TimeLimit> {
    written.limit.map(|limit| TimeLimit { span: limit.span, limit: limit.value, extend: written.extend })
}
