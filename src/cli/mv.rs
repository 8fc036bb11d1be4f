//! `coursec mv`: another id for a thing, wherever the course names it.

use super::args::Mv;
use super::courses::{self, Folder};
use super::rewrite::{self, place};
use super::shell::Shell;
use super::{Failure, Status};
use crate::diag::emit::Files;
use crate::diag::{Diagnostic, Severity};
use crate::edit::rename;
use crate::{lock_of, survey};

/// Renames a thing of the course at PATH.
pub(super) fn run(arguments: &Mv, shell: &Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let [folder] = courses.folders.as_slice() else {
        return Err(Failure::Usage("this is a catalog: name the folder of one course".to_owned()));
    };
    one(folder, arguments, shell)
}

fn one(folder: &Folder, arguments: &Mv, shell: &Shell) -> Result<Status, Failure> {
    let (old, new) = (arguments.old.as_str(), arguments.new.as_str());
    let sources = folder.load(shell)?;
    let root = rewrite::root(folder)?;
    let lock = lock_of(&sources);
    let before = survey(&sources, &lock.output.clone().unwrap_or_default());
    let (Some(read), Some(lock)) = (before.output, lock.output) else {
        shell.report(&[lock.diagnostics, before.diagnostics].concat(), &sources);
        return Ok(refuse("the course has errors, so that not every place can be told that names it: mend those first", shell));
    };
    let renamed = match rename(&read.course, &sources, &lock, old, new) {
        Ok(renamed) => renamed,
        Err(why) => return Ok(refuse(&why, shell)),
    };
    let mut paths = Vec::new();
    let mut after = folder.load(shell)?;
    for (file, text) in &renamed.files {
        let Some(path) = place(&root, &sources, *file) else {
            let why = format!("`{}` names it, and is not in the folder of the course", Files::name(&sources, *file));
            return Ok(refuse(&why, shell));
        };
        after.replace(*file, text.clone());
        paths.push((path, *file, text));
    }
    let said = survey(&after, &lock).diagnostics;
    let worse = errors(&said) > errors(&before.diagnostics);
    if worse {
        shell.report(&said, &after);
        return Ok(refuse("the course would have these errors after it; nothing was written", shell));
    }
    for (path, file, text) in paths {
        rewrite::write(&path, &sources, file, text)?;
    }
    let uses = if renamed.uses == 1 { "1 reference".to_owned() } else { format!("{} references", renamed.uses) };
    shell.say(format_args!("renamed the {} `{old}` to `{new}`, with {uses}", renamed.noun));
    match renamed.recorded {
        true => shell.say("added the line to `moved:` in course.yaml; after the next build it may go"),
        false => shell.say("it is in no release yet, so `moved:` needs no line"),
    }
    Ok(Status::Done)
}

fn errors(said: &[Diagnostic]) -> usize {
    said.iter().filter(|one| one.severity == Severity::Error).count()
}

fn refuse(why: &str, shell: &Shell) -> Status {
    shell.fail(why);
    Status::Errors
}
