//! An LMS is told less of an item in SCORM 2004 than the course knows.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// An LMS is told less in SCORM 2004.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0325",
    name: "less-in-scorm2004",
    severity: Severity::Note,
    docs: "In SCORM 2004 an LMS cannot record all about this item as it is. It keeps 250 characters of a question, five ways to be right, ten \
           blanks, and ranges of numbers that have two ends. The help says what it gets in place of that. Learners notice nothing, and \
           their result is sent all the same.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        (
            "units/hand-washing.yaml",
            unit_with!(
                "  - {id: rub, type: numeric, prompt: For how many seconds do you rub?, assesses: [1.1], range: {min: 20}}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, rub]}\n"
            ),
        ),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [scorm2004-4]\n",
        ),
        (
            "units/hand-washing.yaml",
            unit_with!(
                "  - {id: rub, type: numeric, prompt: For how many seconds do you rub?, assesses: [1.1], range: {min: 20, max: 60}}\nassessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry, rub]}\n"
            ),
        ),
    ],
};

/// The characters of a question that every LMS keeps. SCORM 2004 RTE 4.2.9.1, `cmi.interactions.n.description`.
const QUESTION: usize = 250;

/// Finds them, where the course is for SCORM 2004.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    if !course.targets.iter().any(|(target, _)| target.starts_with("scorm2004")) {
        return;
    }
    let banked = course.banks.iter().flat_map(|bank| &bank.items).map(|item| &item.item);
    for item in course.units.iter().flat_map(|unit| &unit.items).chain(banked) {
        if let Some((fact, help)) = item.body.less_in_scorm2004() {
            diagnostics.push(Diagnostic::new(&LINT, fact).at(item.kind_span, "recorded otherwise").help(help));
        }
        let asked = item.prompt_plain().split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1);
        if asked > QUESTION {
            let fact = format!("this question has {asked} characters; SCORM 2004 records {QUESTION}");
            let help = "the rest of it is cut in the record, and shown in the course; begin it with what it asks";
            diagnostics.push(Diagnostic::new(&LINT, fact).at(item.kind_span, "cut in the record").help(help));
        }
    }
}
