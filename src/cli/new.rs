//! `coursec new`: a course that builds at once.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::args::New;
use super::shell::Shell;
use super::{Failure, Status};

/// The examples, as they are tested.
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples");

/// What git is told: a lock that two branches added to is merged line by line, and the next build mends it.
const ATTRIBUTES: &str = "course.lock merge=union\n";

/// Names of the examples.
pub(super) fn names() -> Vec<&'static str> {
    EXAMPLES
        .dirs()
        .filter_map(|dir| dir.path().to_str())
        .filter(|name| EXAMPLES.get_file(format!("{name}/course.yaml")).is_some())
        .collect()
}

/// The texts of an example, by path.
pub(super) fn files(name: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Some(example) = EXAMPLES.get_dir(name) {
        collect(example, example.path(), &mut found);
    }
    found
}

fn collect(dir: &Dir<'_>, root: &Path, found: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        let path = file.path().strip_prefix(root).unwrap_or(file.path());
        if let (Some(path), Some(text)) = (path.to_str(), file.contents_utf8()) {
            found.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    for dir in dir.dirs() {
        collect(dir, root, found);
    }
}

/// Makes the course.
pub(super) fn run(arguments: &New, shell: &Shell) -> Result<Status, Failure> {
    let dir = &arguments.dir;
    let empty = fs::read_dir(dir).map(|mut entries| entries.next().is_none());
    match empty {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Usage(format!("`{}` is not empty", dir.display()))),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {}
        Err(why) => return Err(Failure::Usage(format!("`{}` cannot be used: {why}", dir.display()))),
    }
    let example =
        EXAMPLES.get_dir(&arguments.example).ok_or_else(|| Failure::Usage(format!("there is no example `{}`", arguments.example)))?;
    let written = write(example, example.path(), dir).and_then(|()| fs::write(dir.join(".gitattributes"), ATTRIBUTES));
    written.map_err(|why| Failure::Machine(format!("cannot write `{}`: {why}", dir.display())))?;
    shell.say(format_args!("made {}; now try `coursec build {0}`", dir.display()));
    Ok(Status::Done)
}

/// Writes what is in `from` to `to`, with paths as they are below `root`.
fn write(from: &Dir<'_>, root: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in from.files() {
        let path = to.join(file.path().strip_prefix(root).unwrap_or(file.path()));
        fs::write(path, file.contents())?;
    }
    for dir in from.dirs() {
        let below = to.join(dir.path().strip_prefix(root).unwrap_or(dir.path()));
        fs::create_dir_all(&below)?;
        write(dir, root, to)?;
    }
    Ok(())
}
