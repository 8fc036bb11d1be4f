//! More outcomes than an LMS records.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Outcome, Structure, Unit};
use crate::target::{Target, Words};

/// More outcomes than an LMS records.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0643",
    name: "many-objectives",
    severity: Severity::Warning,
    docs: "In SCORM 2004 an LMS keeps 100 learning outcomes of a unit, and ten for a single question. Here there are more: the rest is not \
           listed in the LMS's reports, though scores and results are right. Let the question ask about fewer outcomes, or make two units \
           of the unit.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        ("units/hand-washing.yaml", unit_about!("[LO1, LO2, LO3, LO4, LO5, LO6, LO7, LO8, LO9, LO10, LO11]")),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        ("units/hand-washing.yaml", unit_about!("[LO1, LO2, LO3, LO4, LO5, LO6, LO7, LO8, LO9, LO10]")),
    ],
};

/// What every LMS keeps. SCORM 2004 RTE 4.2.17, `cmi.objectives`; 4.2.9.1, `cmi.interactions.n.objectives`.
const MOST: usize = 100;
const MOST_OF_ITEM: usize = 10;

/// Finds the units of a SCO and the items that have more.
pub(in crate::package) fn check(course: &Course, target: &Target) -> Vec<Diagnostic> {
    if target.words != Words::Scorm2004 || !target.has_lms || !course.lms.value.objectives {
        return Vec::new();
    }
    let help = "let the question ask about fewer outcomes, or make two units of the unit";
    let mut found = Vec::new();
    let mut sum = 0;
    for unit in &course.units {
        if course.structure.value == Structure::UnitPerSco {
            sum = 0;
        }
        let before = sum;
        sum += unit.outcomes.len();
        if before <= MOST && sum > MOST {
            let fact = format!("there are {sum} outcomes up to here; an LMS keeps {MOST} in SCORM 2004");
            found.push(Diagnostic::new(&LINT, fact).at(unit.span, "not every outcome is listed").help(help));
        }
        for item in &unit.items {
            let about = unit.outcomes.iter().filter(|outcome| is_about(unit, item, outcome)).count();
            if about > MOST_OF_ITEM {
                let fact = format!("this question asks about {about} outcomes; an LMS keeps {MOST_OF_ITEM} for each in SCORM 2004");
                found.push(Diagnostic::new(&LINT, fact).at(item.kind_span, "not every outcome is listed with it").help(help));
            }
        }
    }
    found
}

/// Whether `item` of `unit` assesses `outcome` or a criterion of it.
fn is_about(unit: &Unit, item: &crate::item::Item, outcome: &Outcome) -> bool {
    let assessed = unit.assessed_by(&item.id);
    assessed.contains(&outcome.id) || outcome.criteria.iter().any(|criterion| assessed.contains(&criterion.id))
}
