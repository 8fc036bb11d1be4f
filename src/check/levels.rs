//! How grave kinds of mistakes are in a course: `lints:` in course.yaml.

use super::rules::{fixed_level, unknown_lint};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Level};

/// Sets the severity of what the course has a level for, and leaves out what it allows. `lints` are all that there are.
#[must_use]
pub fn apply(course: &Course, lints: &[&'static Lint], diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut said: Vec<Diagnostic> = Vec::new();
    for level in &course.levels {
        match lints.iter().find(|lint| lint.name == level.name) {
            None => said.push(unknown_lint::unknown(&level.name, level.span, lints)),
            Some(lint) if !lint.code.starts_with('W') => said.push(fixed_level::fixed(lint, level.span)),
            Some(_) => {}
        }
    }
    said.extend(diagnostics.into_iter().filter_map(|diagnostic| levelled(course, diagnostic)));
    said
}

fn levelled(course: &Course, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
    let found = course.levels.iter().find(|level| level.name == diagnostic.lint.name && diagnostic.lint.code.starts_with('W'));
    let Some(level) = found else { return Some(diagnostic) };
    diagnostic.severity = match level.level {
        Level::Allow => return None,
        Level::Warn => Severity::Warning,
        Level::Deny => Severity::Error,
    };
    diagnostic.why = Some(format!("`lints` sets `{}` to `{}`: {}", level.name, level.level.name(), level.reason));
    Some(diagnostic)
}
