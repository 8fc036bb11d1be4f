//! Changes to what an author wrote: another form of the same, another id or place.
//!
//! In: the files of a course. Out: their new texts, comments and order kept, nothing written. A file that cannot be read is left alone, a move that cannot be whole is refused.

mod carry;
mod edits;
mod flow;
mod format;
mod moved;
mod names;
mod page;
mod part;
mod relocate;
mod same;
mod slug;
mod written;

pub use format::{Changes, Formatted, format};
pub use relocate::{Relocated, relocate};
pub use written::written;
