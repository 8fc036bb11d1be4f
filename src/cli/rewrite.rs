//! Files of a course, written anew.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Failure;
use super::courses::Folder;
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

/// Writes `text` to `file`, which is whole at every moment and keeps its byte order mark.
pub(super) fn write(path: &Path, sources: &Sources, file: FileId, text: &str) -> Result<(), Failure> {
    write_all(&[Change { path: path.to_owned(), file, text }], sources)
}

/// Writes all of `changes` or none: nothing is put in place before everything is written beside it, and what was put in place goes back where
/// a later one fails.
pub(super) fn write_all(changes: &[Change<'_>], sources: &Sources) -> Result<(), Failure> {
    let staged: Vec<NamedTempFile> = changes.iter().map(|change| stage(change, sources, change.text)).collect::<Result<_, _>>()?;
    for (done, (change, new)) in changes.iter().zip(staged).enumerate() {
        let put = new.persist(&change.path).map_err(|why| failed("write", &change.path, &why.error));
        if let Err(why) = put {
            for earlier in &changes[..done] {
                let old = Change { text: sources.content(earlier.file), path: earlier.path.clone(), ..*earlier };
                let back = beside(&old, sources, old.text)?;
                back.persist(&old.path).map_err(|why| failed("write", &old.path, &why.error))?;
            }
            return Err(why);
        }
    }
    Ok(())
}

/// A file beside that of `change`, with its new text; nobody else has changed that one since it was read.
#[allow(clippy::disallowed_methods, reason = "what is written over is read once more, so that nobody else's change is lost")]
fn stage(change: &Change<'_>, sources: &Sources, text: &str) -> Result<NamedTempFile, Failure> {
    let path = &change.path;
    let before = fs::read(path).map_err(|why| failed("read", path, &why))?;
    if before != format!("{}{}", mark(change, sources), sources.content(change.file)).as_bytes() {
        return Err(Failure::Machine(format!("`{}` was changed by somebody else; nothing was written", path.display())));
    }
    beside(change, sources, text)
}

fn beside(change: &Change<'_>, sources: &Sources, text: &str) -> Result<NamedTempFile, Failure> {
    let path = &change.path;
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(path).map_err(|why| failed("read", path, &why))?.permissions();
    let told = |why: &std::io::Error| failed("write", path, why);
    let mut new = tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").tempfile_in(folder).map_err(|why| told(&why))?;
    new.write_all(format!("{}{text}", mark(change, sources)).as_bytes()).map_err(|why| told(&why))?;
    new.as_file().set_permissions(permissions).map_err(|why| told(&why))?;
    Ok(new)
}

/// The byte order mark that a file begins with, if it does.
fn mark(change: &Change<'_>, sources: &Sources) -> &'static str {
    if sources.skipped(change.file) > 0 { "\u{feff}" } else { "" }
}

fn failed(what: &str, path: &Path, why: &std::io::Error) -> Failure {
    Failure::Machine(format!("cannot {what} `{}`: {why}", path.display()))
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
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        let write = |second: &std::path::Path| {
            let changes = [
                Change { path: one.clone(), file: file("course.yaml"), text: "1" },
                Change { path: second.to_owned(), file: file("units/a.yaml"), text: "2" },
            ];
            write_all(&changes, &sources).is_ok()
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
