//! The command `coursec`.

fn main() {}
