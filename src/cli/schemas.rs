//! The place behind `--schemas`: a folder or a zip with the schemas of a standard.
//!
//! In: a path. Out: for each target, the schemas that stand in the place of ours. Fails where the path is neither, where it has not what is
//! needed, and where it cannot be read; nothing of it is unpacked, and nothing is read but what is asked for by name.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Failure;
use crate::package::{LARGEST_SCHEMA, Official, Package, Refused, TARGETS};
use crate::target::Target;

/// The most folders that are looked into.
const FOLDERS: usize = 1000;

/// A place that has schemas.
pub(super) struct Schemas {
    path: PathBuf,
    from: Kind,
    /// "", then each folder in it, with a slash.
    folders: Vec<String>,
    found: BTreeMap<&'static str, Option<Official>>,
}

/// What a place is.
enum Kind {
    Folder,
    Zip(ZipArchive<File>),
}

impl Schemas {
    /// Opens the place at `path`.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let place = path.display();
        let found = match fs::metadata(path) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Failure::Usage(format!("cannot take schemas from `{place}`: it is not there")));
            }
            Err(error) => return Err(unread(path, &error)),
        };
        let no_zip = || Failure::Usage(format!("cannot take schemas from `{place}`: it is neither a folder nor a zip"));
        let (from, folders) = if found.is_dir() {
            (Kind::Folder, folders_in(path)?)
        } else if found.is_file() {
            let zip = ZipArchive::new(File::open(path).map_err(|error| unread(path, &error))?).map_err(|error| match error {
                ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => unread(path, &error),
                _ => no_zip(),
            })?;
            if let Some(name) = zip.file_names().filter_map(Result::ok).find(|name| leads_out(name)) {
                let why = format!("its entry `{}` leads out of it, so nothing in it can be trusted", name.escape_debug());
                return Err(Failure::Usage(format!("cannot take schemas from `{place}`: {why}")));
            }
            let folders = folders_of(&zip);
            (Kind::Zip(zip), folders)
        } else {
            return Err(no_zip());
        };
        let before = std::iter::once(String::new());
        Ok(Self { path: path.to_owned(), from, folders: before.chain(folders).collect(), found: BTreeMap::new() })
    }

    /// `package` with the schemas of this place in the place of ours, and their sum; as it was where it carries none.
    pub(super) fn put_into(&mut self, package: Package) -> Result<(Package, Option<String>), Failure> {
        Ok(match self.of(package.target)? {
            Some(official) => (official.put_into(package), Some(official.sum())),
            None => (package, None),
        })
    }

    /// Those of `target`, looked for once.
    pub(super) fn of(&mut self, target: &'static Target) -> Result<Option<&Official>, Failure> {
        if !self.found.contains_key(target.name) {
            let projection = TARGETS.iter().find(|one| one.target.name == target.name).expect("every package is of one of them");
            let Self { path, from, folders, .. } = self;
            let found = Official::find(projection, folders, |name| read(path, from, name)).map_err(|refused| match refused {
                Refused::Unfit(why) => Failure::Usage(format!("cannot take schemas from `{}`: {why}", path.display())),
                Refused::Unread(failure) => failure,
            })?;
            self.found.insert(target.name, found);
        }
        Ok(self.found[target.name].as_ref())
    }
}

/// The bytes of file `name`, as many as are needed to see that it is too large; nothing where there is none.
fn read(place: &Path, from: &mut Kind, name: &str) -> Result<Option<Vec<u8>>, Failure> {
    let mut bytes = Vec::new();
    match from {
        Kind::Folder => {
            let path = place.join(name);
            match fs::metadata(&path) {
                // What is no file at all, such as a pipe, would be waited for.
                Ok(found) if !found.is_file() => return Ok(None),
                Ok(_) => {}
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
                Err(error) => return Err(unread(&path, &error)),
            }
            let file = File::open(&path).map_err(|error| unread(&path, &error))?;
            file.take(LARGEST_SCHEMA + 1).read_to_end(&mut bytes).map_err(|error| unread(&path, &error))?;
        }
        Kind::Zip(zip) => {
            let broken = |why: &dyn std::fmt::Display| {
                Failure::Usage(format!("cannot take schemas from `{}`: its entry `{name}` cannot be read: {why}", place.display()))
            };
            match zip.by_name(name) {
                Ok(entry) => entry.take(LARGEST_SCHEMA + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?,
                Err(ZipError::FileNotFound) => return Ok(None),
                Err(error) => return Err(broken(&error)),
            };
        }
    }
    Ok(Some(bytes))
}

fn unread(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        _ => error.to_string(),
    };
    Failure::Machine(format!("cannot read `{}`: {why}", path.display()))
}

/// The folders in a folder, sorted, each with a slash.
fn folders_in(path: &Path) -> Result<Vec<String>, Failure> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| unread(path, &error))? {
        let entry = entry.map_err(|error| unread(path, &error))?;
        if let Ok(name) = entry.file_name().into_string()
            && entry.path().is_dir()
            && folders.len() < FOLDERS
        {
            folders.push(format!("{name}/"));
        }
    }
    folders.sort();
    Ok(folders)
}

/// The folders at the root of a zip.
fn folders_of(zip: &ZipArchive<File>) -> Vec<String> {
    let first = zip.file_names().filter_map(Result::ok).filter_map(|name| name.split_once('/').map(|(folder, _)| format!("{folder}/")));
    first.collect::<std::collections::BTreeSet<_>>().into_iter().take(FOLDERS).collect()
}

/// Whether the name of an entry leads out of its zip, or to another place on another system.
fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with('/') || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::leads_out;

    #[test]
    fn names_that_lead_out_are_known() {
        for name in ["../a.xsd", "a/../../b.xsd", "/a.xsd", "c:a.xsd", "..\\a.xsd", "a\0.xsd"] {
            assert!(leads_out(name), "{name}");
        }
        for name in ["a.xsd", "common/a.xsd", "a..b.xsd", "media/a b.png"] {
            assert!(!leads_out(name), "{name}");
        }
    }
}
