//! The only module that reads files.
//!
//! In: a course folder. Out: [`Sources`]: texts with their names, and media that are opened when they are packed. Fails with a
//! diagnostic for each file that is missing, unreadable, too large, or a link out of the course.

/// A media file that the course names, numbered in the order of first use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaId(pub u32);
