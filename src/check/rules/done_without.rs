//! Something that this version does without.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::{Course, LrsSource};

/// Something that this version does without.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0220",
    name: "done-without",
    severity: Severity::Note,
    docs: "The course asks for something that this version of coursec cannot do yet, so it is built without that. Nothing is lost from \
           learners' records.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nxapi: {lrs: {from: [stamp]}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nxapi: {lrs: {from: [launch]}}\n",
    )],
};

/// Finds it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let mut say = |span: Span, what: &str| {
        let diagnostic = Diagnostic::new(&LINT, format!("this version of coursec does without {what}"));
        diagnostics.push(diagnostic.at(span, "not there yet"));
    };
    for (source, span) in &course.xapi.from {
        if let (LrsSource::Cmi5 | LrsSource::Broker | LrsSource::Stamp, Some(span)) = (source, span) {
            say(*span, &format!("the LRS source `{}`", source.name()));
        }
    }
}
