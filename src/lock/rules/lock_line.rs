//! A line of the lock that cannot be read.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A line of the lock that cannot be read.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0280",
    name: "lock-line",
    severity: Severity::Error,
    docs: "A line of `course.lock` cannot be read. In this file coursec keeps under which number it finds each learner's answers, so \
           without that line some could be lost. Take back the last good copy, from your version control (such as git) or a backup. If two \
           people's changes were being joined, keep the lines of both, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
    wrong: &[("course.lock", "hand-washing\n")],
    right: &[("course.lock", "hand-washing unit 0\n")],
};

/// The line at `span` cannot be read, and `why`.
pub(in crate::lock) fn diagnostic(why: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a line of `course.lock` cannot be read").at(span, why).help(
        "take back the last good copy, from version control or a backup; in a merge that stopped, keep the lines of both sides, and take out the marks between them",
    )
}

/// The marks of a merge that stopped, in the order of the file.
pub(in crate::lock) fn unmerged(marks: &[Span]) -> Option<Diagnostic> {
    const SHOWN: usize = 8;
    let (first, rest) = marks.split_first()?;
    let told = Diagnostic::new(&LINT, "a merge of `course.lock` stopped")
        .at(*first, "a mark of the merge")
        .help("keep the lines of both sides, and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`");
    Some(rest.iter().take(SHOWN).fold(told, |told, mark| told.related(*mark, "another mark")))
}
