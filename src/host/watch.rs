//! Tells that something in a course folder changed.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use notify::{Config, PollWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, NoCache, new_debouncer, new_debouncer_opt};

/// Events that come closer together than this are one change: an editor that saves makes several.
const TOGETHER: Duration = Duration::from_millis(150);

/// How often folders are looked through where the system tells nothing: network file systems, some containers.
const POLLED: Duration = Duration::from_secs(1);

/// Folders that hold what was made of sources, never sources.
const MADE: [&str; 3] = ["dist", "node_modules", "target"];

/// Watches as long as it is kept.
pub struct Watch {
    _watcher: Box<dyn Send>,
}

/// Watches `folders` and what is below them; calls `changed` after each change of a file that can be a source. Folders are watched,
/// never files: an editor that replaces a file by a rename would end the watch of a file.
///
/// # Errors
/// A folder is not there, or neither the system nor looking through the folders works.
pub fn watch(folders: &[PathBuf], changed: impl Fn() + Clone + Send + 'static) -> notify::Result<Watch> {
    let told = |roots: Vec<PathBuf>, changed: Box<dyn Fn() + Send>| {
        move |result: DebounceEventResult| {
            let about = |path: &PathBuf| roots.iter().any(|root| path.strip_prefix(root).is_ok_and(can_be_source));
            let matters = match result {
                Ok(events) => events.iter().any(|event| event.need_rescan() || (!event.kind.is_access() && event.paths.iter().any(about))),
                Err(_) => true,
            };
            if matters {
                changed();
            }
        }
    };
    let roots: Vec<PathBuf> = folders.iter().map(|folder| folder.canonicalize()).collect::<Result<_, _>>()?;
    let native = new_debouncer(TOGETHER, None, told(roots.clone(), Box::new(changed.clone()))).and_then(|mut watcher| {
        roots.iter().try_for_each(|root| watcher.watch(root, RecursiveMode::Recursive))?;
        Ok(Watch { _watcher: Box::new(watcher) })
    });
    native.or_else(|_| {
        let config = Config::default().with_poll_interval(POLLED);
        let mut watcher =
            new_debouncer_opt::<_, PollWatcher, NoCache>(TOGETHER, None, told(roots.clone(), Box::new(changed)), NoCache::new(), config)?;
        roots.iter().try_for_each(|root| watcher.watch(root, RecursiveMode::Recursive))?;
        Ok(Watch { _watcher: Box::new(watcher) })
    })
}

/// Whether a file at `path` below a watched folder can be a source: not hidden, not made of sources, not an editor's own.
fn can_be_source(path: &Path) -> bool {
    let odd = |part: &OsStr| {
        let part = part.to_string_lossy();
        part.starts_with('.') || part.starts_with('#') || part.ends_with('~') || MADE.contains(&&*part)
    };
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part),
        _ => None,
    });
    !parts.into_iter().any(odd)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::{can_be_source, watch};

    #[test]
    fn what_editors_and_builds_write_is_no_source() {
        for path in ["course.yaml", "units/a.yaml", "media/clip.mp4", "course.lock", ""] {
            assert!(can_be_source(Path::new(path)), "{path}");
        }
        for path in [".git/index", "units/.a.yaml.swp", "units/a.yaml~", "dist/build.json", "units/#a.yaml#", "node_modules/x/y.js"] {
            assert!(!can_be_source(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn a_rename_a_new_folder_and_a_removal_are_told_and_reading_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path().to_owned();
        fs::write(root.join("course.yaml"), "a").expect("it can be written");
        let (sender, told) = channel();
        let watching = watch(std::slice::from_ref(&root), move || sender.send(()).unwrap_or_default()).expect("it can be watched");
        let hears = |what: &str| {
            told.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|_| panic!("{what} was not told"));
            while told.recv_timeout(Duration::from_millis(600)).is_ok() {}
        };
        fs::write(root.join(".new"), "b").expect("it can be written");
        fs::rename(root.join(".new"), root.join("course.yaml")).expect("it can be renamed");
        hears("a rename");
        fs::create_dir(root.join("units")).expect("it can be made");
        fs::write(root.join("units/a.yaml"), "c").expect("it can be written");
        hears("a new folder");
        fs::remove_file(root.join("units/a.yaml")).expect("it can be removed");
        hears("a removal");
        let mut file = fs::File::open(root.join("course.yaml")).expect("it can be opened");
        io::copy(&mut file, &mut io::sink()).expect("it can be read");
        fs::create_dir(root.join("dist")).expect("it can be made");
        assert!(told.recv_timeout(Duration::from_millis(600)).is_err(), "neither reading nor what a build writes is told");
        drop(watching);
    }
}
