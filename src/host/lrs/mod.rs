//! A small LRS, strict on statements, for one preview.
//!
//! In: requests of xAPI 1.0.3's statement resource. Out: what was stored, in order. Fails with the status codes of xAPI Part 3, 3.2
//! and a sentence that names the place of the first fault.

mod actor;
mod http;
mod interaction;
mod object;
mod part;
mod pattern;
mod result;
mod scalar;
mod statement;
mod store;

pub use http::{routes, unauthorized};
pub use part::Fault;
pub use statement::validate;
pub use store::{Filter, Refusal, Store};
