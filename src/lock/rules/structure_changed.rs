//! A structure that is not that of the last release.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::lock::Lock;
use crate::model::{Course, Structure};
use crate::target;

/// A structure that is not that of the last release.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "W0293",
    name: "structure-changed",
    severity: Severity::Warning,
    docs: "The last release kept one record for each unit, and this one keeps one for the whole course, or the other way round. A platform cannot \
           turn one kind of record into the other. Who is half-way through the course loses what they did, and begins anew. Put `structure` back \
           as it was, or publish this as a new course and let learners finish the old one. Where nobody has begun yet, allow \
           `structure-changed` in `lints`.",
    wrong: &[("course.yaml", AS_ONE), ("course.lock", LOCK)],
    right: &[("course.yaml", APART), ("course.lock", LOCK)],
};

/// A course that is one.
const AS_ONE: &str = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\nstructure: course-per-sco\n";

/// The same as it was released.
const APART: &str = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\nstructure: unit-per-sco\n";

/// A lock with a release in which each unit had a record.
const LOCK: &str = "! release 1 version=0.9.0 digest=0 record=ef2328884751b072\nhand-washing unit 0 id=hand-washing at=0 since=1\n";

/// Says it where records of the last release are none of this one's. cmi5 has one for each unit in both structures.
pub(in crate::lock) fn check(course: &Course, lock: &Lock) -> Option<Diagnostic> {
    let (ordinal, last) = lock.releases().last()?;
    let now = course.structure.value;
    let told = |name: &str| target::named(name).is_some_and(|target| !target.units);
    if last.structure == now || !course.targets.iter().any(|(name, _)| told(name)) {
        return None;
    }
    let said = format!("release {ordinal} was `{}`, and the course is `{}` now", last.structure.name(), now.name());
    let label = if now == Structure::CoursePerSco { "one record for the whole course" } else { "a record for each unit" };
    let diagnostic = Diagnostic::new(&LINT, said)
        .at(course.structure.span.unwrap_or(course.version_span), label)
        .help("learners who are half-way lose what they did: put `structure` back, or publish this as a new course");
    Some(match last.span {
        Some(span) => diagnostic.related(span, "the last release"),
        None => diagnostic,
    })
}
