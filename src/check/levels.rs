//! How grave kinds of mistakes are in a course: `lints:` in course.yaml.

use super::rules::{fixed_level, unknown_lint};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Level, LintLevel};
use crate::yaml::nearest;

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
    let meant: Vec<(&LintLevel, &str)> = course.levels.iter().map(|level| (level, meant(&level.name, lints))).collect();
    said.extend(diagnostics.into_iter().filter_map(|diagnostic| levelled(&meant, diagnostic)));
    said
}

/// The name in `lints` that `name` is, or was probably meant to be: a misspelt one has been told.
fn meant<'a>(name: &'a str, lints: &[&'static Lint]) -> &'a str {
    let known = lints.iter().any(|lint| lint.name == name);
    let near = || nearest(name, lints.iter().map(|lint| lint.name));
    if known { name } else { near().unwrap_or(name) }
}

fn levelled(levels: &[(&LintLevel, &str)], mut diagnostic: Diagnostic) -> Option<Diagnostic> {
    let found = levels.iter().find(|(_, name)| *name == diagnostic.lint.name && diagnostic.lint.code.starts_with('W'));
    let Some((level, _)) = found else { return Some(diagnostic) };
    diagnostic.severity = match level.level {
        Level::Allow => return None,
        Level::Warn => Severity::Warning,
        Level::Deny => Severity::Error,
    };
    diagnostic.why = Some(format!("`lints` sets `{}` to `{}`: {}", level.name, level.level.name(), level.reason));
    Some(diagnostic)
}
