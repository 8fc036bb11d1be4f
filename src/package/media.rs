//! The media of a package, looked at one by one and together. In: a course and its media. Out: what LMSs and browsers refuse.

use super::kind::{self, Disagree};
use super::rules::{
    blocked_file, broken_picture, code_in_file, large_file, large_package, large_picture, not_for_the_web, package_too_large,
    picture_reaches_out, wrong_kind_of_file,
};
use super::svg::{self, Kind};
use super::{Entry, place};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Course;
use crate::source::{MediaId, Sources, picture_size};

/// Bytes of a file from which on it is told.
const FILE_MOST: u64 = 100_000_000;

/// Dots side by side that a page can show, on the sharpest screens.
const WIDE_MOST: u32 = 2_000;

/// Bytes of a package from which on some LMSs, most, and nearly all refuse it.
const PACKAGE_MOST: [u64; 3] = [50_000_000, 250_000_000, 3_000_000_000];

/// What is wrong with `media`, which is used at `used`, but for its name.
pub(super) fn faults(sources: &Sources, media: MediaId, used: Option<Span>) -> Vec<Diagnostic> {
    let (path, size) = (sources.media_path(media), sources.media_size(media));
    if size == 0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    if size > FILE_MOST {
        found.push(large_file::diagnostic(path, size, used));
    }
    let bytes = sources.first(media);
    match kind::disagree(path, &bytes[..bytes.len().min(kind::FIRST)]) {
        Some(Disagree::Blocked(what)) => found.push(blocked_file::diagnostic(path, &what, used)),
        Some(Disagree::Kind(said, is)) => found.push(wrong_kind_of_file::diagnostic(path, said, is, used)),
        None => found.extend(more_than_needed(path, &bytes, used)),
    }
    if path.to_ascii_lowercase().ends_with(".svg") {
        found.extend(of_picture(sources, media, used));
    }
    found
}

/// What makes learners wait for the file at `path`, which begins with `bytes`.
fn more_than_needed(path: &str, bytes: &[u8], used: Option<Span>) -> Option<Diagnostic> {
    if let Some((what, better)) = kind::heavy(path, bytes) {
        return Some(not_for_the_web::diagnostic(path, what, better, used));
    }
    let (wide, high) = picture_size(bytes).filter(|(wide, _)| *wide > WIDE_MOST)?;
    Some(large_picture::diagnostic(path, wide, high, used))
}

/// What must not be in the picture `media`.
fn of_picture(sources: &Sources, media: MediaId, used: Option<Span>) -> Vec<Diagnostic> {
    let path = sources.media_path(media);
    match sources.media_text(media) {
        Some(Ok(file)) => in_picture(path, file, sources.content(file), used),
        Some(Err(problem)) => vec![problem.diagnostic(path, used)],
        None => Vec::new(),
    }
}

/// What must not be in the picture at `path`, whose SVG is `text`, the text of `file`; it is used at `used`.
#[must_use]
pub fn in_picture(path: &str, file: FileId, text: &str, used: Option<Span>) -> Vec<Diagnostic> {
    let told = svg::faults(text).into_iter().map(|fault| {
        let span = Span::new(file, fault.range.start, fault.range.end);
        match fault.kind {
            Kind::Code(what) => code_in_file::in_picture(path, what, span, used),
            Kind::Outside(what) => picture_reaches_out::diagnostic(path, what, span, used),
            Kind::Broken(what) => broken_picture::diagnostic(path, what, span, used),
        }
    });
    told.collect()
}

/// What is to be said of the size of a package, all of its files together.
pub(super) fn weight(entries: &[Entry], course: &Course, sources: &Sources) -> Option<Diagnostic> {
    let size = |entry: &Entry| entry.size(sources);
    let all: u64 = entries.iter().map(size).sum();
    let most = PACKAGE_MOST.into_iter().rev().find(|most| all > *most)?;
    let largest = entries.iter().max_by_key(|entry| size(entry)).and_then(Entry::media);
    let span = largest.and_then(|media| place::of_media(course, sources, media));
    Some(if most == PACKAGE_MOST[2] { package_too_large::diagnostic(all, most, span) } else { large_package::diagnostic(all, most, span) })
}
