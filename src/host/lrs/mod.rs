//! A small LRS, strict on statements, for one preview.
//!
//! In: requests of xAPI 1.0.3: statements, states, agent profiles. Out: what was stored, in order. Fails with the status codes of xAPI Part 3, 3.2
//! and a sentence that names the place of the first fault.

mod actor;
mod document;
mod http;
mod interaction;
mod object;
mod part;
mod pattern;
mod resource;
mod result;
mod scalar;
mod statement;
mod store;

pub use document::{DocumentKey, Documents, Guard, Unchanged};
pub use http::{routes, unauthorized};
pub use part::Fault;
pub(in crate::host) use resource::identity;
pub use statement::validate;
pub use store::{Filter, Refusal, Store};
