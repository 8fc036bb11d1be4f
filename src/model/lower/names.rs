//! Who is called what.

use crate::model::scope::{Scope, Thing};
use crate::syntax::{Course, Lists, Qualification, Unit};
use crate::yaml::Cx;

/// The scopes above the units.
pub(super) struct Names {
    /// Entries of the qualification.
    pub(super) qualification: Scope,
    /// Units and media.
    pub(super) course: Scope,
}

/// Defines what stands above the units, and the units.
pub(super) fn course(course: &Course, qualification: Option<&Qualification>, units: &[Unit], cx: &mut Cx) -> Names {
    let mut names = Names { qualification: Scope::default(), course: Scope::default() };
    if let Some(qualification) = qualification {
        entries(&mut names.qualification, &qualification.lists, cx);
    }
    for media in &course.media {
        names.course.define(Thing::Media, &media.id, cx);
    }
    for unit in units {
        names.course.define(Thing::Unit, &unit.head.id, cx);
    }
    names
}

/// Defines what stands in a unit: one namespace.
pub(super) fn unit(unit: &Unit, cx: &mut Cx) -> Scope {
    let mut scope = Scope::default();
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
