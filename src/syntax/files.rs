//! Every file that a course names, read and decoded.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Bank, Course, Qualification, QualificationRef, Unit};
use crate::diag::{Diagnostic, FileId, Warned};
use crate::source::Sources;
use crate::yaml::{self, Decode, Named};

/// The files of a course.
#[derive(Debug)]
pub struct Files {
    /// `course.yaml`.
    pub course: Course,
    /// The qualification, wherever it is written.
    pub qualification: Option<Qualification>,
    /// The units in teaching order; `None` for one that cannot be read, which has been said.
    pub units: Vec<Option<Unit>>,
    /// The banks, by the names of their files; `None` for one that cannot be read, which has been said.
    pub banks: Vec<Option<Bank>>,
    /// Whether the qualification could be read, if there is one.
    pub qualification_read: bool,
}

/// Reads the course of `sources`; `None` where there is no `course.yaml` that can be read. A file that cannot be read
/// hides nothing of the others.
#[must_use]
pub fn parse(sources: &Sources) -> Warned<Option<Files>> {
    let mut diagnostics = Vec::new();
    let course = match sources.text("course.yaml") {
        Ok(file) => file,
        Err(problem) => return Warned { output: None, diagnostics: vec![sources.unnamed("course.yaml", &problem)] },
    };
    let Some(mut course) = decode::<Course>(course, sources, &mut diagnostics) else {
        return Warned { output: None, diagnostics };
    };
    let has_qualification = course.qualification.is_some() || course.lost.contains("qualification");
    let qualification = match course.qualification.take() {
        None => None,
        Some(QualificationRef::Here(qualification)) => Some(*qualification),
        Some(QualificationRef::File(path)) => {
            let file = open(&path, sources, &mut diagnostics);
            let read = file.and_then(|file| read_whole(file, sources, &mut diagnostics));
            read.map(|(qualification, lost)| {
                course.lost.extend(lost);
                qualification
            })
        }
    };
    let qualification_read = qualification.is_some() || !has_qualification;
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
    let banks = banks(sources, &mut diagnostics);
    Warned { output: Some(Files { course, qualification, units, banks, qualification_read }), diagnostics }
}

/// The banks: every file of `banks/` is one, whether or not anything names it.
fn banks(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Option<Bank>> {
    let is_bank = |path: &str| path.strip_suffix(".yaml").is_some();
    let lost: Vec<Diagnostic> =
        sources.problems_in("banks").filter(|(path, _)| is_bank(path)).map(|(path, problem)| sources.unnamed(path, problem)).collect();
    let files: Vec<FileId> = sources.texts_in("banks").filter(|(path, _)| is_bank(path)).map(|(_, file)| file).collect();
    let read = |file: &FileId| {
        let mut diagnostics = Vec::new();
        (decode::<Bank>(*file, sources, &mut diagnostics), diagnostics)
    };
    let read: Vec<_> = files.par_iter().map(read).collect();
    let mut banks: Vec<Option<Bank>> = lost.iter().map(|_| None).collect();
    diagnostics.extend(lost);
    for (bank, said) in read {
        banks.push(bank);
        diagnostics.extend(said);
    }
    banks
}

fn open(path: &Named, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<FileId> {
    sources.text(&path.value).map_err(|problem| diagnostics.push(problem.diagnostic(&path.value, Some(path.span)))).ok()
}

fn decode<T: Decode>(file: FileId, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    read_whole(file, sources, diagnostics).map(|(decoded, _)| decoded)
}

/// What a file says, with the keys whose values could not be read whole.
fn read_whole<T: Decode>(file: FileId, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<(T, BTreeSet<&'static str>)> {
    let read = yaml::decode(file, sources.content(file));
    diagnostics.extend(read.diagnostics);
    let (decoded, cx) = read.output;
    diagnostics.extend(cx.diagnostics);
    decoded.map(|decoded| (decoded, cx.lost))
}
