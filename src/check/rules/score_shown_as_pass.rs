//! A score that SCORM 1.2 shows as the pass mark though it is below it.

use crate::activity::{self, told};
use crate::check::rules::mark_between_scores::{is_known, percent};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Purpose};

/// A score that looks passed and is not.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0352",
    name: "score-shown-as-pass",
    severity: Severity::Note,
    docs: "A learner who just fails may be shown a score that looks like a pass. SCORM 1.2 has room for whole per cents only, so 79.6% is \
           shown as 80, beside the word failed. The record is right, but learners and trainers may ask. If you want to prevent that, move \
           the pass mark a little, or change the points.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_with!(
            "  - {id: soap, type: true-false, prompt: Water alone is enough., answer: false, assesses: [1.1], points: 1.01}\nassessments:\n  - {id: test, title: Test, purpose: summative, items: [dry, soap], pass_mark: 50%}\n"
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_with!(
            "  - {id: soap, type: true-false, prompt: Water alone is enough., answer: false, assesses: [1.1]}\nassessments:\n  - {id: test, title: Test, purpose: summative, items: [dry, soap], pass_mark: 50%}\n"
        ),
    )],
};

/// Finds them where one assessment gives the score and the verdict.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if !course.targets.iter().any(|(target, _)| target == "scorm12") {
        return;
    }
    for unit in course.launched().filter(|unit| !unit.case_studies.iter().any(|case| case.counts)) {
        let mut counting = unit.assessments.iter().filter(|assessment| assessment.counts);
        let (Some(only), None) = (counting.next(), counting.next()) else { continue };
        if only.purpose != Purpose::Summative || !is_known(course, unit, only) {
            continue;
        }
        let worth = activity::worth(course, unit, only);
        let Some(score) = worth.told_otherwise(only.pass_mark).and_then(|scores| scores.last().copied()) else { continue };
        let (real, mark) = (percent(score, worth.points), percent(u64::from(only.pass_mark.0), 1000));
        let message = format!("SCORM 1.2 shows a failed score of {real} as {}%, and the pass mark is {mark}", told(score, worth.points));
        let diagnostic = Diagnostic::new(&LINT, message)
            .at(only.span, "just below the pass mark")
            .help("move `pass_mark` a little, or change the points");
        diagnostics.push(diagnostic);
    }
}
