//! Everything that `cargo test` runs beside the unit tests: one module for a feature.

mod architecture;
mod archives;
mod commands;
mod content;
mod diagnostics;
mod dist;
mod harness;
mod host;
mod language;
mod licences;
mod lrs;
mod packages;
mod render;
mod source;
mod style;
mod vectors;
mod vectors_state;
