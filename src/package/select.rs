//! Which targets to build.

use super::rules::later_target;
use super::{Projection, TARGETS};
use crate::diag::Warned;
use crate::model::Course;
use crate::target::{Named, named};

/// The targets to build `course` for: those `asked` for, or, where none was, those that it lists. A listed target that this version
/// cannot build is skipped with a warning; what `asked` names is known to be a target that can be built.
#[must_use]
pub fn select(course: &Course, asked: &[String]) -> Warned<Vec<&'static Projection>> {
    let wanted = |name: &str| match asked {
        [] => course.targets.iter().any(|(listed, _)| listed == name),
        asked => asked.iter().any(|one| one == name),
    };
    let output = TARGETS.iter().copied().filter(|projection| wanted(projection.target.name)).collect();
    let later = course.targets.iter().filter(|(name, _)| asked.is_empty() && matches!(named(name), Named::Later));
    Warned { output, diagnostics: later.map(|(name, span)| later_target::diagnostic(name, *span)).collect() }
}
