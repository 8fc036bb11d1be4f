//! The command `coursec`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(coursec::cli::run(std::env::args_os()))
}
