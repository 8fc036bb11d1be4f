//! The first page of a unit.

use super::Scene;
use super::document::total_minutes;
use super::links::term_anchor;
use crate::content::{Inline, Links};
use crate::model::{Criterion, Lists, MarkingPoint, Outcome, Qualification, Stem};
use crate::theme::view::{CounterView, CriterionView, EntryView, ListView, MarkingPointView, OutcomeView, OverviewView, QualificationView};
use crate::value::Id;

/// The seven lists in the order of the page, with the form of their entries.
const LISTS: [(&str, &str); 7] = [
    ("misconceptions", "pairs"),
    ("common_mistakes", "rows"),
    ("prerequisites", "rows"),
    ("key_concepts", "terms"),
    ("key_terms", "terms"),
    ("guidance", "rows"),
    ("faq", "questions"),
];

impl Scene<'_> {
    pub(super) fn overview(&self, place: usize, links: &dyn Links) -> OverviewView {
        let unit = self.unit;
        let qualification = self.material.course.qualification.as_ref();
        let stem = |stem: Option<&crate::content::Line>| stem.map(|line| line.text.clone());
        let simulation = simulation(&unit.outcomes);
        let (lists, inherited) = self.lists(links).into_iter().partition(|list| !list.own.is_empty());
        OverviewView {
            page: self.page(place),
            facts: unit.identity.iter().map(|(key, value)| self.word(&format!("identity-{key}"), &[("value", value)])).collect(),
            time: total_minutes(unit).map(|n| self.word("time-in-all", &[("n", &n)])),
            synopsis: unit.synopsis.as_ref().map(|synopsis| synopsis.html(links)),
            counters: self.counters(),
            outcome_stem: stem(qualification.and_then(|one| one.outcome_stem.as_ref())),
            criterion_stem: stem(qualification.and_then(|one| one.criterion_stem.as_ref())),
            outcomes: unit.outcomes.iter().map(|outcome| self.outcome(outcome, simulation == Some("simulation-somewhere"))).collect(),
            simulation: simulation.map(|key| self.word(key, &[])),
            marking_points: unit.marking_points.iter().map(|point| self.marking_point(point, links)).collect(),
            lists,
            key_skills: unit
                .key_skills
                .iter()
                .map(|skill| EntryView { anchor: format!("s-{}", skill.id), title: skill.text.text.clone(), ..EntryView::default() })
                .collect(),
            inherited,
            counts: self.counts(),
            qualification: qualification.and_then(|one| self.qualification(one, links)),
        }
    }

    /// What is in the unit, of its own; nothing that is zero.
    fn counters(&self) -> Vec<CounterView> {
        let unit = self.unit;
        let counted = [
            ("count-outcomes", unit.outcomes.len()),
            ("count-criteria", unit.outcomes.iter().map(|outcome| outcome.criteria.len()).sum()),
            ("count-marking-points", unit.marking_points.len()),
            ("count-key-terms", unit.lists.key_terms.len()),
            ("count-lessons", unit.lessons.len()),
            ("count-case-studies", unit.case_studies.len()),
            ("count-questions", unit.items.len()),
            ("count-minutes", total_minutes(unit).map_or(0, |minutes| minutes as usize)),
        ];
        counted.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| CounterView { n, noun: self.word(key, &[("n", &n)]) }).collect()
    }

    fn outcome(&self, outcome: &Outcome, each: bool) -> OutcomeView {
        OutcomeView {
            id: outcome.id.to_string(),
            anchor: format!("o-{}", outcome.id),
            statement: outcome.statement.text.clone(),
            kind: self.word(&format!("kind-{}", outcome.kind.name()), &[]),
            criteria: outcome.criteria.iter().map(|criterion| self.criterion(criterion, each)).collect(),
        }
    }

    /// A criterion; where `each` speaks for itself, it names a simulation among its evidence.
    fn criterion(&self, criterion: &Criterion, each: bool) -> CriterionView {
        let evidence = criterion.evidence.as_ref().and_then(|evidence| {
            let mut facts: Vec<String> = evidence.routes.iter().map(|route| self.word(&format!("route-{route}"), &[])).collect();
            facts.extend((evidence.min > 1).then(|| self.word("evidence-pieces", &[("n", &evidence.min)])));
            facts.extend((each && evidence.simulation).then(|| self.word("simulation", &[])));
            (!facts.is_empty()).then(|| self.word("evidence", &[("facts", &facts.join(", "))]))
        });
        CriterionView {
            id: criterion.id.to_string(),
            anchor: format!("c-{}", criterion.id),
            statement: criterion.statement.text.clone(),
            range: criterion.range.iter().map(|line| line.text.clone()).collect(),
            evidence,
        }
    }

    fn marking_point(&self, point: &MarkingPoint, links: &dyn Links) -> MarkingPointView {
        let stem = match point.stem {
            Stem::AwardCreditFor => "stem-award-credit-for",
            Stem::LookForEvidenceOf => "stem-look-for-evidence-of",
            Stem::AssessAbilityTo => "stem-assess-ability-to",
            Stem::CheckThat => "stem-check-that",
        };
        MarkingPointView {
            anchor: format!("m-{}", point.id),
            stem: self.word(stem, &[]),
            html: point.text.html(links),
            meta: self.bears_on(&point.criteria),
        }
    }

    fn bears_on(&self, ids: &[Id]) -> Option<String> {
        let refs: Vec<&str> = ids.iter().map(Id::as_str).collect();
        (!ids.is_empty()).then(|| self.word("bears-on", &[("n", &ids.len()), ("refs", &refs.join(", "))]))
    }

    /// The lists that hold something, the unit's own and inherited entries apart.
    fn lists(&self, links: &dyn Links) -> Vec<ListView> {
        let none = Lists::default();
        let shared = self.material.course.qualification.as_ref().map_or(&none, |qualification| &qualification.lists);
        let lists = LISTS.iter().map(|(name, layout)| {
            let heirs = self.unit.inherited.get(name).map_or(&[][..], Vec::as_slice);
            let inherited = self.entries(name, shared, true, links).into_iter();
            ListView {
                anchor: format!("l-{name}"),
                title: self.word(name, &[]),
                note: self.word(&format!("{name}-note"), &[]),
                layout,
                own: self.entries(name, &self.unit.lists, false, links).into_iter().map(|(_, entry)| entry).collect(),
                inherited: inherited.filter(|(id, _)| heirs.contains(id)).map(|(_, entry)| entry).collect(),
            }
        });
        lists.filter(|list| !list.own.is_empty() || !list.inherited.is_empty()).collect()
    }

    /// The entries of list `name` in `lists`.
    fn entries(&self, name: &str, lists: &Lists, inherited: bool, links: &dyn Links) -> Vec<(Id, EntryView)> {
        let entry = |id: &Id, title: &str, text: &Inline, meta: Option<String>| {
            let anchor = format!("e-{}{id}", if inherited { "q-" } else { "" });
            (id.clone(), EntryView { anchor, title: title.to_owned(), html: text.html(links), meta })
        };
        let line = |line: &Option<crate::content::Line>| line.as_ref().map(|line| line.text.clone());
        match name {
            "misconceptions" => lists.misconceptions.iter().map(|e| entry(&e.id, &e.claim.text, &e.correction, None)).collect(),
            "common_mistakes" => lists.common_mistakes.iter().map(|e| entry(&e.id, "", &e.text, self.bears_on(&e.refers_to))).collect(),
            "key_concepts" => lists.key_concepts.iter().map(|e| entry(&e.id, &e.term.text, &e.explanation, None)).collect(),
            "key_terms" => {
                let term = |e: &crate::model::KeyTerm| {
                    let (id, view) = entry(&e.id, &e.term.text, &e.definition, None);
                    (id, EntryView { anchor: term_anchor(&e.id, inherited), ..view })
                };
                lists.key_terms.iter().map(term).collect()
            }
            "prerequisites" => lists.prerequisites.iter().map(|e| entry(&e.id, "", &e.text, line(&e.kind))).collect(),
            "guidance" => lists.guidance.iter().map(|e| entry(&e.id, "", &e.text, line(&e.applies_to))).collect(),
            _ => lists.faq.iter().map(|e| entry(&e.id, &e.question.text, &e.answer, None)).collect(),
        }
    }

    /// The qualification, where there is more to say of it than its title.
    fn qualification(&self, one: &Qualification, links: &dyn Links) -> Option<QualificationView> {
        let number = |key: &str, value: Option<u32>| value.map(|value| self.word(key, &[("value", &value)]));
        let facts: Vec<String> = [
            one.awarding_body.as_ref().map(|name| self.word("awarding-body", &[("name", &name.text)])),
            one.framework.as_ref().map(|line| line.text.clone()),
            number("qualification-level", one.level),
            one.sector.as_ref().map(|line| line.text.clone()),
            number("qualification-credits", one.size.credits),
            number("qualification-glh", one.size.glh),
            number("qualification-tqt", one.size.tqt),
        ]
        .into_iter()
        .flatten()
        .collect();
        let overview = one.overview.as_ref().map(|overview| overview.html(links)).unwrap_or_default();
        (!facts.is_empty() || !overview.is_empty()).then(|| QualificationView { title: one.title.text.clone(), facts, overview })
    }
}

/// The key of what there is to say of simulations for all criteria; those that say nothing of evidence are no matter.
fn simulation(outcomes: &[Outcome]) -> Option<&'static str> {
    let said = outcomes.iter().flat_map(|outcome| &outcome.criteria).filter_map(|criterion| criterion.evidence.as_ref());
    let (allowed, refused): (Vec<_>, Vec<_>) = said.partition(|evidence| evidence.simulation);
    match (allowed.is_empty(), refused.is_empty()) {
        (true, true) => None,
        (true, false) => Some("simulation-nowhere"),
        (false, true) => Some("simulation-everywhere"),
        (false, false) => Some("simulation-somewhere"),
    }
}
