//! A learner's state: what is kept of it, how, and what follows from it.
//!
//! In: layouts from the lock and the course, states and frames in JSON's form. Out: frames, states, outcomes, the run-time's
//! data, the bound of a frame. Reading a frame never fails; a bound above a target's limit is a diagnostic.

mod bound;
mod decode;
pub mod draw;
mod encode;
mod layout;
mod layouts;
mod letters;
mod migrate;
mod outcome;
mod player;
mod report;
mod response;
pub mod rules;
mod session;
mod whole;

pub use bound::{Bound, bound, too_large};
pub use decode::{Decoded, Verdict, decode};
pub use encode::encode;
pub use layout::{Layout, Layouts, SheetLayout, StoredShape};
pub use layouts::{layouts, scope};
pub use outcome::{Outcome, PageTerms, Rules, SheetTerms, Terms, outcome, passes};
pub use player::{Player, asks_services, player, reports};
pub use report::{WholeObjectiveData, whole_objectives};
pub use session::{Answer, Completion, Given, Mark, Paper, SheetState, State, Success};
pub use whole::{Record, read_course, write_course};
