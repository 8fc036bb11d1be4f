//! A unit that names what belongs to another one.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::scope::Name;

/// A unit that names what belongs to another one.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0220",
    name: "other-unit",
    severity: Severity::Error,
    docs: "A unit uses something that belongs to another unit. An LMS keeps a record for each unit by itself, so a unit teaches, assesses \
           and shows only what is its own. Name something of this unit instead. What several units need goes into the qualification or the \
           course. An assessment across units goes under `assessments` in course.yaml. Links to lessons of other units are welcome.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gloves.yaml]\n",
        ),
        (
            "units/gloves.yaml",
            "id: gloves\ntitle: Wear gloves\noutcomes:\n  - {id: LO1, statement: wear gloves, criteria: [{id: 1.1, statement: say when to wear gloves}]}\n\
             lessons:\n  - {id: when, title: When, teaches: [LO1, hand-washing/1.1], body: After washing.}\n\
             items:\n  - {id: new, type: true-false, prompt: A new pair is clean., answer: true, assesses: [1.1]}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [new]}\n",
        ),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gloves.yaml]\n",
        ),
        (
            "units/gloves.yaml",
            "id: gloves\ntitle: Wear gloves\noutcomes:\n  - {id: LO1, statement: wear gloves, criteria: [{id: 1.1, statement: say when to wear gloves}]}\n\
             lessons:\n  - {id: when, title: When, teaches: [LO1], body: 'After [washing](lesson:hand-washing/when-and-how).'}\n\
             items:\n  - {id: new, type: true-false, prompt: A new pair is clean., answer: true, assesses: [1.1]}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [new]}\n",
        ),
    ],
};

/// `name` belongs to `unit`, which is not that of the reference at `span`.
pub(in crate::model) fn other(name: &Name, unit: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("{} `{}` belongs to unit `{unit}`", name.thing.noun(), name.id))
        .at(span, "of another unit")
        .related(name.span, "defined here")
        .help("name what this unit has itself")
}
