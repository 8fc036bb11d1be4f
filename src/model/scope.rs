//! Names and what they mean where: a unit's, the qualification's, the course's.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::rules::undefined::{Missing, undefined};
use super::rules::{not_inherited, other_unit, wrong_kind};
use super::{Defined, Index, Use};
use crate::diag::{Diagnostic, Span};
use crate::item::rules::taken_id;
use crate::syntax::LISTS;
use crate::value::Id;
use crate::yaml::{Cx, Named, curly, nearest, rules};

/// What a name can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Unit,
    Bank,
    Outcome,
    Criterion,
    Lesson,
    Item,
    CaseStudy,
    Scene,
    Choice,
    Assessment,
    MarkingPoint,
    KeySkill,
    Media,
    /// An entry of the list of this name in YAML.
    Entry(&'static str),
}

impl Thing {
    /// What it is called, such as `criterion`.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Bank => "bank",
            Self::Outcome => "outcome",
            Self::Criterion => "criterion",
            Self::Lesson => "lesson",
            Self::Item => "item",
            Self::CaseStudy => "case study",
            Self::Scene => "scene",
            Self::Choice => "choice",
            Self::Assessment => "assessment",
            Self::MarkingPoint => "marking point",
            Self::KeySkill => "key skill",
            Self::Media => "media entry",
            Self::Entry("key_concepts") => "key concept",
            Self::Entry("key_terms") => "key term",
            Self::Entry("guidance") => "entry of the guidance",
            Self::Entry("common_mistakes") => "common mistake",
            Self::Entry("misconceptions") => "misconception",
            Self::Entry("prerequisites") => "prerequisite",
            Self::Entry(_) => "question of the FAQ",
        }
    }

    /// The keys whose entries define such a thing.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Unit => &["units"],
            Self::Bank => &["banks"],
            Self::Outcome => &["outcomes"],
            Self::Criterion => &["outcomes", "criteria"],
            Self::Lesson => &["lessons"],
            Self::Item => &["items"],
            Self::CaseStudy => &["case_studies"],
            Self::Scene => &["scenes"],
            Self::Choice => &["choices"],
            Self::Assessment => &["assessments"],
            Self::MarkingPoint => &["marking_points"],
            Self::KeySkill => &["key_skills"],
            Self::Media => &["media"],
            Self::Entry(list) => match LISTS.iter().position(|name| *name == list) {
                Some(place) => &LISTS[place..=place],
                None => &[],
            },
        }
    }

    /// The same with its article.
    pub(super) fn with_article(self) -> String {
        let noun = self.noun();
        let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        format!("{article} {noun}")
    }
}

/// A name that is defined.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) id: String,
    pub(super) span: Span,
    pub(super) thing: Thing,
    /// Whether its id is one.
    pub(super) sound: bool,
    /// Whether a unit that does not define it may use it: an entry of the qualification that it does not inherit is not usable.
    pub(super) usable: bool,
}

/// The names of one scope, by what they are without regard to case.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    names: BTreeMap<String, Name>,
    /// Keys whose values could not be read whole: a name that is not here may be in one of them.
    lost: BTreeSet<&'static str>,
}

impl Scope {
    /// An empty scope of a file in which the values of the keys `lost` could not be read whole.
    pub(super) fn with_lost(lost: BTreeSet<&'static str>) -> Self {
        Self { names: BTreeMap::new(), lost }
    }

    /// Remembers that of what stands at `key` not all names are known.
    pub(super) fn lose(&mut self, key: &'static str) {
        self.lost.insert(key);
    }

    /// Defines a name; what is malformed or taken is said, and known all the same, so that references to it are not wrong too.
    pub(super) fn define(&mut self, thing: Thing, written: &Named, cx: &mut Cx) {
        if written.value.is_empty() {
            return;
        }
        let parse = if thing == Thing::Criterion { Id::parse_criterion } else { Id::parse };
        let sound = rules::checked(written, parse, cx).is_some();
        let name = Name { id: written.value.clone(), span: written.span, thing, sound, usable: true };
        if let Some(first) = self.names.get(&written.value.to_ascii_lowercase()) {
            // The same place again is a file that is named twice, and that is said where it is.
            if first.span != written.span {
                cx.push(taken_id(thing.noun(), written, first.span));
            }
        } else {
            self.names.insert(written.value.to_ascii_lowercase(), name);
        }
    }

    /// The name `id`, if it is defined just so.
    pub(super) fn get(&self, id: &str) -> Option<&Name> {
        self.names.get(&id.to_ascii_lowercase()).filter(|name| name.id == id)
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.names.values()
    }

