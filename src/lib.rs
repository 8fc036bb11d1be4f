//! coursec turns YAML units, learning outcomes and quiz items into course packages.
//!
//! Each module may use only those above it; `tests/it/architecture.rs` holds that.

pub mod diag;

pub mod value;

pub mod source;

pub mod yaml;

pub mod content;

pub mod target;

pub mod item;

pub mod syntax;

pub mod model;

pub mod lock;

pub mod activity;

pub mod state;

pub mod check;

pub mod theme;

pub mod report;

pub mod render;

pub mod package;

pub mod archive;

pub mod host;

pub mod edit;

pub mod cli;

use activity::Delivery;
use diag::{Diagnostic, Lint, Severity, Warned};
use lock::{Lock, Mode};
use model::Course;
use package::{Package, Projection, Sealer};
use rayon::prelude::*;
use source::{Problem, Sources};
use theme::Theme;

/// What is asked of a build beside its sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of the targets to build; none: those that the course lists.
    pub targets: Vec<String>,
    /// The theme, in place of the course's own.
    pub theme: Option<String>,
    /// The LMS, in place of the course's own.
    pub lms: Option<&'static target::Profile>,
    /// Origins that statements may go to beside the course's own: those of a preview.
    pub origins: Vec<String>,
    /// Whether a release is recorded.
    pub release: bool,
    /// Whether the lock has to stay as it is.
    pub locked: bool,
    /// What it is for.
    pub aim: Aim,
}

/// What a course is compiled for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Its packages are looked at, in a preview.
    #[default]
    Show,
    /// Its packages are written: documents are deflated as soon as they are made.
    Write,
    /// Nothing is built, so that what this version cannot build is but noted.
    Check,
}

/// What a build makes.
#[derive(Debug)]
pub struct Output {
    /// The course.
    pub course: Course,
    /// What is delivered of it.
    pub delivery: Delivery,
    /// One package for each target.
    pub packages: Vec<Package>,
    /// The lock that the build leaves.
    pub lock: Lock,
}

/// The lock of a course; an empty one where it has none yet, `None` where it cannot be read.
#[must_use]
pub fn lock_of(sources: &Sources) -> Warned<Option<Lock>> {
    match sources.lock() {
        Ok(None) => Warned { output: Some(Lock::default()), diagnostics: Vec::new() },
        Ok(Some(file)) => lock::parse(file, sources.content(file)),
        Err(problem) => Warned { output: None, diagnostics: vec![sources.unnamed("course.lock", &problem)] },
    }
}

/// Everything that is wrong with a course: all stages but the archive run, and nothing is written.
#[must_use]
pub fn check(sources: &Sources, options: &Options) -> Vec<Diagnostic> {
    let Warned { output, mut diagnostics } = lock_of(sources);
    // A lock that cannot be read hides nothing of the course.
    let options = Options { aim: Aim::Check, ..options.clone() };
    diagnostics.extend(compile(sources, output.unwrap_or_default(), &options).diagnostics);
    diag::sort(&mut diagnostics);
    diagnostics
}

/// Compiles a course. There is no output where there is an error; reading and writing is for the caller.
#[must_use]
pub fn compile(sources: &Sources, lock: Lock, options: &Options) -> Warned<Option<Output>> {
    let mut said = Vec::new();
    let (mut diagnostics, mut course) = rayon::join(|| package::secrets_in_sources(sources), || read(sources, &mut said));
    diagnostics.extend(said);
    if let (Some(course), Some(lms)) = (&mut course, options.lms) {
        course.lms = model::Setting { value: lms, span: None };
    }
    if let Some(course) = &mut course {
        // Only who renames something follows names; there may be very many.
        course.index = model::Index::default();
    }
    // What was read in part is checked, and nothing is made of it.
    let whole = is_whole(&diagnostics);
    let checked = || course.as_ref().map(check::check);
    let made = || {
        let mut said = Vec::new();
        let made = course.as_ref().and_then(|course| {
            if whole {
                return make(course, sources, lock, options, &mut said);
            }
            foretell(course, sources, lock, options, &mut said);
            None
        });
        (made, said)
    };
    let ((made, said), checked) = rayon::join(made, checked);
    diagnostics.extend(checked.into_iter().flatten());
    if options.aim == Aim::Check {
        check::note_only(&mut diagnostics);
    }
    diagnostics.extend(said);
    check::drop_what_follows(&mut diagnostics);
    if let Some(course) = &course {
        diagnostics = check::apply_levels(course, &lints(), diagnostics);
    }
    diag::sort(&mut diagnostics);
    // What every target says of one mistake is said once.
    diagnostics.dedup_by(|a, b| a.lint.code == b.lint.code && a.primary == b.primary && a.message == b.message);
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    let output = course.zip(made).map(|(course, Made { delivery, packages, lock })| Output { course, delivery, packages, lock });
    Warned { output: output.filter(|_| sound), diagnostics }
}

/// What there is to report of a course.
#[derive(Debug)]
pub struct Survey {
    /// The course.
    pub course: Course,
    /// What would be delivered of it.
    pub delivery: Delivery,
    /// The lock that a build would leave.
    pub lock: Lock,
}

