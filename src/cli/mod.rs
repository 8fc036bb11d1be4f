//! The command line.
//!
//! In: what was typed. Out: packages, the lock, what there is to say, and an exit status. Fails as `Status` tells.

mod args;
mod build;
mod check;
mod courses;
pub mod dist;
mod explain;
mod fix;
mod fmt;
mod journal;
mod manual;
mod mv;
mod new;
mod preview;
mod report;
mod rewrite;
mod schemas;
mod shell;
mod statements;
mod tell;

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};
use shell::Shell;

/// How a command ended; as a number, its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Done.
    Done = 0,
    /// The course has errors.
    Errors = 1,
}

/// Why a command could not do its work.
#[derive(Debug)]
enum Failure {
    /// What was typed cannot be done.
    Usage(String),
    /// Disk or network failed.
    Machine(String),
}

/// Runs the command that `args` tell, the first of them the program's name, and gives its exit status: 0 done, 1 the course has
/// errors, 2 wrong usage, 3 the machine failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, and are no mistakes.
            let _ = error.print();
            return u8::from(error.use_stderr()) * 2;
        }
    };
    let mut shell = Shell::new(arguments.voice);
    let result = match &arguments.command {
        Command::New(arguments) => new::run(arguments, &shell),
        Command::Check(arguments) => check::run(arguments, &mut shell),
        Command::Fmt(arguments) => fmt::run(arguments, &shell),
        Command::Mv(arguments) => mv::run(arguments, &shell),
        Command::Build(arguments) => build::run(arguments, &mut shell),
        Command::Report(arguments) => report::run(arguments, &shell),
        Command::Statements(arguments) => statements::run(arguments, &shell),
        Command::Explain(arguments) => explain::run(arguments, &shell),
        Command::Completions(arguments) => Ok(manual::completions(arguments, &shell)),
        Command::Man => manual::page(&shell),
        Command::Preview(arguments) => preview::run(arguments, &shell),
    };
    shell.finish();
    match result {
        Ok(status) => status as u8,
        Err(Failure::Usage(why)) => {
            shell.fail(why);
            2
        }
        Err(Failure::Machine(why)) => {
            shell.fail(why);
            3
        }
    }
}
