//! coursec turns YAML units, learning outcomes and quiz items into course packages.
//!
//! Each module may use only those above it; `tests/it/architecture.rs` holds that.

pub mod diag;

pub mod value;

pub mod source;

pub mod yaml;

pub mod content;

pub mod target;

pub mod item;

pub mod syntax;

pub mod model;

pub mod lock;

pub mod activity;

pub mod state;

pub mod check;

pub mod theme;

pub mod render;

pub mod package;

pub mod archive;

pub mod host;

pub mod cli;
