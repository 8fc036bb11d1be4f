//! Everything that `cargo test` runs beside the unit tests: one module for a feature.

#![allow(clippy::disallowed_methods, reason = "tests look at files and folders of their own")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are ours")]

mod activity;
mod architecture;
mod archives;
mod bench_course;
mod broken;
mod builds;
mod case_studies;
mod commands;
mod content;
mod content_places;
mod determinism;
mod diagnostics;
mod dist;
mod examples;
mod explain;
mod fix;
mod fmt;
mod harness;
mod host;
mod host_cmi5;
mod hostile;
mod hostile_files;
mod hostile_media;
mod hostile_yaml;
mod items;
mod junit;
mod language;
mod language_whole;
mod launched;
mod licences;
mod lock;
mod lock_language;
mod lock_merge;
mod lrs;
mod mv;
mod oracle;
mod packages;
mod papers;
mod preview;
mod profiles;
mod registries;
mod render;
mod report;
mod rewrite;
mod shipped;
mod slips;
mod slips_prose;
mod source;
mod state;
mod style;
mod theme;
mod vectors;
mod vectors_state;
