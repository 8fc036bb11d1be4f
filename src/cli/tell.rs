//! Telling diagnostics in the form that was asked for: at once, or as one document at the end.

use super::Status;
use super::args::{Deny, Format, Telling};
use super::courses::Courses;
use super::shell::Shell;
use crate::check::is_uncovered;
use crate::diag::emit::{Files, Junit, Sarif, github, json};
use crate::diag::{Diagnostic, Severity};

/// Tells what is found, course by course.
pub(super) struct Teller<'a> {
    telling: &'a Telling,
    sarif: Sarif,
    junit: Junit,
}

impl<'a> Teller<'a> {
    pub(super) fn new(telling: &'a Telling) -> Self {
        Self { telling, sarif: Sarif::default(), junit: Junit::default() }
    }

    /// Tells what is wrong with the catalog itself.
    pub(super) fn catalog(&mut self, courses: &Courses, shell: &Shell) -> Status {
        match &courses.catalog {
            Some((diagnostics, _)) if diagnostics.is_empty() => Status::Done,
            Some((diagnostics, sources)) => self.tell("catalog.yaml", diagnostics, sources, shell),
            None => Status::Done,
        }
    }

    /// Tells what was found in course `name`, and whether that lets it pass.
    pub(super) fn tell(&mut self, name: &str, diagnostics: &[Diagnostic], files: &dyn Files, shell: &Shell) -> Status {
        let told = shell.heard(diagnostics);
        match self.telling.format {
            Format::Human => shell.report(&told, files),
            Format::Json => shell.print(&json(&told, files)),
            Format::Github => shell.print(&github(&told, files)),
            Format::Sarif => self.sarif.add(&told, files),
            Format::Junit => self.junit.add(name, &told, files, &|one| fails(one, self.telling.deny)),
        }
        if diagnostics.iter().any(|one| fails(one, self.telling.deny)) { Status::Errors } else { Status::Done }
    }

    /// Tells what has to be told as a whole.
    pub(super) fn finish(self, shell: &Shell) {
        match self.telling.format {
            Format::Sarif => shell.print(&self.sarif.document()),
            Format::Junit => shell.print(&self.junit.document()),
            Format::Human | Format::Json | Format::Github => {}
        }
    }
}

/// Whether `diagnostic` lets nothing pass where `deny` is denied too.
fn fails(diagnostic: &Diagnostic, deny: Option<Deny>) -> bool {
    match deny {
        _ if diagnostic.severity == Severity::Error => true,
        Some(Deny::Warnings) => diagnostic.severity == Severity::Warning,
        Some(Deny::Uncovered) => is_uncovered(diagnostic),
        None => false,
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
