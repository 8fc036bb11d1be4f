//! Diagnostics as people and machines read them.
//!
//! In: diagnostics, and the names and texts of their files. Out: text. Never fails.

mod human;
mod json;
mod lines;

use super::FileId;

pub use human::human;
pub use json::json;

/// The files that diagnostics speak of.
pub trait Files {
    /// The name to show.
    fn name(&self, file: FileId) -> String;
    /// The text that spans count in.
    fn content(&self, file: FileId) -> &str;
    /// The bytes of the file that stand before that text (a byte order mark).
    fn skipped(&self, file: FileId) -> usize;
}
