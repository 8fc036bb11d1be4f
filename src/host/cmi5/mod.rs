//! A small LMS that launches by cmi5, strict on what an AU must do.
//!
//! In: launches, and requests to the LRS with the token of a session. Out: what the launch needs, and what became of the registration.
//! Fails with 403 and the number of the requirement that a request breaks.

mod http;
mod launch;
mod rules;
mod session;
mod structure;

pub(super) use http::{fetch, record, returned};
pub(super) use launch::launch;
pub(super) use session::Sessions;
