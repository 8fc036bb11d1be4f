//! A language that the theme does not speak.

use crate::diag::{Diagnostic, Lint, Severity};

/// A language that the theme does not speak.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "W0513",
    name: "no-words",
    severity: Severity::Warning,
    docs: "The theme has no words in the language of the course, so its buttons and headings will be in English. Learners would meet two \
           languages on one page. Write your own words for them in `theme/messages/<language>.yaml`. What you leave out stays English.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: fr\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: fr\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
        ),
        ("theme/messages/fr.yaml", "page:\n  start: Commencer\n"),
    ],
};

/// There are no words for `lang`.
pub(in crate::theme) fn diagnostic(lang: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the theme has no words in `{lang}`; buttons and headings will be English"))
        .help(format!("translate the default theme's `messages/en.yaml` into `theme/messages/{lang}.yaml`"))
}
