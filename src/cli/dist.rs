//! The folder that packages are written to.
//!
//! In: a course's packages. Out: zips, `build.json`, `SHA256SUMS`. Fails with one sentence where the folder cannot be written; then what
//! was there is as it was.

mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::{NamedTempFile, TempDir};

use crate::archive::{archive, copy};
use crate::package::{Contents, Package};
use crate::source::{MediaId, Sources, sum};
use crate::value::{Id, Version};
pub use record::Artifact;
use record::Record;

/// Bytes that are read at once.
const BUFFER: usize = 1 << 20;

/// A course that was built.
#[derive(Clone, Copy, Debug)]
pub struct Built<'a> {
    /// Its id.
    pub course: &'a Id,
    /// Its version.
    pub version: &'a Version,
    /// Its sources.
    pub sources: &'a Sources,
    /// One package for each target.
    pub packages: &'a [Package],
    /// The sum of the schemas that somebody else made, by the target whose package carries them.
    pub schemas: &'a BTreeMap<&'static str, String>,
}

/// Why nothing was written, in one sentence for people.
#[derive(Debug)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A package that stands beside its place, to be put there by a rename.
struct Ready {
    artifact: Artifact,
    zip: NamedTempFile,
    folder: Option<TempDir>,
}

/// Writes the packages of a course into folder `dir`, and takes away what was there of the same course and targets.
pub fn write(dir: &Path, built: Built<'_>) -> Result<Vec<Artifact>, Failure> {
    open(dir)?;
    let before = Record::read(dir)?;
    let prepared = || -> Result<Vec<Ready>, Failure> { built.packages.iter().map(|package| prepare(dir, built, package)).collect() };
    let (sources, ready) = rayon::join(|| digest(built), prepared);
    let (sources, mut ready) = (sources?, ready?);
    for ready in &mut ready {
        ready.artifact.sources.clone_from(&sources);
    }
    let artifacts: Vec<Artifact> = ready.iter().map(|ready| ready.artifact.clone()).collect();
    let (mut kept, replaced) = before.part(&artifacts);
    kept.retain(|old| dir.join(&old.file).is_file());
    for folder in artifacts.iter().filter_map(|artifact| artifact.folder.as_ref()) {
        let known = replaced.iter().any(|old| old.folder.as_ref() == Some(folder));
        if !known && dir.join(folder).symlink_metadata().is_ok() {
            return Err(Failure(format!("`{}` is there and was not built by coursec: move it away", dir.join(folder).display())));
        }
    }
    let stale: Vec<Artifact> = replaced.into_iter().filter(|old| artifacts.iter().all(|new| new.file != old.file)).collect();
    // What is going to be there is written down before it is, so that a build that is cut short leaves nothing unknown.
    Record::new(&[kept.as_slice(), &stale, &artifacts]).write(dir)?;
    for ready in ready {
        publish(dir, ready)?;
    }
    for old in &stale {
        remove(&dir.join(&old.file))?;
        old.folder.iter().try_for_each(|folder| remove(&dir.join(folder)))?;
    }
    let after = Record::new(&[kept.as_slice(), &artifacts]);
    after.write(dir)?;
    after.write_sums(dir)?;
    Ok(artifacts)
}

/// Makes sure that `dir` is a folder of its own.
fn open(dir: &Path) -> Result<(), Failure> {
    let refuse = |why: &str| Err(Failure(format!("cannot write to `{}`: {why}", dir.display())));
    match dir.symlink_metadata() {
        Ok(found) if found.is_symlink() => refuse("it is a link; name the folder itself"),
        Ok(found) if !found.is_dir() => refuse("it is a file, not a folder"),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(dir).map_err(|error| failed("make folder", dir, &error))
        }
        Err(error) => Err(failed("look at", dir, &error)),
    }
}

/// Writes a package beside its place; the sum of its sources is not known yet.
fn prepare(dir: &Path, built: Built<'_>, package: &Package) -> Result<Ready, Failure> {
    let name = format!("{}-{}-{}", built.course, built.version, package.target.name);
    let file = format!("{name}.zip");
    let path = dir.join(&file);
    let told = |error: io::Error| failed("write", &path, &error);
    let zip = beside(dir).map_err(told)?;
    archive(package, built.sources, BufWriter::with_capacity(BUFFER, zip.as_file())).map_err(told)?;
    let (size, sha256) = sum(&mut File::open(zip.path()).map_err(told)?).map_err(told)?;
    let folder = (!package.target.has_lms).then(|| unpack(dir, built.sources, package)).transpose().map_err(told)?;
    let artifact = Artifact {
        file,
        folder: folder.as_ref().map(|_| name),
        target: package.target.name.to_owned(),
        course: built.course.to_string(),
        version: built.version.to_string(),
        size,
        sha256,
        sources: String::new(),
        schemas: built.schemas.get(package.target.name).cloned(),
        compiler: concat!("coursec ", env!("CARGO_PKG_VERSION")).to_owned(),
    };
    Ok(Ready { artifact, zip, folder })
}

/// An unnamed file in `dir`, with the permissions that any new file has.
fn beside(dir: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").permissions(Permissions::from_mode(0o666)).tempfile_in(dir)
}

/// The files of `package` in a folder beside its place.
fn unpack(dir: &Path, sources: &Sources, package: &Package) -> io::Result<TempDir> {
    let folder = tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").permissions(Permissions::from_mode(0o777)).tempdir_in(dir)?;
    for entry in &package.entries {
        let path = folder.path().join(&entry.name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        copy(entry, sources, &mut File::create_new(path)?)?;
    }
    Ok(folder)
}

/// Puts a package into its place.
fn publish(dir: &Path, ready: Ready) -> Result<(), Failure> {
    let path = dir.join(&ready.artifact.file);
    ready.zip.persist(&path).map_err(|error| failed("write", &path, &error.error))?;
    let (Some(folder), Some(name)) = (ready.folder, &ready.artifact.folder) else { return Ok(()) };
    let path = dir.join(name);
    remove(&path)?;
    let made = folder.keep();
    fs::rename(&made, &path).map_err(|error| {
        // The folder beside it is ours; if it cannot be removed either, the first error says why.
        drop(fs::remove_dir_all(&made));
        failed("write", &path, &error)
    })
}

/// Removes a file, a folder, or a link (never what it leads to).
fn remove(path: &Path) -> Result<(), Failure> {
    let removed = match path.symlink_metadata() {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    removed.map_err(|error| failed("remove", path, &error))
}

/// Writes `bytes` to `path` through a file beside it.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let dir = path.parent().filter(|dir| *dir != Path::new("")).unwrap_or(Path::new("."));
    let told = |error: io::Error| failed("write", path, &error);
    let mut file = beside(dir).map_err(told)?;
    file.write_all(bytes).map_err(told)?;
    file.persist(path).map_err(|error| told(error.error))?;
    Ok(())
}

fn failed(action: &str, path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        _ => error.to_string(),
    };
    Failure(format!("cannot {action} `{}`: {why}", path.display()))
}

/// One SHA-256 over the texts of a course and the media that its packages hold.
fn digest(built: Built<'_>) -> Result<String, Failure> {
    let media = |package: &Package| -> Vec<MediaId> {
        package.entries.iter().filter_map(|entry| if let Contents::Media(media) = entry.contents { Some(media) } else { None }).collect()
    };
    let used: BTreeSet<MediaId> = built.packages.iter().flat_map(media).collect();
    built.sources.digest(used).map_err(|(media, error)| failed("read", Path::new(built.sources.media_path(media)), &error))
}
