//! Which targets to build.

use super::rules::{left_out_objectives, only_first_launched, target_not_taken};
use super::{Projection, TARGETS};
use crate::diag::{Diagnostic, Warned};
use crate::model::{Course, Structure};
use crate::target::Target;
use crate::yaml::rules::not_yet_word;

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
        // Where the course lists it, that has been said.
        if listed.is_none() {
            diagnostics.extend(not_yet(course, target));
        }
        diagnostics.extend(target_not_taken::check(course, target, listed));
        diagnostics.extend(left_out_objectives::check(course, target, listed));
        diagnostics.extend(only_first_launched::check(course, target, listed));
    }
    Warned { output, diagnostics }
}

/// What this version cannot build of `course` for `target`, which only the command line names.
fn not_yet(course: &Course, target: &Target) -> Option<Diagnostic> {
    let one_sco = course.structure.value == Structure::CoursePerSco && target.name.starts_with("scorm2004");
    course.structure.span.filter(|_| one_sco).map(|span| not_yet_word(span, "a course as one SCO for SCORM 2004"))
}
