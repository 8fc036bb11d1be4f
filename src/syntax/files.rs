//! Every file that a course names, read and decoded.

use rayon::prelude::*;

use super::{Course, Qualification, QualificationRef, Unit};
use crate::diag::{Diagnostic, FileId, Severity, Warned};
use crate::source::Sources;
use crate::yaml::{self, Cx, Decode, Named};

/// The files of a course.
#[derive(Debug)]
pub struct Files {
    /// `course.yaml`.
    pub course: Course,
    /// The qualification, wherever it is written.
    pub qualification: Option<Qualification>,
    /// The units in teaching order; `None` for one that cannot be read, which has been said.
    pub units: Vec<Option<Unit>>,
    /// Whether nothing was wrong in them: else what is missing here may only be misspelt.
    pub sound: bool,
}

/// Reads the course of `sources`; `None` where there is no `course.yaml` that can be read. A file that cannot be read
/// hides nothing of the others.
#[must_use]
pub fn parse(sources: &Sources) -> Warned<Option<Files>> {
    let mut diagnostics = Vec::new();
    let course = match sources.text("course.yaml") {
        Ok(file) => file,
        Err(problem) => return Warned { output: None, diagnostics: vec![problem.diagnostic("course.yaml", None)] },
    };
    let Some(mut course) = decode::<Course>(course, sources, &mut diagnostics) else {
        return Warned { output: None, diagnostics };
    };
    let qualification = match course.qualification.take() {
        None => None,
        Some(QualificationRef::Here(qualification)) => Some(*qualification),
        Some(QualificationRef::File(path)) => {
            open(&path, sources, &mut diagnostics).and_then(|file| decode(file, sources, &mut diagnostics))
        }
    };
    let read = |path: &Named| {
        let mut diagnostics = Vec::new();
        let unit = open(path, sources, &mut diagnostics).and_then(|file| decode::<Unit>(file, sources, &mut diagnostics));
        (unit, diagnostics)
    };
    let read: Vec<_> = course.units.par_iter().map(read).collect();
    let mut units = Vec::new();
    for (unit, said) in read {
        units.push(unit);
        diagnostics.extend(said);
    }
    diagnostics.extend(banks(sources));
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    Warned { output: Some(Files { course, qualification, units, sound }), diagnostics }
}

/// What is wrong with files in banks/, which are read whether or not anything names them.
fn banks(sources: &Sources) -> Vec<Diagnostic> {
    let is_bank = |path: &str| path.strip_suffix(".yaml").is_some();
    let lost = sources.problems_in("banks").filter(|(path, _)| is_bank(path));
    let mut diagnostics: Vec<Diagnostic> = lost.map(|(path, problem)| problem.diagnostic(path, None)).collect();
    for (_, file) in sources.texts_in("banks").filter(|(path, _)| is_bank(path)) {
        diagnostics.extend(yaml::read(file, sources.content(file)).diagnostics);
    }
    diagnostics
}

fn open(path: &Named, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<FileId> {
    sources.text(&path.value).map_err(|problem| diagnostics.push(problem.diagnostic(&path.value, Some(path.span)))).ok()
}

fn decode<T: Decode>(file: FileId, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    let read = yaml::read(file, sources.content(file));
    diagnostics.extend(read.diagnostics);
    let root = read.output?;
    let mut cx = Cx::default();
    let decoded = T::decode(&root, &mut cx);
    diagnostics.append(&mut cx.diagnostics);
    decoded
}
