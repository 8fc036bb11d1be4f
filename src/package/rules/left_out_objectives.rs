//! What units share of outcomes is left out, because the LMS imports no such package.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Navigation, Paper, Structure, Taught};
use crate::target::{Target, Words};
use crate::value::Id;

/// What units share of outcomes is left out, because the LMS imports no such package.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0621",
    name: "left-out-objectives",
    severity: Severity::Warning,
    docs: "A SCORM 2004 package can tell the LMS what one unit knows of another. That a unit is complete opens the next one (`opens_after`, `navigation: linear`); that an outcome was reached counts in each unit that asks about it. \
           The LMS that this course is built for (`lms:` in course.yaml, or `--lms`) does not import a package that says so, and the package leaves it out. \
           Each unit is recorded all the same, but the LMS opens every unit at once. Where the order matters, take the target `scorm12`, or make the course one entry of the LMS with `structure: course-per-sco`.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/nails.yaml]\ntargets: [scorm2004-4]\nlms: moodle\nlints:\n  only-first-launched: {level: allow, reason: we know}\n",
        ),
        ("units/nails.yaml", NAILS),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/nails.yaml]\ntargets: [scorm2004-4]\nlms: scorm-cloud\n",
        ),
        ("units/nails.yaml", NAILS),
    ],
};

/// A second unit that opens after the first.
const NAILS: &str = "id: nails\ntitle: Keep nails short\nopens_after: [hand-washing]\noutcomes:\n  - id: LO1\n    statement: keep nails clean\n    criteria:\n      - id: 1.1\n        statement: say why nails are short\n\
                     lessons:\n  - id: why\n    title: Why\n    teaches: [LO1, 1.1]\n    body: Germs live under long nails.\n\
                     assessments:\n  - id: test\n    title: Test\n    purpose: summative\n    items: [short]\n\
                     items:\n  - id: short\n    type: true-false\n    prompt: Short nails hold fewer germs.\n    assesses: [1.1]\n    answer: true\n";

/// Whether a package of `target`, which stands at `listed`, leaves out what units of `course` share.
pub(in crate::package) fn check(course: &Course, target: &Target, listed: Option<Span>) -> Option<Diagnostic> {
    let profile = course.lms.value;
    let apart = course.structure.value == Structure::UnitPerSco && target.words == Words::Scorm2004;
    if profile.global_objectives || !apart {
        return None;
    }
    let waits = (course.navigation.value == Navigation::Linear && course.launched().nth(1).is_some())
        || course.launched().any(|unit| !unit.opens_after.is_empty());
    let left_out = match (waits, asked_twice(course)) {
        (true, _) => "units open at once",
        (false, true) => "outcomes are told by each unit apart",
        (false, false) => return None,
    };
    let message = format!("{} imports no `{}` package in which units share objectives: {left_out}", profile.title, target.name);
    let diagnostic = Diagnostic::new(&LINT, message);
    let diagnostic = match course.lms.span.or(listed) {
        Some(span) => diagnostic.at(span, "made for this LMS"),
        None => diagnostic,
    };
    Some(diagnostic.help("take the target `scorm12`, or write `structure: course-per-sco`"))
}

/// Whether what counts of several units asks about one outcome.
fn asked_twice(course: &Course) -> bool {
    let mut asked: BTreeMap<(&Id, &Id), &Id> = BTreeMap::new();
    for unit in course.launched() {
        let papers = unit.assessments.iter().filter(|one| one.counts).filter_map(|one| Paper::of(course, Some(&unit.id), one));
        let taught: Vec<Taught> = papers.flat_map(|paper| paper.items()).flat_map(|item| course.assessed_by(&item)).collect();
        for owner in &course.units {
            for outcome in &owner.outcomes {
                let meant = course.meant_by(&Taught { unit: owner.id.clone(), id: outcome.id.clone() });
                if taught.iter().any(|one| meant.contains(one)) && *asked.entry((&owner.id, &outcome.id)).or_insert(&unit.id) != &unit.id {
                    return true;
                }
            }
        }
    }
    false
}
