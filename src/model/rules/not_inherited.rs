//! An entry of the qualification that the unit does not inherit.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::scope::Name;

/// An entry of the qualification that the unit does not inherit.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0203",
    name: "not-inherited",
    severity: Severity::Error,
    docs: "A unit names an entry of the qualification that it does not take over: its `inherit` leaves it out. The unit would not show what \
           it speaks of. Add the entry to `inherit`, or take its name out here.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nqualification:\n  title: Food safety\n  \
             key_terms: [{id: germ, term: Germ, definition: A tiny living thing that can make people ill.}]\n",
        ),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\ninherit: {key_terms: none}\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    \
             criteria: [{id: 1.1, statement: say when to wash}]\nlessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: 'Hands carry a [germ](term:germ).'}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nqualification:\n  title: Food safety\n  \
             key_terms: [{id: germ, term: Germ, definition: A tiny living thing that can make people ill.}]\n",
        ),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
             lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: 'Hands carry a [germ](term:germ).'}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
};

/// `name` is not inherited where `span` refers to it.
pub(in crate::model) fn entry(name: &Name, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("{} `{}` is not inherited by this unit", name.thing.noun(), name.id))
        .at(span, "not shown in this unit")
        .related(name.span, "defined in the qualification")
        .help("add it to `inherit`, or take the reference out")
}
