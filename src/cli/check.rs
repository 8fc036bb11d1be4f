//! `coursec check`: every error and warning in one run.

use super::args::{Check, Deny, Telling};
use super::courses::{self, Courses};
use super::shell::Shell;
use super::{Failure, Status};
use crate::check::is_uncovered;
use crate::diag::emit::Files;
use crate::diag::{Diagnostic, Severity};
use crate::{Options, check};

/// Checks the courses at PATH.
pub(super) fn run(arguments: &Check, shell: &mut Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let mut status = catalog(&courses, &arguments.telling, shell);
    shell.begin(courses.folders.len());
    for folder in &courses.folders {
        let sources = folder.load(shell)?;
        let diagnostics = check(&sources, &Options::default());
        status = status.max(tell(&diagnostics, &sources, &arguments.telling, shell));
        shell.say(format_args!("checked {}: {}", folder.name(), count(&diagnostics)));
    }
    shell.finish();
    Ok(status)
}

/// Tells what is wrong with the catalog itself.
pub(super) fn catalog(courses: &Courses, telling: &Telling, shell: &Shell) -> Status {
    match &courses.catalog {
        Some((diagnostics, sources)) => tell(diagnostics, sources, telling, shell),
        None => Status::Done,
    }
}

/// Tells `diagnostics`, and whether they let anything pass.
pub(super) fn tell(diagnostics: &[Diagnostic], files: &dyn Files, telling: &Telling, shell: &Shell) -> Status {
    shell.report(telling.format, diagnostics, files);
    let worst = diagnostics.iter().map(|diagnostic| diagnostic.severity).min();
    match worst {
        Some(Severity::Error) => Status::Errors,
        Some(Severity::Warning) if telling.deny == Some(Deny::Warnings) => Status::Errors,
        _ if telling.deny == Some(Deny::Uncovered) && diagnostics.iter().any(is_uncovered) => Status::Errors,
        _ => Status::Done,
    }
}

/// How many there are, in words: `2 errors and 1 warning`.
pub(super) fn count(diagnostics: &[Diagnostic]) -> String {
    let of = |severity, word: &str| {
        let number = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            number => Some(format!("{number} {word}s")),
        }
    };
    match (of(Severity::Error, "error"), of(Severity::Warning, "warning")) {
        (None, None) => "no errors".to_owned(),
        (Some(one), None) | (None, Some(one)) => one,
        (Some(errors), Some(warnings)) => format!("{errors} and {warnings}"),
    }
}
