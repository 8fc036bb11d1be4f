//! Everything that `cargo test` runs beside the unit tests: one module for a feature.

mod archives;
mod content;
mod diagnostics;
mod dist;
mod host;
mod lrs;
mod packages;
mod source;
mod vectors;
mod vectors_state;
