//! What three rules say of a criterion: `coverage:` in course.yaml decides how grave it is, `gap:` silences it.

use super::rules::{criterion_not_assessed, criterion_not_evidenced, criterion_not_taught};
use super::{Bearing, Places};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, CoverageLevel, Criterion, Unit};

/// What a rule says of a criterion.
pub(super) struct Gap {
    /// The rule.
    pub(super) lint: &'static Lint,
    /// How grave it is.
    pub(super) level: CoverageLevel,
    /// Its key in `coverage`.
    pub(super) key: &'static str,
    /// Keys that fill it: where one could not be read, nothing is said.
    pub(super) filled_by: &'static [&'static str],
    /// What is so.
    pub(super) fact: &'static str,
    /// What to do.
    pub(super) help: &'static str,
}

impl Gap {
    /// Says it of every criterion of `course` that is not `covered` by what bears on it.
    pub(super) fn find(&self, course: &Course, covered: impl Fn(&Criterion, &Bearing<'_>) -> bool, diagnostics: &mut Vec<Diagnostic>) {
        let severity = match self.level {
            CoverageLevel::Error => Severity::Error,
            CoverageLevel::Warning => Severity::Warning,
            CoverageLevel::Off => return,
        };
        let read = |unit: &&Unit| !self.filled_by.iter().any(|key| unit.lost.contains(key));
        let places = Places::of(course);
        for unit in course.units.iter().filter(read) {
            for outcome in &unit.outcomes {
                for criterion in outcome.criteria.iter().filter(|criterion| criterion.gap.is_none()) {
                    if !covered(criterion, &Bearing::on_criterion(&places, unit, outcome, criterion)) {
                        diagnostics.push(self.say(criterion, severity));
                    }
                }
            }
        }
    }

    fn say(&self, criterion: &Criterion, severity: Severity) -> Diagnostic {
        let message = format!("criterion `{}` {}", criterion.id, self.fact);
        let mut diagnostic = Diagnostic::new(self.lint, message).at(criterion.span, format!("not {}", self.key)).help(self.help);
        diagnostic.why = (severity != self.lint.severity).then(|| format!("`coverage` sets `{}` to `{}`", self.key, self.level.name()));
        diagnostic.severity = severity;
        diagnostic
    }
}

/// Whether something assesses `criterion`. Where the qualification is assessed by a portfolio or by an assessor, what evidence is asked
/// for is assessed by it.
pub(super) fn is_assessed(course: &Course, criterion: &Criterion, bearing: &Bearing<'_>) -> bool {
    let model = course.qualification.as_ref().and_then(|qualification| qualification.assessment_model.as_deref());
    let by_evidence = matches!(model, Some("portfolio" | "apprenticeship" | "mixed"));
    bearing.is_assessed() || by_evidence && criterion.evidence.is_some()
}

/// What `criterion` lacks of what the course asks for: keys of `coverage`. One with a `gap` lacks nothing.
#[must_use]
pub fn lacks(course: &Course, criterion: &Criterion, bearing: &Bearing<'_>) -> Vec<&'static str> {
    if criterion.gap.is_some() {
        return Vec::new();
    }
    let held = [
        ("taught", course.coverage.taught, !bearing.lessons.is_empty()),
        ("assessed", course.coverage.assessed, is_assessed(course, criterion, bearing)),
        ("evidenced", course.coverage.evidenced, criterion.evidence.is_some()),
    ];
    held.into_iter().filter(|(_, level, held)| *level != CoverageLevel::Off && !held).map(|(key, ..)| key).collect()
}

/// Whether `diagnostic` says that a criterion is not covered.
#[must_use]
pub fn is_uncovered(diagnostic: &Diagnostic) -> bool {
    let rules = [&criterion_not_taught::LINT, &criterion_not_assessed::LINT, &criterion_not_evidenced::LINT];
    rules.iter().any(|lint| lint.code == diagnostic.lint.code)
}
