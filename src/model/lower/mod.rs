//! From files to the course: defaults set, references resolved.
//!
//! In: [`Files`]. Out: a [`Course`] in which nothing dangles, with what could be read of it; and every mistake at once.

mod assessment;
mod bank;
mod case_study;
mod course;
mod lists;
mod media;
mod names;
mod outcome;
mod settings;
mod unit;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::rules::{repeated, unused_file};
use super::scope::{Found, Place, Scope, Scopes, Thing, Whole};
use super::{Course, Index, Taught, Unit, renamed};
use crate::content::{Reference, ReferenceKind};
use crate::diag::{Span, Warned};
use crate::source::Sources;
use crate::syntax::{self, Files};
use crate::value::Id;
use crate::yaml::{Cx, Named};

/// What a lesson teaches, an item assesses.
const TAUGHT: &[Thing] = &[Thing::Outcome, Thing::Criterion];

/// The most references of the texts of one file that are told to lead nowhere.
const ASTRAY: usize = 100;

/// Makes the course of `files`; media are looked up in `sources`. What cannot be read is left out, or stands with what is known of it.
#[must_use]
pub fn lower(files: Files, sources: &Sources) -> Warned<Course> {
    let mut cx = Cx::default();
    let read = Whole {
        units: files.units.iter().all(Option::is_some) && files.qualification_read,
        banks: files.banks.iter().all(Option::is_some),
    };
    let Files { course, qualification, units, banks, .. } = files;
    let pass_mark = settings::pass_mark(&course.tracking);
    course::repeated_units(&course, &mut cx);
    if units.iter().all(Option::is_some) {
        course::unlisted_units(&course, sources, &mut cx);
    }
    cx.diagnostics.extend(unused_file::check(sources));
    let units: Vec<syntax::Unit> = units.into_iter().flatten().collect();
    let banks: Vec<syntax::Bank> = banks.into_iter().flatten().collect();
    let names = names::course(&course, qualification.as_ref(), &units, &banks, &mut cx);
    let index = RefCell::new(Index { defined: names.defined(), uses: Vec::new() });
    let entries = qualification.as_ref().map(|qualification| qualification.lists.clone()).unwrap_or_default();
    let lower_unit = |unit: syntax::Unit| {
        let (mut cx, index) = (Cx::default(), RefCell::default());
        let inherited = Lowering::new(sources, names.scopes(read, &index), &mut cx).inherited(&unit.head.inherit, &entries);
        let usable = names.qualification.restricted(|name| match name.thing {
            Thing::Entry(list) => inherited.get(list).is_some_and(|ids| ids.iter().any(|id| id.as_str() == name.id)),
            _ => true,
        });
        let id = unit.head.id.value.clone();
        let here = Scopes { unit: names.unit(&id), qualification: &usable, ..names.scopes(read, &index) };
        let lowered = Lowering::new(sources, here, &mut cx).unit(unit, inherited, pass_mark);
        (lowered, (id, usable), cx.diagnostics, index.take())
    };
    // Each file knows all names, and nothing of what the others say: so they are lowered side by side, and told of in their order.
    let made: Vec<_> = units.into_par_iter().map(lower_unit).collect();
    let mut shown: BTreeMap<String, Scope> = BTreeMap::new();
    let mut lowered: Vec<Unit> = Vec::with_capacity(made.len());
    for (unit, usable, said, named) in made {
        lowered.extend(unit);
        shown.extend([usable]);
        cx.diagnostics.extend(said);
        index.borrow_mut().extend(named);
    }
    let mut lowered_banks = Vec::new();
    for bank in banks {
        let own = bank.unit.as_ref().and_then(|unit| names.unit(&unit.value));
        let qualification = own.and_then(|(id, _)| shown.get(id)).unwrap_or(&names.qualification);
        let here = Scopes { unit: own, qualification, ..names.scopes(read, &index) };
        lowered_banks.extend(Lowering::new(sources, here, &mut cx).bank(bank));
    }
    let course = Lowering::new(sources, names.scopes(read, &index), &mut cx).course(course, qualification, lowered, lowered_banks);
    let index = index.take();
    renamed::gather(&mut cx.diagnostics, &index);
    Warned { output: Course { index, ..course }, diagnostics: cx.diagnostics }
}

/// Lowering of what stands in one scope.
struct Lowering<'a> {
    sources: &'a Sources,
    scopes: Scopes<'a>,
    cx: &'a mut Cx,
    /// Keys with references that lead nowhere, nobody knows where to.
    lost: BTreeSet<&'static str>,
}

impl<'a> Lowering<'a> {
    fn new(sources: &'a Sources, scopes: Scopes<'a>, cx: &'a mut Cx) -> Self {
        Self { sources, scopes, cx, lost: BTreeSet::new() }
    }

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

    /// References to `things` at `key`, each once. One that leads nowhere stands for what was probably meant, so that nothing is
    /// said to be missing for its sake; where nobody knows, the key is lost.
    fn resolve_all(&mut self, key: &'static str, written: &[Named], things: &[Thing]) -> Vec<Id> {
        let mut seen: BTreeMap<Id, Span> = BTreeMap::new();
        let mut ids = Vec::new();
        for named in written {
            let Some(id) = self.resolve(named, things) else {
                match self.scopes.meant(&named.value, named.span, things) {
                    Some(meant) if !ids.contains(&meant) => ids.push(meant),
                    Some(_) => {}
                    None => {
                        self.lost.insert(key);
                    }
                }
                continue;
            };
            if let Some(first) = seen.get(&id) {
                self.cx.push(repeated::twice(&named.value, named.span, *first));
                continue;
            }
            seen.insert(id.clone(), named.span);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// What `written` refers to, in any unit or bank.
    fn find(&mut self, written: &Named, things: &[Thing]) -> Option<Found<'a>> {
        match self.scopes.find(&written.value, written.span, things) {
            Ok(found) => Some(found),
            Err(said) => {
                self.cx.diagnostics.extend(said);
                None
            }
        }
    }

    /// An outcome or criterion of any unit.
    fn taught(&mut self, written: &Named, things: &[Thing]) -> Option<Taught> {
        let found = self.find(written, things)?;
        let Place::Unit(unit) = found.place else { return None };
        Some(Taught { unit: Id::parse(unit).ok()?, id: Id::parse_criterion(&found.name.id).ok()? })
    }

    /// Outcomes and criteria of any unit, each once.
    fn all_taught(&mut self, key: &'static str, written: &[Named]) -> Vec<Taught> {
        let mut seen: Vec<(Taught, Span)> = Vec::new();
        for named in written {
            match self.taught(named, TAUGHT) {
                None => {
                    self.lost.insert(key);
                }
                Some(taught) => match seen.iter().find(|(known, _)| *known == taught) {
                    Some((_, first)) => self.cx.push(repeated::twice(&named.value, named.span, *first)),
                    None => seen.push((taught, named.span)),
                },
            }
        }
        seen.into_iter().map(|(taught, _)| taught).collect()
    }

    /// Checks the references of texts.
    fn check_texts<'t>(&mut self, references: impl IntoIterator<Item = &'t Reference>) {
        let before = self.cx.diagnostics.len();
        for reference in references {
            if self.cx.diagnostics.len() - before >= ASTRAY {
                return;
            }
            let things: &[Thing] = match reference.kind {
                ReferenceKind::Item => &[Thing::Item],
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
                self.cx.diagnostics.extend(said.map(|said| said.mend_within(reference.span, reference.id_span())));
            }
        }
    }
}
