//! The seven lists, and what a unit inherits of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lowering, TAUGHT};
use crate::model::scope::{Scope, Scopes, Thing};
use crate::model::{Faq, Guidance, KeyConcept, KeyTerm, Lists, Misconception, Mistake, Prerequisite};
use crate::syntax::{self, Inherit, InheritRule};
use crate::value::Id;
use crate::yaml::Named;

impl Lowering<'_> {
    /// The entries of each list that `inherit` takes, in the order of the qualification.
    pub(super) fn inherited(&mut self, inherit: &Inherit, entries: &syntax::Lists) -> BTreeMap<&'static str, Vec<Id>> {
        let mut taken = BTreeMap::new();
        for (list, rule) in inherit.rules() {
            let mut ids: Vec<Id> = entries.ids().filter(|(of, _)| *of == list).filter_map(|(_, id)| Id::parse(&id.value).ok()).collect();
            match rule {
                InheritRule::All => {}
                InheritRule::None => ids.clear(),
                InheritRule::Only(named) => {
                    let found = self.of_qualification(list, named);
                    // What is not there may stand for any of them.
                    if found.len() == named.len() {
                        ids.retain(|id| found.contains(id));
                    }
                }
                InheritRule::Except(named) => {
                    let named = self.of_qualification(list, named);
                    ids.retain(|id| !named.contains(id));
                }
            }
            taken.insert(list, ids);
        }
        taken
    }

    /// Entries of `list` in the qualification, where nothing is hidden.
    fn of_qualification(&mut self, list: &'static str, named: &[Named]) -> Vec<Id> {
        let nothing = Scope::default();
        let scopes = Scopes { unit: None, course: &nothing, ..self.scopes };
        let mut lowering = Lowering { sources: self.sources, scopes, cx: self.cx, lost: BTreeSet::new() };
        lowering.resolve_all("inherit", named, &[Thing::Entry(list)])
    }

    /// The lists of one scope.
    pub(super) fn lists(&mut self, lists: syntax::Lists) -> Lists {
        Lists {
            key_concepts: with_ids(
                lists.key_concepts,
                |entry| &entry.id,
                |id, span, entry| KeyConcept { id, span, term: entry.term, explanation: entry.explanation },
            ),
            key_terms: with_ids(
                lists.key_terms,
                |entry| &entry.id,
                |id, span, entry| KeyTerm { id, span, term: entry.term, definition: entry.definition },
            ),
            guidance: with_ids(
                lists.guidance,
                |entry| &entry.id,
                |id, span, entry| Guidance { id, span, text: entry.text, applies_to: entry.applies_to },
            ),
            common_mistakes: with_ids(
                lists.common_mistakes,
                |entry| &entry.id,
                |id, span, entry| Mistake { id, span, refers_to: self.resolve_all("for", &entry.refers_to, TAUGHT), text: entry.text },
            ),
            misconceptions: with_ids(
                lists.misconceptions,
                |entry| &entry.id,
                |id, span, entry| Misconception { id, span, claim: entry.claim, correction: entry.correction },
            ),
            prerequisites: with_ids(
                lists.prerequisites,
                |entry| &entry.id,
                |id, span, entry| Prerequisite { id, span, text: entry.text, kind: entry.kind },
            ),
            faq: with_ids(lists.faq, |entry| &entry.id, |id, span, entry| Faq { id, span, question: entry.question, answer: entry.answer }),
        }
    }
}

/// Entries whose id is one; of the others that has been said.
fn with_ids<T, U>(entries: Vec<T>, id: impl Fn(&T) -> &Named, mut lower: impl FnMut(Id, crate::diag::Span, T) -> U) -> Vec<U> {
    entries.into_iter().filter_map(|entry| Lowering::id(id(&entry)).map(|(id, span)| lower(id, span, entry))).collect()
}
