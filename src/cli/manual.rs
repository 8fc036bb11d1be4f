//! `coursec completions` and `coursec man`: the command line told to shells and to `man`.

use clap::CommandFactory;

use super::args::{Arguments, Completions};
use super::shell::Shell;
use super::{Failure, Status};

/// Prints the completions for a shell.
pub(super) fn completions(arguments: &Completions, shell: &Shell) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "coursec", &mut script);
    print(&script, shell)
}

/// Prints the manual page.
pub(super) fn page(shell: &Shell) -> Result<Status, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(|why| Failure::Machine(why.to_string()))?;
    Ok(print(&page, shell))
}

fn print(text: &[u8], shell: &Shell) -> Status {
    shell.print(&String::from_utf8_lossy(text));
    Status::Done
}
