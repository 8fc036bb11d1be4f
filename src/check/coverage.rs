//! What three rules say of a criterion: `coverage:` in course.yaml decides how grave it is, `gap:` silences it.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{CoverageLevel, Criterion, Outcome, Unit};

/// A unit without a gap, for the examples.
pub(super) const RIGHT: &str = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
                     - {id: 1.1, statement: say when to wash, evidence: {routes: [observation]}}\n      \
                     - {id: 1.2, statement: say how to wash, evidence: {routes: [observation]}}\n\
                     lessons:\n  - {id: when, title: When and how to wash, teaches: [1.1, 1.2], body: Before you touch food.}\n\
                     items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
                     assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n";

/// What a rule says of a criterion.
pub(super) struct Gap {
    /// The rule.
    pub(super) lint: &'static Lint,
    /// How grave it is.
    pub(super) level: CoverageLevel,
    /// Its key in `coverage`.
    pub(super) key: &'static str,
    /// What is so.
    pub(super) fact: &'static str,
    /// What to do.
    pub(super) help: &'static str,
}

impl Gap {
    /// Says it of every criterion of `unit` that is not `covered`.
    pub(super) fn find(&self, unit: &Unit, covered: impl Fn(&Outcome, &Criterion) -> bool, diagnostics: &mut Vec<Diagnostic>) {
        let severity = match self.level {
            CoverageLevel::Error => Severity::Error,
            CoverageLevel::Warning => Severity::Warning,
            CoverageLevel::Off => return,
        };
        for outcome in &unit.outcomes {
            for criterion in outcome.criteria.iter().filter(|criterion| criterion.gap.is_none() && !covered(outcome, criterion)) {
                diagnostics.push(self.say(criterion, severity));
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
