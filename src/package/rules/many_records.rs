//! More answers than an LMS records.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Assessment, Course, Paper, Structure};
use crate::target::{Target, Words};
use crate::value::Id;

/// More answers than an LMS records.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0642",
    name: "many-records",
    severity: Severity::Warning,
    docs: "In SCORM 2004 an LMS keeps 250 answers of a learner in a unit; each attempt at an assessment adds its own. With these assessments \
           and attempts there can be more. The last ones are then not listed in the LMS's reports, though scores and results are right. \
           Allow fewer attempts, ask fewer questions at once, or make two units of it.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        ("units/hand-washing.yaml", unit_asking!("251")),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        ("units/hand-washing.yaml", unit_asking!("3")),
    ],
};

/// What every LMS keeps. SCORM 2004 RTE 4.2.9, `cmi.interactions`.
const MOST: usize = 250;

/// Finds each assessment of a SCO with which there can be more answers; where attempts have no end, one is counted.
pub(in crate::package) fn check(course: &Course, target: &Target) -> Vec<Diagnostic> {
    if target.words != Words::Scorm2004 || !target.has_lms || !course.lms.value.interactions {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut sum = 0_usize;
    for unit in course.launched() {
        if course.structure.value == Structure::UnitPerSco {
            sum = 0;
        }
        let home = (!course.is_final(unit)).then_some(&unit.id);
        for assessment in &unit.assessments {
            let before = sum;
            sum = sum.saturating_add(answers(course, home, assessment));
            // Told once, where it becomes too much.
            if before <= MOST && sum > MOST {
                let fact = format!("there can be {sum} answers up to here; an LMS keeps {MOST} in SCORM 2004");
                let help = "allow fewer `attempts`, ask fewer questions, or make two units of it";
                found.push(Diagnostic::new(&LINT, fact).at(assessment.span, "not every answer is listed").help(help));
            }
        }
    }
    found
}

/// How many answers `assessment` of the unit `home` can leave.
fn answers(course: &Course, home: Option<&Id>, assessment: &Assessment) -> usize {
    let attempts = assessment.attempts.map_or(1, |attempts| attempts as usize);
    Paper::of(course, home, assessment)
        .map_or(0, |paper| (paper.fixed.len() + paper.drawn().iter().sum::<usize>()).saturating_mul(attempts))
}
