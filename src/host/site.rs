//! What is served: the packages of the last good build.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

use serde_json::{Value, json};

/// Opens a media file for reading from its start.
pub type Opener = Arc<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync>;

/// A file of a package.
#[derive(Clone)]
pub enum File {
    /// What the compiler wrote.
    Bytes(Arc<[u8]>),
    /// What stands in the course folder: its size in bytes, and the way to it.
    Media(u64, Opener),
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Media(size, _) => write!(f, "Media({size})"),
        }
    }
}

/// Files of a package by their names in it.
pub type Files = BTreeMap<String, File>;

/// A course that was built.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id.
    pub id: String,
    /// Its title, plain.
    pub title: String,
    /// Its packages' files, by target.
    pub packages: BTreeMap<String, Files>,
    /// What can be launched, in teaching order.
    pub units: Vec<Unit>,
}

/// A launchable.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its public id.
    pub id: String,
    /// Its title, plain.
    pub title: String,
    /// Its document in each package.
    pub file: String,
    /// The targets that launch it, by name.
    pub targets: Vec<String>,
    /// `adlcp:masteryscore` of its item, 0 to 100; empty where there is none.
    pub mastery: String,
}

/// What a build gave.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The courses that are there, in the catalog's order; one whose build failed, as it was last good.
    pub courses: Vec<Course>,
    /// What the last build had to say, as text for people; empty where nothing.
    pub problems: String,
    /// Whether the last build of some course failed.
    pub failed: bool,
    /// Whether some course was built anew.
    pub fresh: bool,
}

impl Site {
    /// The course with this id.
    #[must_use]
    pub fn course(&self, id: &str) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == id)
    }

    /// The file `name` of a course's package.
    #[must_use]
    pub fn file(&self, course: &str, target: &str, name: &str) -> Option<&File> {
        self.course(course)?.packages.get(target)?.get(name)
    }

    /// What the host's pages show of it.
    pub(super) fn shown(&self) -> Value {
        let unit = |unit: &Unit| json!({"id": unit.id, "title": unit.title, "file": unit.file, "targets": unit.targets});
        let course = |course: &Course| {
            let units: Vec<Value> = course.units.iter().map(unit).collect();
            let targets: Vec<&String> = course.packages.keys().collect();
            json!({"id": course.id, "title": course.title, "targets": targets, "units": units})
        };
        let courses: Vec<Value> = self.courses.iter().map(course).collect();
        json!({"courses": courses, "problems": self.problems, "failed": self.failed})
    }
}

impl Course {
    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }
}
