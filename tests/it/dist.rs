//! The folder that packages are written to.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use coursec::cli::dist::{Built, write};
use coursec::package::{Contents, Entry, Package};
use coursec::source::Sources;
use coursec::target::{SCORM12, Target, WEB};
use coursec::value::{Id, Version};
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

/// A folder to write to, and a course to write.
struct Desk {
    folder: TempDir,
    sources: Sources,
}

impl Desk {
    fn new() -> Self {
        let sources = Sources::from_memory(&[("course.yaml", "id: tea\n"), ("media/pot.svg", "<svg/>")]);
        Self { folder: TempDir::new().expect("a temporary folder"), sources }
    }

    fn dist(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// Builds course `id` in `version` for `targets`, each with a page that says `text`; the message where it fails.
    fn build(&self, id: &str, version: &str, targets: &[&'static Target], text: &str) -> Result<(), String> {
        let page = Entry { name: "index.html".to_owned(), contents: Contents::Generated(text.as_bytes().to_vec()) };
        let media = self.sources.media("media/pot.svg").expect("it is in the course");
        let picture = Entry { name: "media/pot.svg".to_owned(), contents: Contents::Media(media) };
        let packages: Vec<Package> =
            targets.iter().map(|target| Package { target, entries: vec![page.clone(), picture.clone()] }).collect();
        let course = Id::parse(id).expect("an id");
        let version = Version::parse(version).expect("a version");
        let built = Built { course: &course, version: &version, sources: &self.sources, packages: &packages, schemas: &BTreeMap::new() };
        let folder = self.folder.path().display().to_string();
        write(&self.dist(), built).map(drop).map_err(|failure| failure.to_string().replace(&folder, "[DESK]"))
    }

    /// Every path below the folder, folders with a slash.
    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        list(&self.dist(), "", &mut paths);
        paths.sort();
        paths
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.dist().join(name)).expect("a file that can be read")
    }
}

fn list(folder: &Path, before: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let path = format!("{before}{}", entry.file_name().display());
        if entry.file_type().expect("a type").is_dir() {
            list(&entry.path(), &format!("{path}/"), paths);
        } else {
            paths.push(path);
        }
    }
}

#[test]
fn a_course_is_written_and_written_down() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    assert_eq!(
        desk.paths(),
        [
            "SHA256SUMS",
            "build.json",
            "tea-1.0.0-scorm12.zip",
            "tea-1.0.0-web.zip",
            "tea-1.0.0-web/index.html",
            "tea-1.0.0-web/media/pot.svg"
        ]
    );
    assert_data_eq!(
        desk.read("build.json"),
        str![[r#"
{
  "coursec": 1,
  "artifacts": [
    {
      "file": "tea-1.0.0-scorm12.zip",
      "target": "scorm12",
      "course": "tea",
      "version": "1.0.0",
      "size": [..],
      "sha256": "[..]",
      "sources": "[..]",
      "compiler": "coursec [..]"
    },
    {
      "file": "tea-1.0.0-web.zip",
      "folder": "tea-1.0.0-web",
      "target": "web",
      "course": "tea",
      "version": "1.0.0",
      "size": [..],
      "sha256": "[..]",
      "sources": "[..]",
      "compiler": "coursec [..]"
    }
  ]
}

"#]]
    );
    let check = Command::new("sha256sum").args(["-c", "--strict", "SHA256SUMS"]).current_dir(desk.dist()).output().expect("sha256sum runs");
    assert!(check.status.success(), "{check:?}");
}

#[test]
fn the_same_course_gives_the_same_folder() {
    let (one, other) = (Desk::new(), Desk::new());
    one.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    other.build("tea", "0.9.0", &[&WEB, &SCORM12], "zero").unwrap();
    other.build("tea", "1.0.0", &[&WEB, &SCORM12], "one").unwrap();
    assert_eq!(one.paths(), other.paths());
    for path in one.paths() {
        assert_eq!(fs::read(one.dist().join(&path)).unwrap(), fs::read(other.dist().join(&path)).unwrap(), "{path}");
    }
}

#[test]
fn only_what_a_build_replaces_is_removed() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    desk.build("coffee", "1.0.0", &[&SCORM12], "one").unwrap();
    fs::write(desk.dist().join("tea-0.9.0-scorm12.zip"), "by hand").unwrap();
    desk.build("tea", "1.1.0", &[&WEB], "two").unwrap();
    assert_eq!(
        desk.paths(),
        [
            "SHA256SUMS",
            "build.json",
            "coffee-1.0.0-scorm12.zip",
            "tea-0.9.0-scorm12.zip",
            "tea-1.0.0-scorm12.zip",
            "tea-1.1.0-web.zip",
            "tea-1.1.0-web/index.html",
            "tea-1.1.0-web/media/pot.svg"
        ]
    );
    fs::remove_file(desk.dist().join("coffee-1.0.0-scorm12.zip")).unwrap();
    desk.build("tea", "1.1.0", &[&WEB], "three").unwrap();
    assert_eq!(desk.read("SHA256SUMS").lines().count(), 2);
    assert_eq!(desk.read("tea-1.1.0-web/index.html"), "three");
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let desk = Desk::new();
    fs::write(desk.dist(), "a file").unwrap();
    assert_eq!(desk.build("tea", "1.0.0", &[&SCORM12], "one").unwrap_err(), "cannot write to `[DESK]/dist`: it is a file, not a folder");
    fs::remove_file(desk.dist()).unwrap();
    let elsewhere = desk.folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, desk.dist()).unwrap();
    assert_eq!(
        desk.build("tea", "1.0.0", &[&SCORM12], "one").unwrap_err(),
        "cannot write to `[DESK]/dist`: it is a link; name the folder itself"
    );
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn a_record_that_is_not_ours_is_left_alone() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    let outside = desk.folder.path().join("precious");
    fs::write(&outside, "keep").unwrap();
    let ours = desk.read("build.json");
    for hostile in [
        ours.replace("tea-1.0.0-scorm12.zip", "../precious"),
        ours.replace("\"folder\": \"tea-1.0.0-web\"", "\"folder\": \"..\""),
        ours.replace("\"course\": \"tea\"", "\"course\": \"../precious\""),
        ours.replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.0/../..\""),
        ours.replace("\"target\": \"web\"", "\"target\": \"/etc\""),
        ours.replace("\"coursec\": 1", "\"coursec\": 2"),
        "{\"scripts\": {}}".to_owned(),
        "[".repeat(100_000),
        String::new(),
    ] {
        fs::write(desk.dist().join("build.json"), &hostile).unwrap();
        assert_eq!(
            desk.build("tea", "1.1.0", &[&SCORM12, &WEB], "two").unwrap_err(),
            "`[DESK]/dist/build.json` was not written by coursec: move it away, or name another folder"
        );
        assert_eq!((desk.read("build.json"), desk.paths().len()), (hostile, 6));
    }
    assert_eq!(fs::read_to_string(outside).unwrap(), "keep");
}

