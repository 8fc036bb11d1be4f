//! A key is there twice.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::Text;

/// A key is there twice.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0102",
    name: "duplicate-key",
    severity: Severity::Error,
    docs: "The same key (the word before a colon) is there twice in one place, as if a lesson had two titles. Only one of them could count, \
           and coursec will not guess which. Remove one of the two. If the second begins a new entry of a list, put `- ` before it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ntitle: Cleaner hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `key` stands at `first` already; where it is what entries begin with, its `-` may be missing.
pub(in crate::yaml) fn twice(key: &Text, first: Span, begins: bool) -> Diagnostic {
    let help =
        if begins { "if a new entry begins here, put `- ` before it; if not, remove one of the two" } else { "remove one of the two" };
    Diagnostic::new(&LINT, format!("key `{}` is there twice", key.text)).at(key.span, "again here").related(first, "first here").help(help)
}

/// Whether `diagnostic` is of this kind.
pub(in crate::yaml) fn is(diagnostic: &Diagnostic) -> bool {
    diagnostic.lint.code == LINT.code
}
