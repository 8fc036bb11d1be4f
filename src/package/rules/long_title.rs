//! A title that is longer than a manifest allows.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::Course;
use crate::target::Target;

/// A title that is longer than a manifest allows.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0601",
    name: "long-title",
    severity: Severity::Warning,
    docs: "A title is longer than an LMS has room for. It gets the title cut at the end of a word; your pages show all of it. Write a \
           shorter title, so that learners do not see half of it in the LMS.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen, or how everybody who touches food, from the \
         first delivery in the morning to the last plate in the evening, keeps germs off the food and off each other, day after day and \
         year after year\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// The titles of `course` that one of `targets` cuts.
pub(in crate::package) fn check<'t>(course: &Course, targets: impl Iterator<Item = &'t Target>) -> Vec<Diagnostic> {
    let limits: Vec<(usize, &str)> = targets.filter_map(|target| Some((course.lms.value.limits(target).title?, target.name))).collect();
    let titles = std::iter::once(&course.title).chain(course.units.iter().map(|unit| &unit.title));
    let long = titles.flat_map(|title| {
        let length = title.text.chars().count();
        limits.iter().filter(move |(most, _)| length > *most).map(move |(most, name)| diagnostic(length, *most, name, Some(title.span)))
    });
    long.collect()
}

/// A title has `length` characters, of at most `most` for `target`.
pub(in crate::package) fn diagnostic(length: usize, most: usize, target: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("the title has {length} characters; `{target}` has room for {most}"))
        .help("write a shorter title; LMSs cut long ones where they please");
    match span {
        Some(span) => diagnostic.at(span, "is cut in the manifest"),
        None => diagnostic,
    }
}
