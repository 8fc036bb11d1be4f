//! Lines and columns of a text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::Files;
use crate::diag::{FileId, Span};

/// A place as editors count: line and column from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A stretch of a file for programs.
#[derive(Serialize)]
pub(super) struct Stretch {
    pub(super) file: String,
    pub(super) start: Point,
    pub(super) end: Point,
}

/// A byte from the file's first, line and column from 1.
#[derive(Serialize)]
pub(super) struct Point {
    pub(super) byte: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Where the lines of each file begin, found once a file.
pub(super) struct Lines<'a> {
    files: &'a dyn Files,
    starts: BTreeMap<FileId, Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(files: &'a dyn Files) -> Self {
        Self { files, starts: BTreeMap::new() }
    }

    pub(super) fn files(&self) -> &'a dyn Files {
        self.files
    }

    fn starts(&mut self, file: FileId) -> &[usize] {
        let content = self.files.content(file);
        self.starts.entry(file).or_insert_with(|| {
            let after = content.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        })
    }

    /// The bytes of a span, pulled to whole characters inside the text.
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        let length = self.files.content(span.file).len();
        let start = self.whole(span.file, (span.start as usize).min(length));
        start..self.whole(span.file, (span.end as usize).clamp(start, length))
    }

    /// The first byte of the character that byte `at` belongs to.
    fn whole(&self, file: FileId, mut at: usize) -> usize {
        while !self.files.content(file).is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The place of byte `at`.
    pub(super) fn place(&mut self, file: FileId, at: usize) -> Place {
        let content = self.files.content(file);
        let at = self.whole(file, at);
        let starts = self.starts(file);
        let line = starts.partition_point(|start| *start <= at).max(1);
        let start = starts[line - 1];
        Place { line, column: content[start..at].chars().count() + 1 }
    }

    /// The stretch that `span` is.
    pub(super) fn stretch(&mut self, span: Span) -> Stretch {
        let bytes = self.bytes(span);
        let mut point = |at: usize| {
            let place = self.place(span.file, at);
            Point { byte: at + self.files.skipped(span.file), line: place.line, column: place.column }
        };
        Stretch { start: point(bytes.start), end: point(bytes.end), file: self.files.name(span.file) }
    }

    /// The bytes of the whole lines from line `first` to line `last`, numbered from 1.
    pub(super) fn window(&mut self, file: FileId, first: usize, last: usize) -> Range<usize> {
        let whole = self.files.content(file).len();
        let starts = self.starts(file);
        starts[first - 1]..starts.get(last).copied().unwrap_or(whole)
    }
}
