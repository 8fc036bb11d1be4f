//! Files of a course, written anew.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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

/// Writes `text` to `file`, which is whole at every moment and keeps its byte order mark.
#[allow(clippy::disallowed_methods, reason = "what is written over is read once more, so that nobody else's change is lost")]
pub(super) fn write(path: &Path, sources: &Sources, file: FileId, text: &str) -> Result<(), Failure> {
    let mark = if sources.skipped(file) > 0 { "\u{feff}" } else { "" };
    let before = fs::read(path).map_err(|why| failed("read", path, &why))?;
    if before != format!("{mark}{}", sources.content(file)).as_bytes() {
        return Err(Failure::Machine(format!("`{}` was changed by somebody else; nothing was written to it", path.display())));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(path).map_err(|why| failed("read", path, &why))?.permissions();
    let told = |why: &std::io::Error| failed("write", path, why);
    let mut new = tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").tempfile_in(folder).map_err(|why| told(&why))?;
    new.write_all(format!("{mark}{text}").as_bytes()).map_err(|why| told(&why))?;
    new.as_file().set_permissions(permissions).map_err(|why| told(&why))?;
    new.persist(path).map_err(|why| told(&why.error))?;
    Ok(())
}

fn failed(what: &str, path: &Path, why: &std::io::Error) -> Failure {
    Failure::Machine(format!("cannot {what} `{}`: {why}", path.display()))
}
