//! Where something stands in a source.

/// A file that was read, numbered in the order in which it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file: bytes from `start` up to, without, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A stretch of `file` from `start` up to `end`.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let cap = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: cap(start), end: cap(end) }
    }
}
