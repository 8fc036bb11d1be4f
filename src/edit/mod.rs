//! Changes to what an author wrote: another form of the same, another id.
//!
//! In: the files of a course. Out: their new texts, comments and order kept, nothing written. A file that cannot be read is left alone, a rename that cannot be whole is refused.

mod flow;
mod format;
mod names;
mod rename;
mod same;
mod slug;
mod written;

pub use format::{Changes, Formatted, format};
pub use rename::{Renamed, rename};
pub use written::written;
