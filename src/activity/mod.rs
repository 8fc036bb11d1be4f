//! The activity tree: what an LMS can see of a course. Every manifest is a projection of it.
//!
//! In: [`Course`](crate::model::Course) and the lock. Out: [`Delivery`]. Cannot fail: what could is an error of an earlier stage.

mod case;
mod delivery;
mod name;
mod objective;
mod plan;
mod profile;
mod sco;
mod statements;
mod vocabulary;
mod worth;

pub use case::{PlacedCase, PlacedScene, Way};
pub use delivery::{Delivery, Launchable, Page, PageKind, PlacedInteraction, Sheet};
pub use objective::{Objective, WholeObjective};
pub use plan::plan;
pub use profile::{Profile, schema};
pub use sco::{HOME, Sco, Whole};
pub use statements::{PLATFORM, others, statements};
pub use vocabulary::{StatementKind, Vocabulary};
pub use worth::{Worth, told, worth};
