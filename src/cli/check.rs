//! `coursec check`: every error and warning in one run.

use super::args::Check;
use super::courses::{self, Folder};
use super::fix;
use super::shell::Shell;
use super::tell::{Teller, count};
use super::{Failure, Status};
use crate::{Options, check};

/// Checks the courses at PATH.
pub(super) fn run(arguments: &Check, shell: &mut Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let mut teller = Teller::new(&arguments.telling);
    let mut status = teller.catalog(&courses, shell);
    shell.begin(courses.folders.len());
    for folder in &courses.folders {
        status = status.max(one(folder, arguments, &mut teller, shell)?);
    }
    shell.finish();
    teller.finish(shell);
    Ok(status)
}

/// Checks one course, after its certain mends if they were asked for.
fn one(folder: &Folder, arguments: &Check, teller: &mut Teller<'_>, shell: &Shell) -> Result<Status, Failure> {
    if arguments.fix {
        fix::run(folder, shell)?;
    }
    let sources = folder.load(shell)?;
    let diagnostics = check(&sources, &Options::default());
    let status = teller.tell(folder.name(), &diagnostics, &sources, shell);
    shell.say(format_args!("checked {}: {}", folder.name(), count(&diagnostics)));
    Ok(status)
}
