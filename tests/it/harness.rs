//! Stories: a course in a temporary folder, the real command, and everything it says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use coursec::source::Sources;
use snapbox::IntoData;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A course in a folder of its own; at first a copy of `examples/minimal`.
pub(crate) struct CourseTest {
    folder: TempDir,
}

/// What a command said and did.
pub(crate) struct Ran {
    folder: PathBuf,
    output: Output,
    test: Option<CourseTest>,
}

impl CourseTest {
    /// The smallest course.
    pub(crate) fn new() -> Self {
        Self::of("examples/minimal")
    }

    /// A course of the project.
    pub(crate) fn of(folder: &str) -> Self {
        let test = Self::empty();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), test.folder.path());
        test
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let file = self.folder.path().join(path);
        fs::create_dir_all(file.parent().expect("below the folder")).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
        self
    }

    /// Replaces `from`, which has to be there once, in a file.
    pub(crate) fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.folder.path().join(path)).expect("the file is there");
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        self.file(path, text.replace(from, to))
    }

    /// Runs `coursec` with the words of `line` in the folder.
    pub(crate) fn run(self, line: &str) -> Ran {
        self.run_with(line, &[])
    }

    /// The same, in an environment of these variables alone.
    pub(crate) fn run_with(self, line: &str, variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_coursec"));
        command.env_clear().envs(variables.iter().copied());
        self.ran(command, line)
    }

    /// The same, without the right of the superuser to read whatever there is.
    pub(crate) fn run_without_rights(self, line: &str) -> Ran {
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set=-all", "--inh-caps=-all", env!("CARGO_BIN_EXE_coursec")]);
        self.ran(command, line)
    }

    fn ran(self, mut command: Command, line: &str) -> Ran {
        let output = command.args(line.split_whitespace()).current_dir(self.folder.path()).output().expect("the command runs");
        Ran { folder: self.folder.path().to_owned(), output, test: Some(self) }
    }
}

impl Ran {
    /// It said this on stderr.
    #[track_caller]
    pub(crate) fn stderr(self, expected: impl IntoData) -> Self {
        snapbox::assert_data_eq!(self.said(&self.output.stderr), expected);
        self
    }

    /// It said this on stdout.
    #[track_caller]
    pub(crate) fn stdout(self, expected: impl IntoData) -> Self {
        snapbox::assert_data_eq!(self.said(&self.output.stdout), expected);
        self
    }

    /// It ended with this status.
    #[track_caller]
    pub(crate) fn status(self, expected: i32) -> Self {
        assert_eq!(self.output.status.code(), Some(expected), "{}", String::from_utf8_lossy(&self.output.stderr));
        self
    }

    /// A file in the folder holds this.
    #[track_caller]
    pub(crate) fn file_content(self, path: &str, expected: impl IntoData) -> Self {
        let text = fs::read_to_string(self.folder.join(path)).expect("the file was written");
        snapbox::assert_data_eq!(text, expected);
        self
    }

    /// A file was written here.
    #[track_caller]
    pub(crate) fn has_file(self, path: &str) -> Self {
        assert!(self.folder.join(path).is_file(), "{path} is not there");
        self
    }

    /// Nothing is at this path.
    #[track_caller]
    pub(crate) fn no_file(self, path: &str) -> Self {
        assert!(!self.folder.join(path).exists(), "{path} is there");
        self
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// What was said on stdout, as it was.
    pub(crate) fn out(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).expect("stdout is UTF-8")
    }

    /// What was said on stderr, as it was.
    pub(crate) fn err(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).expect("stderr is UTF-8")
    }

    /// Goes on with the same folder.
    pub(crate) fn then(mut self) -> CourseTest {
        self.test.take().expect("a folder goes on once")
    }

    /// With the folder's name taken out.
    fn said(&self, bytes: &[u8]) -> String {
        let folder = self.folder.display().to_string();
        String::from_utf8_lossy(bytes).replace(&folder, "[ROOT]")
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(|entry| entry.expect("the example can be listed")) {
        let place = to.join(entry.path().strip_prefix(from).expect("it is below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(place).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), place).expect("a file can be copied");
        }
    }
}

/// The files of `tests/whole`, its films and pictures with them.
pub(crate) fn whole() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
    let files = WalkDir::new(&root).into_iter().map(|entry| entry.expect("it can be listed")).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().strip_prefix(&root).expect("below").display().to_string(), fs::read(entry.path()).expect("read")))
        .collect()
}

/// A course of `files`, by their paths in its folder, which is there as long as it is held.
pub(crate) fn loaded(files: &BTreeMap<String, Vec<u8>>) -> (TempDir, Sources) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let sources = Sources::load(folder.path()).expect("it is there");
    (folder, sources)
}
