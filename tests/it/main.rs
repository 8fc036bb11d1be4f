//! Everything that `cargo test` runs beside the unit tests.

fn main() {}
