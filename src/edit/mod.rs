//! Changes to what an author wrote: another form of the same.
//!
//! In: the files of a course. Out: their new texts, comments and order kept, nothing written. A file that cannot be read is left alone.

mod flow;
mod format;
mod names;
mod same;
mod slug;
mod written;

pub use format::{Changes, Formatted, format};
pub use written::written;
