//! Which targets to build.

use super::rules::{left_out_objectives, many_objectives, many_records, only_first_launched, target_not_taken};
use super::{Projection, TARGETS};
use crate::diag::{Diagnostic, Warned};
use crate::model::Course;

/// The targets to build `course` for: those `asked` for, or, where none was, those that it lists. One that the
/// course's LMS does not take is warned of; what `asked` names is known to be a target.
#[must_use]
pub fn select(course: &Course, asked: &[String]) -> Warned<Vec<&'static Projection>> {
    let wanted = |name: &str| match asked {
        [] => course.targets.iter().any(|(listed, _)| listed == name),
        asked => asked.iter().any(|one| one == name),
    };
    let output: Vec<&'static Projection> = TARGETS.iter().copied().filter(|projection| wanted(projection.target.name)).collect();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for projection in &output {
        let target = projection.target;
        let listed = course.targets.iter().find(|(name, _)| name == target.name).map(|(_, span)| *span);
        diagnostics.extend(target_not_taken::check(course, target, listed));
        diagnostics.extend(left_out_objectives::check(course, target, listed));
        diagnostics.extend(only_first_launched::check(course, target, listed));
        diagnostics.extend(many_records::check(course, target));
        diagnostics.extend(many_objectives::check(course, target));
    }
    Warned { output, diagnostics }
}
