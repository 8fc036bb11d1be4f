//! What learners' records stand on: slots, public ids, shapes, releases.
//!
//! In: the text of `course.lock`, and a [`Course`](crate::model::Course). Out: a [`Lock`] that has a slot for everything
//! tracked, to be written by the caller. Fails where the file cannot be read, where what a release recorded would be lost,
//! and where a mode forbids what would have to change.

mod census;
mod correction;
mod digest;
mod file;
mod kind;
mod line;
mod moves;
mod number;
mod parse;
mod record;
mod release;
mod repair;
pub mod rules;
mod slots;
mod snapshot;
mod thing;
mod things;
mod update;

pub use census::{built_in, has_results, item_path, practice};
pub use file::{Lock, PartSlots, Release};
pub use kind::{Kind, SheetPurpose};
pub use parse::parse;
pub use snapshot::{Snapshot, case_number};
pub use thing::{Draws, Facts, Public, Record, Thing};
pub use update::{Mode, against, update};
