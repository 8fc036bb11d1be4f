//! A theme that is not there.

use crate::diag::{Diagnostic, Lint, Severity, Span};

const COURSE: &str =
    "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n";

/// A theme that is not there.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0501",
    name: "unknown-theme",
    severity: Severity::Error,
    docs: "The theme that `theme:` names in course.yaml does not exist. A theme is the look of all pages: there are `default` and \
           `workshop`. Write one of them, or leave the line out. To change the look of this course alone, put files into its folder \
           `theme/`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\ntheme: worshop\n",
    )],
    right: &[("course.yaml", COURSE)],
};

/// `name`, which the course has at `named`, is no theme.
pub(in crate::theme) fn diagnostic<'n>(name: &str, named: Option<Span>, known: impl Iterator<Item = &'n str>) -> Diagnostic {
    let known: Vec<String> = known.map(|name| format!("`theme: {name}`")).collect();
    let diagnostic = Diagnostic::new(&LINT, format!("there is no theme `{name}`"));
    match named {
        Some(span) => diagnostic.at(span, "not a theme"),
        None => diagnostic,
    }
    .help(format!("write {}, or leave the line out", known.join(" or ")))
}
