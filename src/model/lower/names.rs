//! Who is called what.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::scope::{Scope, Scopes, Thing, Whole};
use crate::model::{Defined, Index};
use crate::syntax::{Bank, Course, Lists, Qualification, Unit};
use crate::yaml::Cx;

/// The scopes of a course.
pub(super) struct Names {
    /// Entries of the qualification.
    pub(super) qualification: Scope,
    /// Units, assessments and media.
    pub(super) course: Scope,
    /// What stands in each unit.
    pub(super) units: BTreeMap<String, Scope>,
    /// The banks, apart.
    pub(super) banks: Scope,
    /// The items of each bank.
    pub(super) bank_items: BTreeMap<String, Scope>,
}

impl Names {
    /// The scopes of what stands in no unit. What is resolved is noted in `index`.
    pub(super) fn scopes<'a>(&'a self, whole: Whole, index: &'a RefCell<Index>) -> Scopes<'a> {
        let Self { qualification, course, units, banks, bank_items } = self;
        Scopes { unit: None, qualification, course, units, banks, bank_items, whole, index }
    }

    /// Every name with its path.
    pub(super) fn defined(&self) -> Vec<Defined> {
        let above = self.course.defined(String::new()).chain(self.qualification.defined("^/".to_owned()));
        let units = self.units.iter().flat_map(|(id, scope)| scope.defined(format!("{id}/")));
        let items = self.bank_items.iter().flat_map(|(id, scope)| scope.defined(format!("bank:{id}/")));
        above.chain(units).chain(self.banks.defined("bank:".to_owned())).chain(items).collect()
    }

    /// The scope of the unit `id`, with its id.
    pub(super) fn unit(&self, id: &str) -> Option<(&str, &Scope)> {
        self.units.get_key_value(id).map(|(id, scope)| (id.as_str(), scope))
    }
}

/// Defines everything that has an id of its own, but parts of items and what is in case studies.
pub(super) fn course(course: &Course, qualification: Option<&Qualification>, units: &[Unit], banks: &[Bank], cx: &mut Cx) -> Names {
    let mut names = Names {
        qualification: Scope::with_lost(course.lost.clone()),
        course: Scope::with_lost(course.lost.clone()),
        units: BTreeMap::new(),
        banks: Scope::default(),
        bank_items: BTreeMap::new(),
    };
    if units.iter().any(|unit| unit.head.id.value.is_empty()) {
        names.course.lose("units");
    }
    if banks.iter().any(|bank| bank.id.value.is_empty()) {
        names.banks.lose("banks");
    }
    if let Some(qualification) = qualification {
        entries(&mut names.qualification, &qualification.lists, cx);
    }
    for media in &course.media {
        names.course.define(Thing::Media, &media.id, cx);
    }
    for unit in units {
        names.course.define(Thing::Unit, &unit.head.id, cx);
    }
    for assessment in &course.assessments {
        names.course.define(Thing::Assessment, &assessment.id, cx);
    }
    let of_units = units.par_iter().map(|unit| {
        let mut cx = Cx::default();
        (unit.head.id.value.clone(), self::unit(unit, &mut cx), cx.diagnostics)
    });
    for (id, scope, said) in of_units.collect::<Vec<_>>() {
        cx.diagnostics.extend(said);
        // Of two with one id, which has been said, the first is meant.
        names.units.entry(id).or_insert(scope);
    }
    for bank in banks {
        names.banks.define(Thing::Bank, &bank.id, cx);
        let mut scope = Scope::with_lost(bank.lost.clone());
        for item in &bank.items {
            scope.define(Thing::Item, &item.id, cx);
        }
        names.bank_items.entry(bank.id.value.clone()).or_insert(scope);
    }
    names
}

/// Defines what stands in a unit: one namespace.
fn unit(unit: &Unit, cx: &mut Cx) -> Scope {
    let mut scope = Scope::with_lost(unit.lost.clone());
    let head = &unit.head;
    for outcome in &head.outcomes {
        scope.define(Thing::Outcome, &outcome.id, cx);
        for criterion in &outcome.criteria {
            scope.define(Thing::Criterion, &criterion.id, cx);
        }
    }
    for point in &head.marking_points {
        scope.define(Thing::MarkingPoint, &point.id, cx);
    }
    entries(&mut scope, &head.lists, cx);
    for skill in &head.key_skills {
        scope.define(Thing::KeySkill, &skill.id, cx);
    }
    for media in &head.media {
        scope.define(Thing::Media, &media.id, cx);
    }
    for lesson in &head.lessons {
        scope.define(Thing::Lesson, &lesson.id, cx);
    }
    for case in &head.case_studies {
        scope.define(Thing::CaseStudy, &case.id, cx);
    }
    for assessment in &head.assessments {
        scope.define(Thing::Assessment, &assessment.id, cx);
    }
    for item in &unit.items {
        scope.define(Thing::Item, &item.id, cx);
    }
    scope
}

fn entries(scope: &mut Scope, lists: &Lists, cx: &mut Cx) {
    for (list, id) in lists.ids() {
        scope.define(Thing::Entry(list), id, cx);
    }
}
