//! Every criterion is taught, assessed, evidenced, as `coverage` asks.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, CoverageLevel, Criterion, Outcome, Unit};
use crate::value::Id;

const RIGHT: &str = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
                     - {id: 1.1, statement: say when to wash, evidence: {routes: [observation]}}\n      \
                     - {id: 1.2, statement: say how to wash, evidence: {routes: [observation]}}\n\
                     lessons:\n  - {id: when, title: When and how to wash, teaches: [1.1, 1.2], body: Before you touch food.}\n\
                     items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
                     assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n";

/// A criterion that no lesson teaches.
pub(in crate::check) static TAUGHT: Lint = Lint {
    code: "E0210",
    name: "criterion-not-taught",
    severity: Severity::Error,
    docs: "No lesson of the unit teaches a criterion: none names it, or its outcome, in `teaches`. Learners would be assessed on what the course leaves out. Add \
           it to a lesson, or say in the criterion's `gap` why it is left out. `coverage: {taught: ...}` in course.yaml sets how grave this is.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1, 1.2]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[("units/hand-washing.yaml", RIGHT)],
};

/// A criterion that no item assesses.
pub(in crate::check) static ASSESSED: Lint = Lint {
    code: "W0211",
    name: "criterion-not-assessed",
    severity: Severity::Warning,
    docs: "No item of an assessment assesses a criterion: none names it, or its outcome, in `assesses`. Items of the practice pool do not count. Add an item, or \
           say in the criterion's `gap` why there is none. `coverage: {assessed: ...}` in course.yaml sets how grave this is: an error where the \
           qualification is assessed by exam or nothing is said of it, else a warning.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
         - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[("units/hand-washing.yaml", RIGHT)],
};

/// A criterion for which no evidence is asked.
pub(in crate::check) static EVIDENCED: Lint = Lint {
    code: "W0212",
    name: "criterion-not-evidenced",
    severity: Severity::Warning,
    docs: "A criterion does not say in `evidence` how it is shown in a portfolio, and `coverage: {evidenced: ...}` in course.yaml asks for it. Add the routes, or \
           say in the criterion's `gap` why there are none.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ncoverage: {evidenced: warning}\n",
    )],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ncoverage: {evidenced: warning}\n",
        ),
        ("units/hand-washing.yaml", RIGHT),
    ],
};

/// What a lint says of a criterion.
struct Gap {
    lint: &'static Lint,
    level: CoverageLevel,
    key: &'static str,
    fact: &'static str,
    help: &'static str,
}

/// Finds the gaps of every unit.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let coverage = course.coverage;
    let taught = Gap {
        lint: &TAUGHT,
        level: coverage.taught,
        key: "taught",
        fact: "is taught by no lesson",
        help: "add it to `teaches` of a lesson, or say in its `gap` why not",
    };
    let assessed = Gap {
        lint: &ASSESSED,
        level: coverage.assessed,
        key: "assessed",
        fact: "is assessed by no item of an assessment",
        help: "add it to `assesses` of an item in an assessment, or say in its `gap` why not",
    };
    let evidenced = Gap {
        lint: &EVIDENCED,
        level: coverage.evidenced,
        key: "evidenced",
        fact: "has no evidence",
        help: "add `evidence` with its `routes`, or say in its `gap` why not",
    };
    for unit in &course.units {
        let lessons: BTreeSet<&Id> = unit.lessons.iter().flat_map(|lesson| &lesson.teaches).collect();
        let items = in_assessments(unit);
        for (outcome, criterion) in criteria(unit) {
            let named = |set: &BTreeSet<&Id>| set.contains(&criterion.id) || set.contains(&outcome.id);
            taught.say(named(&lessons), criterion, diagnostics);
            assessed.say(named(&items), criterion, diagnostics);
            evidenced.say(criterion.evidence.is_some(), criterion, diagnostics);
        }
    }
}

fn criteria(unit: &Unit) -> impl Iterator<Item = (&Outcome, &Criterion)> {
    unit.outcomes.iter().flat_map(|outcome| outcome.criteria.iter().map(move |criterion| (outcome, criterion)))
}

/// What the items of the unit's assessments assess.
fn in_assessments(unit: &Unit) -> BTreeSet<&Id> {
    let items = unit.assessments.iter().flat_map(|assessment| &assessment.items).filter_map(|id| unit.item(id));
    items.flat_map(|item| &item.assesses).collect()
}

impl Gap {
    fn say(&self, covered: bool, criterion: &Criterion, diagnostics: &mut Vec<Diagnostic>) {
        let severity = match self.level {
            CoverageLevel::Error => Severity::Error,
            CoverageLevel::Warning => Severity::Warning,
            CoverageLevel::Off => return,
        };
        if covered || criterion.gap.is_some() {
            return;
        }
        let message = format!("criterion `{}` {}", criterion.id, self.fact);
        let mut diagnostic = Diagnostic::new(self.lint, message).at(criterion.span, format!("not {}", self.key)).help(self.help);
        diagnostic.why = (severity != self.lint.severity).then(|| format!("`coverage` sets `{}` to `{}`", self.key, self.level.name()));
        diagnostic.severity = severity;
        diagnostics.push(diagnostic);
    }
}
