//! `coursec mv`: another id or place for a thing, wherever the course names it.

use super::args::Mv;
use super::courses::{self, Folder};
use super::rewrite::{self, Change, place};
use super::shell::Shell;
use super::{Failure, Status};
use crate::diag::emit::Files;
use crate::diag::{Diagnostic, Severity};
use crate::edit::{Relocated, relocate};
use crate::{lock_of, survey};

/// Moves or renames a thing of the course at PATH.
pub(super) fn run(arguments: &Mv, shell: &Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let [folder] = courses.folders.as_slice() else {
        return Err(Failure::Usage("this is a catalog: name the folder of one course".to_owned()));
    };
    one(folder, arguments, shell)
}

fn one(folder: &Folder, arguments: &Mv, shell: &Shell) -> Result<Status, Failure> {
    let (old, new) = (arguments.old.as_str(), arguments.new.as_str());
    rewrite::finish(folder, shell)?;
    let sources = folder.load(shell)?;
    let root = rewrite::root(folder)?;
    let lock = lock_of(&sources);
    let before = survey(&sources, lock.output.clone().unwrap_or_default());
    let (Some(read), Some(lock)) = (before.output, lock.output) else {
        shell.report(&[lock.diagnostics, before.diagnostics].concat(), &sources);
        return Ok(refuse("the course has errors, so not every place that names it can be found: correct those first", shell));
    };
    let moved = match relocate(&read.course, &sources, &lock, old, new) {
        Ok(moved) => moved,
        Err(why) => return Ok(refuse(&why, shell)),
    };
    let mut changes = Vec::new();
    let mut after = folder.load(shell)?;
    for (file, text) in &moved.files {
        let Some(path) = place(&root, &sources, *file) else {
            let why = format!("`{}` names it, and is not in the folder of the course", Files::name(&sources, *file));
            return Ok(refuse(&why, shell));
        };
        after.replace(*file, text.clone());
        changes.push(Change { path, file: *file, text });
    }
    let said = survey(&after, lock.clone());
    if errors(&said.diagnostics) > errors(&before.diagnostics) {
        shell.report(&said.diagnostics, &after);
        return Ok(refuse("the course would have these errors after it; nothing was written", shell));
    }
    if said.output.is_none_or(|then| !moved.keeps(&read.course, &then.course)) {
        return Ok(refuse("some references would mean something else after it; nothing was written", shell));
    }
    rewrite::write_all(&root, &changes, &sources)?;
    tell(&moved, old, new, shell);
    Ok(Status::Done)
}

fn tell(moved: &Relocated, old: &str, new: &str, shell: &Shell) {
    let (done, noun) = (if moved.moved { "moved" } else { "renamed" }, moved.noun);
    let uses = if moved.uses == 1 { "1 reference".to_owned() } else { format!("{} references", moved.uses) };
    shell.say(format_args!("{done} the {noun} `{old}` to `{new}`, with {uses}"));
    match moved.lines {
        0 => shell.say("it is in no release, so `moved:` needs no line"),
        1 => shell.say("added the line to `moved:` in course.yaml; after the next build it may go"),
        lines => shell.say(format_args!("added {lines} lines to `moved:` in course.yaml; after the next build they may go")),
    }
    if moved.left {
        shell.say("what learners did stays with its old place; in the new one it begins anew");
    }
}

fn errors(said: &[Diagnostic]) -> usize {
    said.iter().filter(|one| one.severity == Severity::Error).count()
}

fn refuse(why: &str, shell: &Shell) -> Status {
    shell.fail(why);
    Status::Errors
}
