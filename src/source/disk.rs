//! A course folder on disk: walked once, nothing outside it touched.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Problem;
use super::path::{self, FILES, FOLDERS, SHARED};
use super::sources::{Raw, Sources};

/// The bytes that a text may have.
const TEXT_MOST: u64 = 16 << 20;

/// The files that a course may have.
const FILES_MOST: usize = 100_000;

/// How deep folders may stand in folders.
const DEPTH_MOST: usize = 16;

/// Reads what a course may hold. The keys are paths as authors write them.
pub(super) fn read(root: &Path) -> io::Result<BTreeMap<String, Raw>> {
    let root = fs::canonicalize(root)?;
    fs::read_dir(&root)?;
    let mut found = Vec::new();
    for name in FILES {
        walk(&root, &root.join(name), "", &mut found)?;
    }
    for name in FOLDERS {
        walk(&root, &root.join(name), "", &mut found)?;
    }
    if let Some(above) = root.parent().filter(|above| above.join(CATALOG).is_file()) {
        let shared = above.join("shared");
        walk(&shared, &shared, SHARED, &mut found)?;
    }
    // Reading is what takes time; the order of the map does not depend on it.
    Ok(found.into_par_iter().map(|(path, file)| raw(path, file)).collect())
}

/// The file that makes a folder a catalog.
pub const CATALOG: &str = "catalog.yaml";

/// Reads the catalog in folder `root`: sources that hold [`CATALOG`] alone; `None` where there is none.
pub fn catalog(root: &Path) -> Option<Sources> {
    let file = root.join(CATALOG);
    let raw = match file.symlink_metadata().ok()? {
        about if about.is_symlink() => Raw::Bad(Problem::Link),
        about if !about.is_file() => Raw::Bad(Problem::NotAFile),
        _ => text(&file),
    };
    Some(Sources::number(BTreeMap::from([(CATALOG.to_owned(), raw)])))
}

type Place = Result<(PathBuf, u64), Problem>;

/// Adds what is at `start` and below it, with its path from `root` after `before`.
fn walk(root: &Path, start: &Path, before: &str, found: &mut Vec<(String, Place)>) -> io::Result<()> {
    if start.symlink_metadata().is_err() {
        return Ok(());
    }
    for entry in WalkDir::new(start).follow_root_links(false).max_depth(DEPTH_MOST).sort_by_file_name() {
        let place = match &entry {
            Ok(entry) if entry.file_type().is_dir() && !is_like_a_text(entry) => continue,
            Ok(entry) => place(root, entry),
            Err(error) => Err(Problem::Unreadable { reason: reason(error.io_error()) }),
        };
        let path = match &entry {
            Ok(entry) => Some(entry.path()),
            Err(error) => error.path(),
        };
        found.extend(path.and_then(|path| named(root, path, before)).map(|path| (path, place)));
        if found.len() > FILES_MOST {
            return Err(io::Error::new(io::ErrorKind::InvalidData, format!("the course has more than {FILES_MOST} files")));
        }
    }
    Ok(())
}

/// The path as an author writes it. In a name that is no text, U+FFFD stands for what is none: nobody can name such a file.
fn named(root: &Path, path: &Path, before: &str) -> Option<String> {
    let parts: Vec<_> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    Some(format!("{before}{}", parts.join("/")))
}

/// Whether a folder has a name that only a text of a course can have.
fn is_like_a_text(entry: &DirEntry) -> bool {
    entry.path().extension().is_some_and(|end| ["lock", "md", "yaml"].iter().any(|own| end == *own))
}

/// The real file of `entry` and its size; only a file, and only below `root`.
fn place(root: &Path, entry: &DirEntry) -> Place {
    let unreadable = |error: &io::Error| Problem::Unreadable { reason: reason(Some(error)) };
    let file = if entry.path_is_symlink() {
        let target = fs::canonicalize(entry.path()).map_err(|_| Problem::Link)?;
        if !target.starts_with(root) || target.is_dir() {
            return Err(Problem::Link);
        }
        target
    } else {
        entry.path().to_owned()
    };
    let about = fs::metadata(&file).map_err(|error| unreadable(&error))?;
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    Ok((file, about.len()))
}

/// The file's text, or that it can be opened.
fn raw(path: String, place: Place) -> (String, Raw) {
    let raw = match place {
        Err(problem) => Raw::Bad(problem),
        Ok((file, _)) if path::is_text(&path) => text(&file),
        Ok((file, size)) if path::is_written(&path) => match read_text(&file) {
            Ok(text) => Raw::Media(file, size, Some(text)),
            Err(error) => unreadable(&error),
        },
        Ok((file, size)) => match File::open(&file) {
            Ok(_) => Raw::Media(file, size, None),
            Err(error) => unreadable(&error),
        },
    };
    (path, raw)
}

/// What the text `file` says.
fn text(file: &Path) -> Raw {
    match read_text(file) {
        Ok(Ok(bytes)) => Raw::Text(bytes),
        Ok(Err(problem)) => Raw::Bad(problem),
        Err(error) => unreadable(&error),
    }
}

/// A file that the machine does not let us read.
fn unreadable(error: &io::Error) -> Raw {
    Raw::Bad(Problem::Unreadable { reason: reason(Some(error)) })
}

/// Reads a text, but never more than a text may have.
fn read_text(file: &Path) -> io::Result<Result<Vec<u8>, Problem>> {
    let open = File::open(file)?;
    let size = open.metadata()?.len();
    let mut bytes = Vec::new();
    if size <= TEXT_MOST {
        // One more than it has shows its end.
        bytes.reserve_exact(usize::try_from(size + 1).unwrap_or_default());
        open.take(TEXT_MOST + 1).read_to_end(&mut bytes)?;
    }
    let size = size.max(bytes.len() as u64);
    Ok(if size > TEXT_MOST { Err(Problem::TooLarge { size, most: TEXT_MOST }) } else { Ok(bytes) })
}

/// What the machine says, the same on every machine.
fn reason(error: Option<&io::Error>) -> String {
    error.map_or_else(|| "links go in a circle".to_owned(), |error| error.kind().to_string())
}
