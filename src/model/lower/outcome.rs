//! Outcomes, criteria, marking points.

use super::Lowering;
use crate::model::scope::Thing;
use crate::model::{Criterion, Evidence, MarkingPoint, Outcome, OutcomeKind, Stem};
use crate::syntax;
use crate::value::Iri;
use crate::yaml::rules;

impl Lowering<'_> {
    pub(super) fn outcome(&mut self, outcome: syntax::Outcome) -> Option<Outcome> {
        let mut alignments = Vec::new();
        for written in outcome.alignments {
            let iri = rules::checked(&written.uri, Iri::parse, self.cx);
            alignments.extend(iri.map(|iri| (written.framework.value, iri)));
        }
        let criteria = outcome.criteria.into_iter().filter_map(criterion).collect();
        let (id, span) = Self::id(&outcome.id)?;
        let kind = outcome.kind.unwrap_or(OutcomeKind::Both);
        Some(Outcome { id, span, kind, alignments, statement: outcome.statement, criteria })
    }

    pub(super) fn marking_point(&mut self, point: syntax::MarkingPoint) -> Option<MarkingPoint> {
        let criteria = self.resolve_all("for", &point.criteria, &[Thing::Criterion]);
        let (id, span) = Self::id(&point.id)?;
        Some(MarkingPoint { id, span, stem: point.stem.unwrap_or(Stem::AwardCreditFor), text: point.text, criteria })
    }
}

fn criterion(criterion: syntax::Criterion) -> Option<Criterion> {
    let (id, span) = Lowering::id(&criterion.id)?;
    let evidence = criterion.evidence.map(|evidence| Evidence {
        routes: evidence.routes.iter().map(|route| route.name().to_owned()).collect(),
        min: evidence.min.unwrap_or(1),
        simulation: evidence.simulation,
    });
    Some(Criterion { id, span, statement: criterion.statement, range: criterion.range, evidence, gap: criterion.gap })
}
