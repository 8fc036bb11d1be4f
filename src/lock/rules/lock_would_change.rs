//! A lock that a locked build would have to change.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A lock that a locked build would have to change.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "E0284",
    name: "lock-would-change",
    severity: Severity::Error,
    docs: "The course has changed since `course.lock` was written: something was added, moved or removed. With `--locked` coursec leaves \
           that file alone, so it stops. Build once without `--locked`. Then keep the new `course.lock` together with the course (in git: \
           commit both).",
    wrong: &[],
    right: &[],
};

/// How many lines are shown.
const SHOWN: usize = 6;

/// These `lines` would change.
pub(in crate::lock) fn diagnostic(lines: &[String], course: &Course) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`course.lock` does not fit the course: {} would change", count(lines)))
        .at(course.version_span, "with `--locked` the lock stays as it is")
        .help(shown(lines))
        .help("build without `--locked`, and commit `course.lock` with the course")
}

/// The number of lines, in words.
pub(in crate::lock) fn count(lines: &[String]) -> String {
    if lines.len() == 1 { "1 line".to_owned() } else { format!("{} lines", lines.len()) }
}

/// The first of the lines.
pub(in crate::lock) fn shown(lines: &[String]) -> String {
    let first = lines.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    let more = lines.len().saturating_sub(SHOWN);
    if more == 0 { format!("what would change:\n{first}") } else { format!("what would change:\n{first}\nand {more} more") }
}