    /// The names as an index keeps them, with `above` before each path.
    pub(super) fn defined(&self, above: String) -> impl Iterator<Item = Defined> {
        self.names().map(move |name| Defined { path: format!("{above}{}", name.id), noun: name.thing.noun(), span: name.span })
    }

    /// The same names, of which units may use those that `usable` says.
    pub(super) fn restricted(&self, usable: impl Fn(&Name) -> bool) -> Self {
        let mut scope = self.clone();
        for name in scope.names.values_mut() {
            name.usable = usable(name);
        }
        scope
    }

    /// The `thing` of this scope alone, which is that of `place`, that `written` names.
    pub(super) fn look<'a>(&'a self, place: Place<'a>, written: &str, span: Span, thing: Thing) -> Result<&'a Name, Option<Diagnostic>> {
        if let Some(name) = self.get(written) {
            return Ok(name);
        }
        let likely: Vec<&Name> = self.names().collect();
        let meant = nearest(written, likely.iter().map(|name| name.id.as_str()));
        if self.may_hide(&[thing]) || likely.iter().any(|name| !name.sound && Some(name.id.as_str()) == meant) {
            return Err(None);
        }
        let things = &[thing];
        Err(Some(undefined(&Missing { written, id: written, at: 0, span, things, place, likely, elsewhere: Vec::new() })))
    }

    /// Whether one of `things` that is not here may be in what could not be read.
    fn may_hide(&self, things: &[Thing]) -> bool {
        let keys = things.iter().flat_map(|thing| thing.keys());
        !self.lost.is_empty() && (self.lost.contains("id") || keys.into_iter().any(|key| self.lost.contains(key)))
    }
}

/// What a name stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// The unit of this id.
    Unit(&'a str),
    /// The bank of this id.
    Bank(&'a str),
    /// The case study of this id.
    CaseStudy(&'a str),
    Qualification,
    Course,
}

/// A name with the place where it was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    pub(super) place: Place<'a>,
    pub(super) name: &'a Name,
}

/// Scopes with their places, and the id that is looked for in them.
type Searched<'a, 'w> = (Vec<(Place<'a>, &'a Scope)>, &'w str);

/// What of a course could be read: what is not found may be in what could not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    /// Whether that is every unit and the qualification.
    pub(super) units: bool,
    /// Whether it is every bank.
    pub(super) banks: bool,
}

/// The scopes of a course, and which of them a reference is looked up in, nearest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scopes<'a> {
    /// The unit's id and names; none in the qualification, the course, and a bank without a unit.
    pub(super) unit: Option<(&'a str, &'a Scope)>,
    /// Entries of the qualification.
    pub(super) qualification: &'a Scope,
    /// Units and media.
    pub(super) course: &'a Scope,
    /// The names in each unit.
    pub(super) units: &'a BTreeMap<String, Scope>,
    /// The banks.
    pub(super) banks: &'a Scope,
    /// The names in each bank.
    pub(super) bank_items: &'a BTreeMap<String, Scope>,
    /// What could be read.
    pub(super) whole: Whole,
    /// What is defined, and has been resolved so far.
    pub(super) index: &'a RefCell<Index>,
}

