//! `build.json`: what coursec wrote into a folder.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Failure, failed, replace};
use crate::target;
use crate::value::{Id, Version};

/// The most bytes of a record: some 100,000 packages.
const MOST: u64 = 64 << 20;

/// A package in the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Artifact {
    /// The zip's name.
    pub file: String,
    /// The name of the folder with the same files, for a target without an LMS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// The target's name.
    pub target: String,
    /// The course's id.
    pub course: String,
    /// The course's version.
    pub version: String,
    /// The zip's bytes, in number.
    pub size: u64,
    /// SHA-256 of the zip.
    pub sha256: String,
    /// SHA-256 over the sources.
    pub sources: String,
    /// SHA-256 over the schemas in it that are not coursec's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schemas: Option<String>,
    /// What built it.
    pub compiler: String,
}

impl Artifact {
    /// Whether its names are those that coursec gives: then they lead nowhere but into the folder.
    fn is_ours(&self) -> bool {
        let target = target::named(&self.target).is_some();
        let named = Id::parse(&self.course).is_ok() && Version::parse(&self.version).is_ok();
        let name = format!("{}-{}-{}", self.course, self.version, self.target);
        let sum = self.sha256.len() == 64 && self.sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        target && named && sum && self.file == format!("{name}.zip") && self.folder.as_ref().is_none_or(|folder| *folder == name)
    }
}

/// What coursec wrote into a folder, by file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    /// Version of this form.
    coursec: u32,
    artifacts: Vec<Artifact>,
}

impl Record {
    pub(super) fn new(parts: &[&[Artifact]]) -> Self {
        let mut artifacts: Vec<Artifact> = parts.concat();
        artifacts.sort();
        Self { coursec: 1, artifacts }
    }

    /// The record in `dir`; an empty one where there is none.
    pub(super) fn read(dir: &Path) -> Result<Self, Failure> {
        let path = dir.join("build.json");
        let foreign = || Failure(format!("`{}` was not written by coursec: move it away, or name another folder", path.display()));
        match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::new(&[])),
            Err(error) => return Err(failed("look at", &path, &error)),
            Ok(found) if !found.is_file() || found.len() > MOST => return Err(foreign()),
            Ok(_) => {}
        }
        let mut text = String::new();
        let read = File::open(&path).and_then(|file| file.take(MOST).read_to_string(&mut text));
        match read {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(foreign()),
            Err(error) => return Err(failed("read", &path, &error)),
            Ok(_) => {}
        }
        let record: Self = serde_json::from_str(&text).map_err(|_| foreign())?;
        if record.coursec != 1 || !record.artifacts.iter().all(Artifact::is_ours) {
            return Err(foreign());
        }
        Ok(record)
    }

    /// What stays beside `artifacts`, and what they take the place of.
    pub(super) fn part(self, artifacts: &[Artifact]) -> (Vec<Artifact>, Vec<Artifact>) {
        self.artifacts.into_iter().partition(|old| !artifacts.iter().any(|new| new.course == old.course && new.target == old.target))
    }

    pub(super) fn write(&self, dir: &Path) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(self).expect("texts and numbers are JSON");
        text.push('\n');
        replace(&dir.join("build.json"), text.as_bytes())
    }

    /// Writes `SHA256SUMS`, as `sha256sum -c` reads it.
    pub(super) fn write_sums(&self, dir: &Path) -> Result<(), Failure> {
        let mut lines = String::new();
        for artifact in &self.artifacts {
            lines.extend([&artifact.sha256, "  ", &artifact.file, "\n"]);
        }
        replace(&dir.join("SHA256SUMS"), lines.as_bytes())
    }
}
