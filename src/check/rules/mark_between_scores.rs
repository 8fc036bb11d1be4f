//! A pass mark that asks for more than it says.

use crate::activity::{self, Worth};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Assessment, Course, Paper, Purpose, Unit};

/// A pass mark between two scores that lie far apart.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0351",
    name: "pass-mark-between-scores",
    severity: Severity::Warning,
    docs: "Learners need clearly more than the pass mark to pass, because no score is just there. With four questions of one point, 80% \
           asks for all four: three are 75%. The message says which score really passes. Set the pass mark to a score that learners can \
           get, or add questions.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: soap, type: true-false, prompt: Water alone is enough., answer: false, assesses: [1.1]}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry, soap], pass_mark: 60%}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n  \
         - {id: soap, type: true-false, prompt: Water alone is enough., answer: false, assesses: [1.1]}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry, soap], pass_mark: 50%}\n",
    )],
};

/// Thousandths of all points that lie between a pass mark and what really passes before a word is said.
const FAR: u64 = 100;

/// Finds them among the assessments that judge.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for unit in course.launched() {
        let judging = unit.assessments.iter().filter(|assessment| assessment.purpose == Purpose::Summative);
        for assessment in judging.filter(|assessment| is_known(course, unit, assessment)) {
            let worth = activity::worth(course, unit, assessment);
            if let Some(least) = worth.least_that_passes(assessment.pass_mark).filter(|least| is_far(&worth, assessment, *least)) {
                diagnostics.push(say(&worth, assessment, least));
            }
        }
    }
}

/// Whether each item of its papers could be read.
pub(super) fn is_known(course: &Course, unit: &Unit, assessment: &Assessment) -> bool {
    let paper = Paper::of(course, Some(&unit.id), assessment);
    !unit.lost.contains("points") && paper.is_some_and(|paper| paper.items().iter().all(|at| course.item(at).is_some()))
}

/// Whether a learner who passes has far more than the pass mark. Where there is only all or nothing, nobody expects anything else.
fn is_far(worth: &Worth, assessment: &Assessment, least: u64) -> bool {
    let told_apart = worth.scores.as_ref().is_some_and(|scores| scores.len() > 2);
    told_apart && least * 1000 >= (u64::from(assessment.pass_mark.0) + FAR) * worth.points
}

fn say(worth: &Worth, assessment: &Assessment, least: u64) -> Diagnostic {
    let mark = percent(u64::from(assessment.pass_mark.0), 1000);
    let real = if least == worth.points { "all points".to_owned() } else { percent(least, worth.points) };
    let message = format!("the pass mark {mark} of assessment `{}` asks for {real}", assessment.id);
    let below = worth.scores.iter().flatten().rev().find(|score| **score < least).map_or(0, |score| *score);
    Diagnostic::new(&LINT, message)
        .at(assessment.span, format!("scores go from {} to {}", percent(below, worth.points), percent(least, worth.points)))
        .help("set `pass_mark` to a share that can be reached, or add items")
}

/// `part` of `all` in per cent, with one decimal at most, cut.
pub(super) fn percent(part: u64, all: u64) -> String {
    let tenths = part * 1000 / all.max(1);
    if tenths.is_multiple_of(10) { format!("{}%", tenths / 10) } else { format!("{}.{}%", tenths / 10, tenths % 10) }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_cut_to_a_decimal() {
        for (part, all, text) in [(3, 4, "75%"), (2, 3, "66.6%"), (665, 1000, "66.5%"), (4, 4, "100%"), (0, 3, "0%")] {
            assert_eq!(percent(part, all), text);
        }
    }
}
