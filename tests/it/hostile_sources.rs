//! Texts of a course that cannot be had: folders, links, pipes and giants under the names of course.yaml, units, banks, locks and catalogs.
//! All of it holds for the superuser too, who may read whatever has no rights.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use snapbox::str;

use crate::harness::CourseTest;

/// Puts something at a path.
type Make = fn(&Path);

/// The smallest course, where something else stands at `path`: what `make` puts there.
fn with(path: &str, make: Make) -> CourseTest {
    let test = CourseTest::new();
    let at = test.path().join(path);
    if at.exists() {
        fs::remove_file(&at).expect("the file can be removed");
    }
    fs::create_dir_all(at.parent().expect("it stands in a folder")).expect("a folder can be made");
    make(&at);
    test
}

fn folder(at: &Path) {
    fs::create_dir(at).expect("a folder can be made");
}

fn dangling(at: &Path) {
    symlink("nowhere", at).expect("a link can be made");
}

fn pipe(at: &Path) {
    assert!(Command::new("mkfifo").arg(at).status().expect("mkfifo runs").success());
}

fn endless(at: &Path) {
    symlink("/dev/zero", at).expect("a link can be made");
}

/// A byte more than a text may have; none of it is on the disk.
fn giant(at: &Path) {
    fs::File::create(at).and_then(|file| file.set_len((16 << 20) + 1)).expect("a file can be made");
}

#[test]
fn a_course_that_is_no_text_is_told_at_its_file() {
    with("course.yaml", folder)
        .run("build")
        .stderr(str![[r#"
error[E0134]: `course.yaml` is not a file
 --> course.yaml:1:1
  |
1 |
  | ^ not a file
  |
  = help: put a file there, or name another, such as `units/first.yaml`
  = for more: coursec explain E0134

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");
    with("course.yaml", dangling)
        .run("build")
        .stderr(str![[r#"
error[E0133]: `course.yaml` is a link that does not lead to a file of this course
 --> course.yaml:1:1
  |
1 |
  | ^ a link
  |
  = help: put the file itself into the course folder in place of the link
  = for more: coursec explain E0133

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");
    with("course.yaml", giant)
        .run("check --format github")
        .stdout(str![[r#"
::error file=course.yaml,line=1,endLine=1,col=1,endColumn=1,title=E0135 file-too-large::`course.yaml` has 16777217 bytes; a text has at most 16777216%0Ahelp: split the text into several files, or put the file into media/ if it is no text

"#]])
        .status(1);
}

#[test]
fn a_unit_that_is_no_text_is_told_where_it_is_named() {
    with("units/hand-washing.yaml", folder)
        .run("build")
        .stderr(str![[r#"
error[E0134]: `units/hand-washing.yaml` is not a file
 --> course.yaml:7:9
  |
7 | units: [units/hand-washing.yaml]
  |         ^^^^^^^^^^^^^^^^^^^^^^^ not a file
  |
  = help: put a file there, or name another, such as `units/first.yaml`
  = for more: coursec explain E0134

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");
}

#[test]
fn every_text_is_read_or_told_and_nothing_is_waited_for() {
    let kinds: [(&str, Make, &str); 5] = [
        ("folder", folder, "E0134"),
        ("dangling", dangling, "E0133"),
        ("pipe", pipe, "E0134"),
        ("endless", endless, "E0133"),
        ("giant", giant, "E0135"),
    ];
    for path in ["course.yaml", "course.lock", "units/hand-washing.yaml", "banks/spare.yaml", "theme/theme.yaml", "catalog.yaml"] {
        for (kind, make, code) in kinds {
            let ran = with(path, make).run("check --format json");
            let told = ran.out();
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines.len(), 1, "{path} {kind}: {told}");
            assert!(lines[0].contains(&format!("\"code\":\"{code}\"")), "{path} {kind}: {told}");
            assert!(lines[0].contains("\"file\":\""), "{path} {kind} has no place: {told}");
            ran.status(1);
        }
    }
}
