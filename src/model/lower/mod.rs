//! From files to the course: defaults set, references resolved.
//!
//! In: [`Files`]. Out: a [`Course`] in which nothing dangles; `None` where something is wrong. Every mistake is said at once.

mod assessment;
mod course;
mod lists;
mod media;
mod names;
mod outcome;
mod settings;
mod unit;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::rules::repeated;
use super::scope::{Scope, Scopes, Thing};
use super::{Course, Index, Unit};
use crate::content::{Reference, ReferenceKind};
use crate::diag::{Severity, Span, Warned};
use crate::item::{Draft, Item};
use crate::source::Sources;
use crate::syntax::{self, Files};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Named, rules};

/// What a lesson teaches, an item assesses.
const TAUGHT: &[Thing] = &[Thing::Outcome, Thing::Criterion];

/// Makes the course of `files`; media are looked up in `sources`.
#[must_use]
pub fn lower(files: Files, sources: &Sources) -> Warned<Option<Course>> {
    let mut cx = Cx::default();
    let whole = files.units.iter().all(Option::is_some);
    let Files { course, qualification, units, sound } = files;
    let pass_mark = settings::pass_mark(&course.tracking);
    course::repeated_units(&course, &mut cx);
    let units: Vec<syntax::Unit> = units.into_iter().flatten().collect();
    let names = names::course(&course, qualification.as_ref(), &units, &mut cx);
    let scopes: Vec<Scope> = units.iter().map(|unit| names::unit(unit, &mut cx)).collect();
    let uses = RefCell::default();
    let above = Scopes { unit: None, qualification: &names.qualification, course: &names.course, whole, uses: &uses };
    let entries = qualification.as_ref().map(|qualification| qualification.lists.clone()).unwrap_or_default();
    let mut lowered: Vec<Unit> = Vec::new();
    let mut defined: Vec<_> = names.course.defined("").chain(names.qualification.defined("^/")).collect();
    for (unit, scope) in units.into_iter().zip(&scopes) {
        let inherited = Lowering { sources, scopes: above, cx: &mut cx }.inherited(&unit.head.inherit, &entries);
        let usable = names.qualification.restricted(|name| match name.thing {
            Thing::Entry(list) => inherited.get(list).is_some_and(|ids| ids.iter().any(|id| id.as_str() == name.id)),
            _ => true,
        });
        let id = unit.head.id.value.clone();
        defined.extend(scope.defined(&format!("{id}/")));
        let scopes = Scopes { unit: Some((&id, scope)), qualification: &usable, ..above };
        lowered.extend(Lowering { sources, scopes, cx: &mut cx }.unit(unit, inherited, pass_mark));
    }
    let course = Lowering { sources, scopes: above, cx: &mut cx }.course(course, qualification, lowered);
    let index = Index { defined, uses: uses.take() };
    let course = course.map(|course| Course { index, ..course });
    let wrong = !sound || !whole || cx.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Warned { output: course.filter(|_| !wrong), diagnostics: cx.diagnostics }
}

/// Lowering of what stands in one scope.
struct Lowering<'a> {
    sources: &'a Sources,
    scopes: Scopes<'a>,
    cx: &'a mut Cx,
}

impl Lowering<'_> {
    /// The id that something has; what is wrong with it has been said when it was defined.
    fn id(written: &Named) -> Option<(Id, Span)> {
        Id::parse_criterion(&written.value).ok().map(|id| (id, written.span))
    }

    /// A reference to one of `things`, as a bare id.
    fn resolve(&mut self, written: &Named, things: &[Thing]) -> Option<Id> {
        match self.scopes.resolve(&written.value, written.span, things) {
            Ok(name) => Id::parse_criterion(&name.id).ok(),
            Err(said) => {
                self.cx.diagnostics.extend(said);
                None
            }
        }
    }

    /// References to `things`, each once.
    fn resolve_all(&mut self, written: &[Named], things: &[Thing]) -> Vec<Id> {
        let mut seen: BTreeMap<Id, Span> = BTreeMap::new();
        let mut ids = Vec::new();
        for named in written {
            let Some(id) = self.resolve(named, things) else { continue };
            if let Some(first) = seen.get(&id) {
                self.cx.push(repeated::twice(&named.value, named.span, *first));
                continue;
            }
            seen.insert(id.clone(), named.span);
            ids.push(id);
        }
        ids
    }

    /// Checks the references of texts.
    fn check_texts<'t>(&mut self, references: impl IntoIterator<Item = &'t Reference>) {
        for reference in references {
            let things: &[Thing] = match reference.kind {
                ReferenceKind::Item => {
                    self.cx.push(rules::not_yet_word(reference.span, "items in a text"));
                    continue;
                }
                ReferenceKind::Media if reference.id.starts_with("media/") => {
                    if let Err(problem) = self.sources.media(&reference.id) {
                        self.cx.push(problem.diagnostic(&reference.id, Some(reference.span)));
                    }
                    continue;
                }
                ReferenceKind::Media => &[Thing::Media],
                ReferenceKind::Lesson => &[Thing::Lesson],
                ReferenceKind::Term => &[Thing::Entry("key_terms")],
                ReferenceKind::Unit => &[Thing::Unit],
            };
            if let Err(said) = self.scopes.resolve(&reference.id, reference.span, things) {
                self.cx.diagnostics.extend(said);
            }
        }
    }

    /// Resolves what an item names.
    fn item(&mut self, draft: Draft) -> Option<Item> {
        let assesses = self.resolve_all(&draft.assesses, TAUGHT);
        let mut item = draft.item?;
        item.assesses = assesses;
        for belief in item.body.beliefs() {
            belief.id = self.resolve(&belief.written, &[Thing::Entry("misconceptions")]);
        }
        Some(item)
    }

    fn unit(&mut self, unit: syntax::Unit, inherited: BTreeMap<&'static str, Vec<Id>>, pass_mark: Thousandths) -> Option<Unit> {
        let items = unit.items.into_iter().filter_map(|draft| self.item(draft)).collect();
        let unit = self.unit_head(unit.head, items, inherited, pass_mark);
        if let Some(unit) = &unit {
            self.check_texts(unit.references());
        }
        unit
    }
}
