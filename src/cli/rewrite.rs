//! Files of a course, written anew.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Failure;
use super::courses::Folder;
use super::journal::{Journal, Pair, failed};
use super::shell::Shell;
use crate::diag::FileId;
use crate::diag::emit::Files;
use crate::source::Sources;

/// The folder of a course, no link in its path.
pub(super) fn root(folder: &Folder) -> Result<PathBuf, Failure> {
    fs::canonicalize(&folder.root).map_err(|why| failed("read", &folder.root, &why))
}

/// The file on disk, if it is one of the course folder `root` itself: `shared:` belongs to others, and a link may lead elsewhere.
pub(super) fn place(root: &Path, sources: &Sources, file: FileId) -> Option<PathBuf> {
    let name = sources.name(file);
    let path = fs::canonicalize(root.join(name)).ok()?;
    (!name.starts_with("shared:") && path.starts_with(root) && path.is_file()).then_some(path)
}

/// A file and its new text.
pub(super) struct Change<'t> {
    /// The file on disk.
    pub(super) path: PathBuf,
    /// The file as it was read.
    pub(super) file: FileId,
    /// What it is to hold.
    pub(super) text: &'t str,
}

/// Writes all of `changes`, of files below `root`, or none. Each file is whole at every moment and keeps its byte order mark; where there are several, a run
/// that is killed between them is finished by the next one.
pub(super) fn write_all(root: &Path, changes: &[Change<'_>], sources: &Sources) -> Result<(), Failure> {
    let pairs: Vec<Pair> = changes.iter().map(|change| pair(change, sources)).collect::<Result<_, _>>()?;
    match pairs.as_slice() {
        [] => Ok(()),
        [one] => beside(one),
        several => Journal::begin(root, several)?.commit(several),
    }
}

/// Finishes what an earlier run that was interrupted began to write in the course at `folder`, and says so.
pub(super) fn finish(folder: &Folder, shell: &Shell) -> Result<(), Failure> {
    match Journal::resume(&root(folder)?)? {
        None => {}
        Some(put) if put.is_empty() => shell.say("an earlier run was interrupted before it changed anything"),
        Some(put) => shell.say(format_args!("finished what an interrupted run had begun: {}", put.join(", "))),
    }
    Ok(())
}

/// What a file holds, as nobody else has changed it since it was read, and what it is to hold.
#[allow(clippy::disallowed_methods, reason = "what is written over is read once more, so that nobody else's change is lost")]
fn pair(change: &Change<'_>, sources: &Sources) -> Result<Pair, Failure> {
    let path = &change.path;
    let mark = mark(change, sources);
    let old = fs::read(path).map_err(|why| failed("read", path, &why))?;
    if old != format!("{mark}{}", sources.content(change.file)).as_bytes() {
        return Err(Failure::Machine(format!("`{}` was changed by somebody else; nothing was written", path.display())));
    }
    Ok(Pair { path: path.clone(), old, new: format!("{mark}{}", change.text).into_bytes() })
}

/// Writes one file, through another beside it.
fn beside(pair: &Pair) -> Result<(), Failure> {
    let path = &pair.path;
    let put = || {
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut new = tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").tempfile_in(folder)?;
        new.write_all(&pair.new)?;
        new.as_file().set_permissions(fs::metadata(path)?.permissions())?;
        new.persist(path).map_err(|why| why.error)
    };
    put().map(drop).map_err(|why| failed("write", path, &why))
}

/// The byte order mark that a file begins with, if it does.
fn mark(change: &Change<'_>, sources: &Sources) -> &'static str {
    if sources.skipped(change.file) > 0 { "\u{feff}" } else { "" }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test looks at the files that were written")]
mod tests {
    use super::{Change, write_all};
    use crate::source::Sources;
    use std::fs;

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::TempDir::new().expect("a folder can be made");
        let sources = Sources::from_memory(&[("course.yaml", "one"), ("units/a.yaml", "two")]);
        let file = |path: &str| sources.text(path).expect("it is there");
        let root = fs::canonicalize(folder.path()).expect("it is there");
        let (one, two) = (root.join("one"), root.join("two"));
        let write = |second: &std::path::Path| {
            let changes = [
                Change { path: one.clone(), file: file("course.yaml"), text: "1" },
                Change { path: second.to_owned(), file: file("units/a.yaml"), text: "2" },
            ];
            write_all(&root, &changes, &sources).is_ok()
        };
        fs::write(&one, "one").expect("it can be written");
        fs::write(&two, "changed").expect("it can be written");
        for second in [&two, &folder.path().join("gone")] {
            assert!(!write(second));
            assert_eq!(fs::read_to_string(&one).ok().as_deref(), Some("one"));
        }
        fs::write(&two, "two").expect("it can be written");
        assert!(write(&two));
        assert_eq!((fs::read_to_string(&one).ok().as_deref(), fs::read_to_string(&two).ok().as_deref()), (Some("1"), Some("2")));
        assert_eq!(fs::read_dir(folder.path()).map(Iterator::count).ok(), Some(2), "nothing is left beside them");
    }
}