impl<'a> Scopes<'a> {
    /// What `written` refers to in this unit, the qualification or the course, one of `things`. What is wrong is given back to be
    /// said; nothing where it follows from what has been said.
    pub(super) fn resolve(&self, written: &str, span: Span, things: &[Thing]) -> Result<&'a Name, Option<Diagnostic>> {
        let found = self.find(written, span, things)?;
        match (found.place, self.unit) {
            (Place::Unit(unit), Some((own, _))) if unit != own && found.name.thing != Thing::Lesson => {
                Err(Some(other_unit::other(found.name, unit, span)))
            }
            _ => Ok(found.name),
        }
    }

    /// The same, in other units and in banks too.
    pub(super) fn find(&self, written: &str, span: Span, things: &[Thing]) -> Result<Found<'a>, Option<Diagnostic>> {
        let (places, id) = self.search(written, span)?;
        let found = places.iter().find_map(|(place, scope)| scope.get(id).map(|name| Found { place: *place, name }));
        match found {
            Some(found) if !things.contains(&found.name.thing) => Err(Some(wrong_kind::other(found.name, span, things))),
            Some(found) if !found.name.usable => Err(Some(not_inherited::entry(found.name, span))),
            Some(found) => {
                self.used(span, found.name);
                Ok(found)
            }
            None if self.hides(&places, things) => Err(None),
            None => {
                let scopes = places.iter().map(|(_, scope)| *scope);
                let likely: Vec<&Name> = scopes.flat_map(Scope::names).filter(|name| things.contains(&name.thing)).collect();
                // Who corrects a malformed id to what refers to it has mended both.
                let near = nearest(id, likely.iter().map(|name| name.id.as_str()));
                if likely.iter().any(|name| !name.sound && (near == Some(&name.id) || curly(&name.id) == Some(id))) {
                    return Err(None);
                }
                let elsewhere = self.elsewhere(written, things);
                let place = places.first().map_or(Place::Course, |(place, _)| *place);
                Err(Some(undefined(&Missing { written, id, at: written.len() - id.len(), span, things, place, likely, elsewhere })))
            }
        }
    }

    /// Remembers that `name` is named at `span`.
    pub(super) fn used(&self, span: Span, name: &Name) {
        self.index.borrow_mut().uses.push(Use { at: span, of: name.span });
    }

    /// The id of what `written` probably means, for who refers to what is not there.
    pub(super) fn meant(&self, written: &str, span: Span, things: &[Thing]) -> Option<Id> {
        let (places, id) = self.search(written, span).ok()?;
        let names = places.iter().flat_map(|(_, scope)| scope.names()).filter(|name| things.contains(&name.thing));
        nearest(id, names.map(|name| name.id.as_str())).and_then(|near| Id::parse_criterion(near).ok())
    }

    /// Whether something of `things` may be in what could not be read.
    fn hides(&self, places: &[(Place<'a>, &'a Scope)], things: &[Thing]) -> bool {
        places.iter().any(|(place, scope)| match place {
            Place::Course if !self.whole.units && things.contains(&Thing::Unit) => true,
            Place::Course if !self.whole.banks && things.contains(&Thing::Bank) => true,
            Place::Qualification if !self.whole.units && things.iter().any(|thing| matches!(thing, Thing::Entry(_))) => true,
            _ => scope.may_hide(things),
        })
    }

    /// Paths of what has the id `written` in other units.
    fn elsewhere(&self, written: &str, things: &[Thing]) -> Vec<String> {
        if written.contains(['/', ':']) {
            return Vec::new();
        }
        let has = |scope: &Scope| scope.get(written).is_some_and(|name| things.contains(&name.thing));
        self.units.iter().filter(|(_, scope)| has(scope)).map(|(unit, _)| format!("{unit}/{written}")).collect()
    }

    /// A bare id or a path: the scopes it can be in, and the id there.
    fn search<'w>(&self, written: &'w str, span: Span) -> Result<Searched<'a, 'w>, Option<Diagnostic>> {
        if let Some(path) = written.strip_prefix("bank:") {
            let Some((bank, id)) = path.split_once('/') else {
                return Ok((vec![(Place::Course, self.banks)], path));
            };
            let name = Scopes { course: self.banks, ..*self }.known(written, bank, 5, span, Thing::Bank)?;
            return Ok((self.bank_items.get_key_value(&name.id).map(|(id, scope)| (Place::Bank(id), scope)).into_iter().collect(), id));
        }
        match written.split_once('/') {
            Some(("^", id)) => Ok((vec![(Place::Qualification, self.qualification)], id)),
            Some((unit, id)) => {
                if let Some((own, scope)) = self.unit.filter(|(own, _)| *own == unit) {
                    return Ok((vec![(Place::Unit(own), scope)], id));
                }
                let name = self.known(written, unit, 0, span, Thing::Unit)?;
                Ok((self.units.get_key_value(&name.id).map(|(id, scope)| (Place::Unit(id), scope)).into_iter().collect(), id))
            }
            None => {
                let own = self.unit.map(|(id, scope)| (Place::Unit(id), scope));
                let above = [(Place::Qualification, self.qualification), (Place::Course, self.course)];
                Ok((own.into_iter().chain(above).collect(), written))
            }
        }
    }

    /// The unit or bank `id` that stands at `at` in the path `written`.
    fn known(&self, written: &str, id: &str, at: usize, span: Span, thing: Thing) -> Result<&'a Name, Option<Diagnostic>> {
        if let Some(name) = self.course.get(id).filter(|name| name.thing == thing) {
            return Ok(name);
        }
        if self.hides(&[(Place::Course, self.course)], &[thing]) {
            return Err(None);
        }
        let likely = self.course.names().filter(|name| name.thing == thing).collect();
        let things = &[thing];
        Err(Some(undefined(&Missing { written, id, at, span, things, place: Place::Course, likely, elsewhere: Vec::new() })))
    }

    /// The bank called `id`.
    pub(super) fn bank(&self, id: &str, span: Span) -> Result<&'a Name, Option<Diagnostic>> {
        let name = Scopes { course: self.banks, ..*self }.known(id, id, 0, span, Thing::Bank)?;
        self.used(span, name);
        Ok(name)
    }
}
