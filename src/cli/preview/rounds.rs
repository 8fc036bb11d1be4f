//! Builds the courses again and again; what fails leaves what was there before.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anstream::adapter::strip_str;

use crate::cli::Failure;

use crate::cli::courses::{self, Folder};
use crate::cli::shell::Shell;
use crate::diag::emit::{Files, human};
use crate::diag::{Diagnostic, Severity, Warned};
use crate::host::{Course, Site};
use crate::lock::Lock;
use crate::{Options, compile, lock_of};

/// What the rounds of a preview share.
pub(super) struct Rounds<'a> {
    path: Option<&'a Path>,
    options: Options,
    /// The last good build of each course, by its folder.
    good: BTreeMap<PathBuf, Good>,
}

/// A good build.
struct Good {
    course: Course,
    /// The course.lock that was there, and the lock that the build would have left: a preview writes nothing, but what it once gave a
    /// slot to keeps it, so that a learner's state outlives the next edit.
    locked: Option<String>,
    lock: Lock,
}

/// What there is to say of a round, as it stands on the page.
#[derive(Default)]
struct Told {
    text: String,
    failed: bool,
}

impl<'a> Rounds<'a> {
    /// Rounds over the courses at `path`; statements may go to `origin` too.
    pub(super) fn new(path: Option<&'a Path>, targets: &[String], origin: String) -> Self {
        let targets = if targets.is_empty() { vec!["scorm12".to_owned(), "web".to_owned()] } else { targets.to_vec() };
        Self { path, options: Options { targets, origins: vec![origin], ..Options::default() }, good: BTreeMap::new() }
    }

    /// Builds every course. One that fails is served as it was last good.
    pub(super) fn next(&mut self, shell: &Shell) -> Site {
        let mut told = Told::default();
        let mut fresh = false;
        let folders = match courses::find(self.path) {
            Ok(found) => {
                if let Some((diagnostics, sources)) = &found.catalog {
                    told.add(diagnostics, sources, shell);
                }
                found.folders
            }
            Err(failure) => {
                told.fail(&failure, shell);
                Vec::new()
            }
        };
        for folder in &folders {
            match build(folder, self.good.get(&folder.root), &self.options, &mut told, shell) {
                Some(good) => {
                    fresh = true;
                    shell.say(format_args!("built {}", good.course.id));
                    self.good.insert(folder.root.clone(), good);
                }
                None => told.failed = true,
            }
        }
        let last = |folder: &Folder| self.good.get(&folder.root);
        // A catalog that cannot be read hides no course that was good.
        let good: Vec<&Good> = if folders.is_empty() { self.good.values().collect() } else { folders.iter().filter_map(last).collect() };
        let courses = good.into_iter().map(|good| good.course.clone()).collect();
        Site { courses, problems: told.text, failed: told.failed, fresh }
    }
}

fn build(folder: &Folder, last: Option<&Good>, options: &Options, told: &mut Told, shell: &Shell) -> Option<Good> {
    let sources = match folder.load(shell) {
        Ok(sources) => Arc::new(sources),
        Err(failure) => {
            told.fail(&failure, shell);
            return None;
        }
    };
    let locked = sources.lock().ok().flatten().map(|file| sources.content(file).to_owned());
    let read = match last {
        Some(last) if last.locked == locked => None,
        _ => {
            let Warned { output, diagnostics } = lock_of(&sources);
            told.add(&diagnostics, &*sources, shell);
            Some(output?)
        }
    };
    let before = read.or_else(|| last.map(|last| last.lock.clone()))?;
    let Warned { output, diagnostics } = compile(&sources, before, options);
    told.add(&diagnostics, &*sources, shell);
    let output = output?;
    let course = Course::of(&output.course.id, &output.delivery, &output.packages, &sources);
    Some(Good { course, locked, lock: output.lock })
}

impl Told {
    fn add(&mut self, diagnostics: &[Diagnostic], files: &dyn Files, shell: &Shell) {
        shell.report(diagnostics, files);
        self.text.push_str(&strip_str(&human(diagnostics, files)).to_string());
        self.failed |= diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    }

    fn fail(&mut self, failure: &Failure, shell: &Shell) {
        let (Failure::Usage(why) | Failure::Machine(why)) = failure;
        shell.fail(why);
        self.text.push_str(why);
        self.text.push('\n');
        self.failed = true;
    }
}
