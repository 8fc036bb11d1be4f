//! Diagnostics as people and machines read them.
//!
//! In: diagnostics, and the names and texts of their files. Out: text. Never fails.
//!
//! Every format counts places the same way: lines and columns from 1; a column is one character (a Unicode scalar value), also where
//! it is a tab or takes two columns on a screen; a line ends with its line feed, and the carriage return before it belongs to it; a
//! byte order mark is in the bytes, which count from 0 in the file as it is on disk, and in no column. An end is the first place
//! that is not meant any more.

mod github;
mod human;
mod json;
mod junit;
mod lines;
mod sarif;

use super::FileId;

pub use github::github;
pub use human::human;
pub use json::json;
pub use junit::Junit;
pub use sarif::Sarif;

/// The files that diagnostics speak of.
pub trait Files {
    /// The name to show.
    fn name(&self, file: FileId) -> String;
    /// The text that spans count in.
    fn content(&self, file: FileId) -> &str;
    /// The bytes of the file that stand before that text (a byte order mark).
    fn skipped(&self, file: FileId) -> usize;
}