#[test]
fn a_folder_of_somebody_else_is_not_replaced() {
    let desk = Desk::new();
    fs::create_dir_all(desk.dist().join("tea-1.0.0-web")).unwrap();
    fs::write(desk.dist().join("tea-1.0.0-web/mine.txt"), "keep").unwrap();
    assert_eq!(
        desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap_err(),
        "`[DESK]/dist/tea-1.0.0-web` is there and was not built by coursec: move it away"
    );
    assert_eq!(desk.paths(), ["tea-1.0.0-web/mine.txt"]);
}

#[test]
fn links_in_the_folder_are_replaced_and_not_followed() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    let outside = desk.folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("precious"), "keep").unwrap();
    fs::remove_dir_all(desk.dist().join("tea-1.0.0-web")).unwrap();
    symlink(&outside, desk.dist().join("tea-1.0.0-web")).unwrap();
    fs::remove_file(desk.dist().join("tea-1.0.0-scorm12.zip")).unwrap();
    symlink(outside.join("precious"), desk.dist().join("tea-1.0.0-scorm12.zip")).unwrap();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "two").unwrap();
    assert_eq!(fs::read_to_string(outside.join("precious")).unwrap(), "keep");
    assert_eq!(desk.read("tea-1.0.0-web/index.html"), "two");
}

#[test]
fn a_build_that_fails_leaves_what_was_there() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    let before: Vec<(String, Vec<u8>)> =
        desk.paths().into_iter().map(|path| (path.clone(), fs::read(desk.dist().join(path)).unwrap())).collect();
    // A media file that is gone when it is packed.
    let course = TempDir::new().unwrap();
    fs::create_dir(course.path().join("media")).unwrap();
    fs::write(course.path().join("media/pot.svg"), "<svg/>").unwrap();
    let gone = Desk { sources: Sources::load(course.path()).unwrap(), folder: desk.folder };
    fs::remove_file(course.path().join("media/pot.svg")).unwrap();
    let message = gone.build("tea", "1.1.0", &[&SCORM12, &WEB], "two").unwrap_err();
    assert_eq!(message, "cannot read `media/pot.svg`: No such file or directory (os error 2)");
    let after: Vec<(String, Vec<u8>)> =
        gone.paths().into_iter().map(|path| (path.clone(), fs::read(gone.dist().join(path)).unwrap())).collect();
    assert_eq!(before, after);
}

#[test]
fn files_have_the_permissions_of_any_new_file() {
    let desk = Desk::new();
    desk.build("tea", "1.0.0", &[&SCORM12, &WEB], "one").unwrap();
    let ordinary = desk.folder.path().join("ordinary");
    fs::write(&ordinary, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    for path in desk.paths() {
        assert_eq!(mode(&desk.dist().join(&path)), mode(&ordinary), "{path}");
    }
}
