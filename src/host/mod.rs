//! The preview's server: what an LMS and an LRS are to a course, on the author's own machine.
//!
//! In: built packages as a [`Site`], requests from this machine. Out: their files, the strict host's page, records, statements, events.
//! Fails with HTTP status codes; nothing outside the built packages is ever served.

mod activity;
pub mod clock;
mod cmi5;
mod events;
mod faults;
mod file;
mod guard;
mod launch;
pub mod lrs;
mod mime;
mod page;
mod record;
mod secret;
mod served;
mod server;
mod site;
mod state;
mod watch;

pub use faults::{Commits, Faults, LrsState};
pub use launch::{LaunchOptions, LrsBy};
pub use server::Server;
pub use site::{Course, File, Files, Opener, Site, Unit};
pub use state::Host;
pub use watch::{Watch, watch};
