//! Units that open in an order that a target cannot hold learners to.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, Navigation, Structure, Unit};

/// Units that open in an order that a target cannot hold learners to.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0231",
    name: "order-left-to-lms",
    severity: Severity::Warning,
    docs: "Units that open in order, or after others, are launched by the LMS one by one, so the LMS alone can keep one shut. In SCORM 1.2 the package names what \
           comes before, and few LMSs heed it; cmi5 has no word for it. There, learners can begin any unit. With `structure: course-per-sco` the \
           course itself sees to the order in SCORM; `web` and `xapi` always do. Allow `order-left-to-lms` where that is fine, or where the LMS is set up to keep the order.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gloves.yaml]\n\
         targets: [scorm12]\nnavigation: linear\n",
        ),
        GLOVES,
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gloves.yaml]\n\
         targets: [web]\nnavigation: linear\n",
        ),
        GLOVES,
    ],
};

/// A second unit.
pub(super) const GLOVES: (&str, &str) = (
    "units/gloves.yaml",
    "id: gloves\ntitle: Gloves\noutcomes:\n  - {id: LO1, statement: use gloves, criteria: [{id: 1.1, statement: change gloves}]}\n\
     lessons: [{id: when, title: When, teaches: [LO1, 1.1], body: After each task.}]\n\
     items: [{id: torn, type: true-false, prompt: A torn glove is changed., assesses: [1.1], answer: true}]\n\
     assessments: [{id: quiz, title: Quiz, purpose: formative, items: [torn]}]\n",
);

/// Targets that leave it to the LMS, and whether one SCO for the whole course helps.
const TARGETS: [(&str, bool); 2] = [("cmi5", false), ("scorm12", true)];

/// Finds them: once a course, for all of its targets.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let Some(span) = ordered(course) else { return };
    let whole = course.structure.value == Structure::CoursePerSco;
    let listed = |name: &str| course.targets.iter().any(|(target, _)| target == name);
    let left: Vec<(&str, bool)> = TARGETS.into_iter().filter(|(name, helps)| listed(name) && !(*helps && whole)).collect();
    if left.is_empty() {
        return;
    }
    let names: Vec<String> = left.iter().map(|(name, _)| format!("`{name}`")).collect();
    let said = format!("{} leaves it to the LMS whether units open in order", names.join(" and "));
    let said = if left.len() > 1 { said.replace(" leaves ", " leave ") } else { said };
    let diagnostic = Diagnostic::new(&LINT, said).at(span, "most LMSs open all units at once");
    let helps = left.iter().any(|(_, helps)| *helps);
    diagnostics.push(if helps {
        diagnostic.help("set `structure: course-per-sco`, so that in SCORM the course sees to it, or allow `order-left-to-lms` in `lints`")
    } else {
        diagnostic.help("allow `order-left-to-lms` in `lints` if that is fine")
    });
}

/// Where an order of units is asked for.
fn ordered(course: &Course) -> Option<Span> {
    let linear = course.navigation.span.filter(|_| course.navigation.value == Navigation::Linear && course.launched().nth(1).is_some());
    let others = |unit: &Unit| unit.opens_after.iter().find(|(id, _)| *id != unit.id).map(|(_, span)| *span);
    linear.or_else(|| course.units.iter().find_map(others))
}
