//! Everything that `cargo test` runs beside the unit tests: one module for a feature.

mod content;
mod diagnostics;
mod source;
mod vectors_state;
