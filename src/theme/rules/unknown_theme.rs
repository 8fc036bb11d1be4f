//! A theme that is not there.

use crate::diag::{Diagnostic, Lint, Severity};

const COURSE: &str =
    "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n";

/// A theme that is not there.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0501",
    name: "unknown-theme",
    severity: Severity::Error,
    docs: "`theme:` in course.yaml names a theme that this version does not have. There are `default` and `workshop`. What a course wants to look \
           different, it puts into its folder `theme/`.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\ntheme: worshop\n",
    )],
    right: &[("course.yaml", COURSE)],
};

/// `name` is no theme.
pub(in crate::theme) fn diagnostic<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Diagnostic {
    let known: Vec<String> = known.map(|name| format!("`theme: {name}`")).collect();
    Diagnostic::new(&LINT, format!("there is no theme `{name}`")).help(format!("write {}, or leave the line out", known.join(" or ")))
}
