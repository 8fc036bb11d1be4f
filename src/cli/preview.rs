//! `coursec preview`: courses in an LMS and an LRS of their own, built again whenever a source changes.

mod rounds;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::args::Preview;
use super::courses::{self, Courses};
use super::shell::Shell;
use super::{Failure, Status};
use crate::host::{Host, Server, watch};
use rounds::Rounds;

/// Serves the courses at PATH until Ctrl-C.
pub(super) fn run(arguments: &Preview, shell: &Shell) -> Result<Status, Failure> {
    let path = arguments.place.path.as_deref();
    let folders = watched(&courses::find(path)?);
    let port = arguments.port;
    let server = Server::bind(port).map_err(|why| Failure::Machine(format!("cannot listen on port {port} of this machine: {why}")))?;
    let host = server.host();
    let (teller, changes) = channel();
    // Whoever hears it is there as long as the watch is.
    let watching = watch(&folders, move || teller.send(()).unwrap_or_default())
        .map_err(|why| Failure::Machine(format!("cannot watch the course for changes: {why}")))?;
    let mut rounds = Rounds::new(path, &arguments.target, host.origin());
    host.publish(rounds.next(shell));
    shell.print(&format!("{}/\n", host.origin()));
    shell.say("previewing; Ctrl-C ends it");
    if arguments.open {
        open(&format!("{}/", host.origin()), shell);
    }
    thread::scope(|scope| {
        let host = &host;
        scope.spawn(move || rebuild(&changes, rounds, host, shell));
        let result = server.run(end());
        drop(watching);
        result.map_err(|why| Failure::Machine(format!("the server broke: {why}")))
    })?;
    Ok(Status::Done)
}

/// Builds once for each change, or for several that came meanwhile, until nobody tells of changes any more.
fn rebuild(changes: &Receiver<()>, mut rounds: Rounds<'_>, host: &Host, shell: &Shell) {
    while changes.recv().is_ok() {
        while changes.try_recv().is_ok() {}
        host.publish(rounds.next(shell));
    }
}

/// The folders whose changes matter: of each course, and of what a catalog shares.
fn watched(courses: &Courses) -> Vec<PathBuf> {
    let above = |root: &Path| root.parent().map(|parent| if parent == Path::new("") { PathBuf::from(".") } else { parent.to_owned() });
    let mut folders: Vec<PathBuf> = courses.folders.iter().map(|folder| folder.root.clone()).collect();
    let catalogs =
        courses.folders.iter().filter_map(|folder| above(&folder.root)).filter(|folder| folder.join(crate::source::CATALOG).is_file());
    let shared: Vec<PathBuf> = catalogs.map(|folder| folder.join("shared")).filter(|folder| folder.is_dir()).collect();
    folders.extend(shared);
    folders.sort();
    folders.dedup();
    folders
}

/// Ctrl-C, or the signal that tells a service to end.
#[allow(clippy::manual_async_fn, reason = "signals are asked for inside the server's own threads")]
fn end() -> impl Future<Output = ()> {
    async {
        let interrupted = tokio::signal::ctrl_c();
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            if let Ok(mut terminated) = signal(SignalKind::terminate()) {
                tokio::select! {
                    _ = interrupted => {}
                    _ = terminated.recv() => {}
                }
                return;
            }
        }
        drop(interrupted.await);
    }
}

/// Opens `url` in the browser that the machine prefers.
fn open(url: &str, shell: &Shell) {
    let (program, words): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start"])
    } else {
        ("xdg-open", &[])
    };
    let opened = Command::new(program).args(words).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(why) = opened {
        shell.say(format_args!("no browser could be opened ({program}: {why})"));
    }
}
