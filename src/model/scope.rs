//! Names and what they mean where: a unit's, the qualification's, the course's.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::rules::undefined::{Missing, undefined};
use super::rules::{not_inherited, wrong_kind};
use super::{Defined, Use};
use crate::diag::{Diagnostic, Span};
use crate::item::rules::taken_id;
use crate::value::Id;
use crate::yaml::{Cx, Named, nearest, rules};

/// What a name can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Unit,
    Outcome,
    Criterion,
    Lesson,
    Item,
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
            Self::Outcome => "outcome",
            Self::Criterion => "criterion",
            Self::Lesson => "lesson",
            Self::Item => "item",
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
}

impl Scope {
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
    pub(super) fn defined(&self, above: &str) -> impl Iterator<Item = Defined> {
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
}

/// The scopes that a reference is looked up in, nearest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scopes<'a> {
    /// The unit's id and names; none in the qualification and the course.
    pub(super) unit: Option<(&'a str, &'a Scope)>,
    /// Entries of the qualification.
    pub(super) qualification: &'a Scope,
    /// Units and media.
    pub(super) course: &'a Scope,
    /// Whether every file could be read: else what is not found may be in one that could not.
    pub(super) whole: bool,
    /// What has been resolved so far.
    pub(super) uses: &'a RefCell<Vec<Use>>,
}

impl<'a> Scopes<'a> {
    /// What `written` refers to, one of `things`; what is wrong is said.
    pub(super) fn resolve(&self, written: &str, span: Span, things: &[Thing]) -> Result<&'a Name, Option<Diagnostic>> {
        let (scopes, id) = self.search(written);
        let found = scopes.iter().find_map(|scope| scope.get(id));
        match found {
            Some(name) if !things.contains(&name.thing) => Err(Some(wrong_kind::other(name, span, things))),
            Some(name) if !name.usable => Err(Some(not_inherited::entry(name, span))),
            Some(name) => {
                self.uses.borrow_mut().push(Use { at: span, of: name.span });
                Ok(name)
            }
            None if !self.whole && (things == [Thing::Unit] || written.contains('/')) => Err(None),
            None => {
                let likely: Vec<&Name> =
                    scopes.iter().flat_map(|scope| scope.names()).filter(|name| things.contains(&name.thing)).collect();
                // Who corrects a malformed id to what refers to it has mended both.
                if nearest(id, likely.iter().map(|name| name.id.as_str()))
                    .is_some_and(|near| likely.iter().any(|name| name.id == near && !name.sound))
                {
                    return Err(None);
                }
                Err(Some(undefined(&Missing { written, span, things, unit: self.unit.map(|(id, _)| id), likely })))
            }
        }
    }

    /// A bare id or a path: the scopes it can be in, and the id there.
    fn search<'w>(&self, written: &'w str) -> (Vec<&'a Scope>, &'w str) {
        match written.split_once('/') {
            Some(("^", id)) => (vec![self.qualification], id),
            Some((unit, id)) => (self.unit.filter(|(own, _)| *own == unit).map(|(_, scope)| scope).into_iter().collect(), id),
            None => (self.unit.map(|(_, scope)| scope).into_iter().chain([self.qualification, self.course]).collect(), written),
        }
    }
}
