//! The command `coursec`.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build asks for millions of small texts: the allocator of the system takes a sixth more time for them, and more memory.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(coursec::cli::run(std::env::args_os()))
}