/// The course as far as it can be read, its errors with it: nothing is rendered.
#[must_use]
pub fn survey(sources: &Sources, lock: Lock) -> Warned<Option<Survey>> {
    let mut diagnostics = Vec::new();
    let course = read(sources, &mut diagnostics);
    let whole = is_whole(&diagnostics);
    diagnostics.extend(course.iter().flat_map(check::check));
    check::note_only(&mut diagnostics);
    let output = course.filter(|_| whole).map(|course| {
        // A course that breaks its lock is reported with the slots of a new one.
        let lock = keep(lock::update(&course, lock, Mode::Write), &mut diagnostics)
            .or_else(|| lock::update(&course, Lock::default(), Mode::Write).output)
            .unwrap_or_default();
        diagnostics = check::apply_levels(&course, &lints(), std::mem::take(&mut diagnostics));
        let delivery = activity::plan(&course, &lock);
        Survey { course, delivery, lock }
    });
    diag::sort(&mut diagnostics);
    Warned { output, diagnostics }
}

/// From files to the course that they tell.
fn read(sources: &Sources, said: &mut Vec<Diagnostic>) -> Option<Course> {
    let files = keep(syntax::parse(sources), said)?;
    Some(keep(model::lower(files, sources), said))
}

/// Whether nothing that was read is broken, going by what was said of it.
fn is_whole(said: &[Diagnostic]) -> bool {
    said.iter().all(|diagnostic| diagnostic.severity != Severity::Error || check::is_not_yet(diagnostic))
}

/// What is made of a course.
struct Made {
    delivery: Delivery,
    packages: Vec<Package>,
    lock: Lock,
}

/// From a course to its packages; each stage goes as far as what the one before it left.
fn make(course: &Course, sources: &Sources, lock: Lock, options: &Options, said: &mut Vec<Diagnostic>) -> Option<Made> {
    let digest = if options.release { keep(released(sources), said)? } else { String::new() };
    let mode = match (options.release, options.locked) {
        (true, _) => Mode::Release { digest: &digest },
        (false, true) => Mode::Locked,
        (false, false) => Mode::Write,
    };
    let theme = || Theme::load(course, sources, options.theme.as_deref());
    let (lock, theme) = rayon::join(|| lock::update(course, lock, mode), theme);
    let lock = keep(lock, said)?;
    let delivery = activity::plan(course, &lock);
    let theme = keep(theme, said)?;

    let material = |target: &Projection| render::Material {
        course,
        delivery: &delivery,
        target: target.target,
        theme: &theme,
        sources,
        lock: &lock,
        origins: &options.origins,
    };
    let targets = keep(package::select(course, &options.targets), said);
    let packed: Vec<Warned<Option<Package>>> = targets.into_par_iter().map(|target| pack(&material(target), target, options.aim)).collect();
    // What one target lacks hides nothing of the others.
    let packages: Vec<Option<Package>> = packed.into_iter().map(|one| keep(one, said)).collect();
    Some(Made { delivery, packages: packages.into_iter().collect::<Option<_>>()?, lock })
}

/// What a release is told by: its texts, and the bytes of its media.
fn released(sources: &Sources) -> Warned<Option<String>> {
    match sources.digest(sources.media_files()) {
        Ok(digest) => Warned { output: Some(digest), diagnostics: Vec::new() },
        Err((media, error)) => {
            let problem = Problem::Unreadable { reason: error.to_string() };
            Warned { output: None, diagnostics: vec![sources.unnamed(sources.media_path(media), &problem)] }
        }
    }
}

/// What can be said of a course of which not all could be read.
fn foretell(course: &Course, sources: &Sources, lock: Lock, options: &Options, said: &mut Vec<Diagnostic>) {
    said.extend(lock::against(course, lock));
    let theme = keep(Theme::load(course, sources, options.theme.as_deref()), said);
    let targets = keep(package::select(course, &options.targets), said);
    if let Some(theme) = &theme {
        said.extend(targets.iter().flat_map(|projection| render::prove(theme, projection.target)));
        said.extend(package::lost_in_style(theme.css(), sources));
    }
    said.extend(package::foretell(course, sources, &targets));
}

/// What one target gets: documents, then the package around them.
fn pack(material: &render::Material<'_>, projection: &'static Projection, aim: Aim) -> Warned<Option<Package>> {
    let render::Material { course, delivery, lock, sources, .. } = *material;
    let render = || {
        let sealer = (aim == Aim::Write).then(Sealer::default);
        render::render(material, |document| package::page(document, sources, sealer.as_ref()))
    };
    let (Warned { output, mut diagnostics }, large) = rayon::join(render, || state::too_large(course, delivery, lock, projection.target));
    diagnostics.extend(large);
    let package = output.and_then(|rendered| keep(package::package(course, delivery, rendered, sources, projection), &mut diagnostics));
    Warned { output: package, diagnostics }
}

/// The output of a stage; what it said goes to `said`.
fn keep<T>(made: Warned<T>, said: &mut Vec<Diagnostic>) -> T {
    said.extend(made.diagnostics);
    made.output
}

/// Every kind of mistake that any stage can find, by code.
#[must_use]
pub fn lints() -> Vec<&'static Lint> {
    let mut all: Vec<&'static Lint> = [
        yaml::rules::RULES,
        source::rules::RULES,
        content::rules::RULES,
        item::rules::RULES,
        model::rules::RULES,
        lock::rules::RULES,
        state::rules::RULES,
        check::rules::RULES,
        theme::rules::RULES,
        package::rules::RULES,
    ]
    .concat();
    all.sort_by_key(|lint| lint.code);
    all
}
