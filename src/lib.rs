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

pub mod render;

pub mod package;

pub mod archive;

pub mod host;

pub mod cli;

use diag::{Diagnostic, Lint};
use rayon::prelude::*;
use source::Sources;

/// What is asked of a build beside its sources.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of the targets to build; none: those that the course lists.
    pub targets: Vec<String>,
    /// The theme, in place of the course's own.
    pub theme: Option<String>,
    /// Origins that statements may go to beside the course's own: those of a preview.
    pub origins: Vec<String>,
    /// Whether a release is recorded.
    pub release: bool,
    /// Whether the lock has to stay as it is.
    pub locked: bool,
}

/// Everything that is wrong with a course, in the order of its files.
#[must_use]
pub fn check(sources: &Sources, _options: &Options) -> Vec<Diagnostic> {
    let texts: Vec<_> = sources.texts().filter(|(path, _)| path.ends_with(".yaml")).collect();
    let read = texts.into_par_iter().flat_map_iter(|(_, file)| yaml::read(file, sources.content(file)).diagnostics);
    let mut diagnostics: Vec<Diagnostic> = read.collect();
    diag::sort(&mut diagnostics);
    diagnostics
}

/// Every kind of mistake that any stage can find, by code.
#[must_use]
pub fn lints() -> Vec<&'static Lint> {
    let mut all: Vec<&'static Lint> =
        [yaml::rules::RULES, source::rules::RULES, content::rules::RULES, item::rules::RULES, theme::rules::RULES, package::rules::RULES]
            .concat();
    all.sort_by_key(|lint| lint.code);
    all
}
