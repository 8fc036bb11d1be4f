//! `coursec report`: what courses cover, what counts and when, what their state takes.

use super::args::{Report, ReportFormat};

use super::courses;
use super::shell::Shell;
use super::tell::count;
use super::{Failure, Status};
use crate::diag::{Diagnostic, Severity, Warned};
use crate::report::{self, messages, page, report};
use crate::source::Sources;
use crate::{Survey, lock_of, survey};

/// Prints one report of the courses at PATH. A course with errors is in it as far as it can be read.
pub(super) fn run(arguments: &Report, shell: &Shell) -> Result<Status, Failure> {
    let mut status = Status::Done;
    let mut reports = Vec::new();
    for folder in courses::find(arguments.place.path.as_deref())?.folders {
        let sources = folder.load(shell)?;
        let Warned { output, diagnostics } = surveyed(&sources);
        let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
        if !errors.is_empty() {
            status = Status::Errors;
            shell.report(&errors, &sources);
            let told = if output.is_some() { "reported with" } else { "no report:" };
            shell.say(format_args!("{}: {told} {}", folder.name(), count(&errors)));
        }
        reports.extend(output.map(|found| report(&found.course, &found.delivery, &found.lock, arguments.state)));
    }
    let text = match arguments.format {
        ReportFormat::Html => page(&reports, &messages()).map_err(|why| Failure::Machine(format!("the report's template: {why}")))?,
        ReportFormat::Json => format!("{:#}\n", serde_json::json!(reports)),
        ReportFormat::Csv => report::csv(&reports),
    };
    shell.print(&text);
    Ok(status)
}

fn surveyed(sources: &Sources) -> Warned<Option<Survey>> {
    let Warned { output, mut diagnostics } = lock_of(sources);
    let found = survey(sources, output.unwrap_or_default());
    diagnostics.extend(found.diagnostics);
    Warned { output: found.output, diagnostics }
}
