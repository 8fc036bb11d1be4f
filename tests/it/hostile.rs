//! Courses that mean harm, or were hurt on their way: every one is told and none is followed.

use std::fs;
use std::os::unix::fs::symlink;

use snapbox::str;

use crate::harness::CourseTest;

/// A course that has one more unit, at `path`.
fn with_unit(path: &str) -> CourseTest {
    let units = format!("units: [units/hand-washing.yaml, {path}]");
    CourseTest::new().edit("course.yaml", "units: [units/hand-washing.yaml]", &units)
}

#[test]
fn bytes_that_are_no_text_are_shown_where_they_stand() {
    with_unit("units/b.yaml")
        .file("units/b.yaml", b"id: b\ntitle: caf\xe9\n")
        .run("check")
        .stderr(str![[r#"
error[E0136]: `units/b.yaml` is not UTF-8 text
 --> units/b.yaml:2:11
  |
2 | title: caf�
  |           ^ no character in UTF-8
 ::: course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/b.yaml]
  |                                  ------------ named here
  |
  = help: open the file in your editor and save it with the encoding UTF-8
  = for more: coursec explain E0136

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_link_out_is_not_followed() {
    let secret = CourseTest::empty().file("secret.yaml", "id: hush\n");
    let test = with_unit("units/b.yaml");
    symlink(secret.path().join("secret.yaml"), test.path().join("units/b.yaml")).expect("a link can be made");
    test.run("check")
        .stderr(str![[r#"
error[E0133]: `units/b.yaml` is a link that does not lead to a file of this course
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/b.yaml]
  |                                  ^^^^^^^^^^^^ a link
  |
  = help: put the file itself into the course folder in place of the link
  = for more: coursec explain E0133

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_path_out_is_not_followed() {
    with_unit("../b.yaml")
        .run("check")
        .stderr(str![[r#"
error[E0132]: `../b.yaml` is not a path in the course: `..` would lead out of the course folder
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, ../b.yaml]
  |                                  ^^^^^^^^^ not a path in the course
  |
  = help: write the path from the course folder, such as `units/first.yaml` or `media/plan.svg`
  = for more: coursec explain E0132

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_pipe_is_not_waited_for() {
    let test = with_unit("units/b.yaml");
    let made = std::process::Command::new("mkfifo").arg(test.path().join("units/b.yaml")).status().expect("mkfifo runs");
    assert!(made.success());
    test.run("check")
        .stderr(str![[r#"
error[E0134]: `units/b.yaml` is not a file
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/b.yaml]
  |                                  ^^^^^^^^^^^^ not a file
  |
  = help: put a file there, or name another, such as `units/first.yaml`
  = for more: coursec explain E0134

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_text_of_gigabytes_is_not_read() {
    let test = with_unit("units/b.yaml").file("units/b.yaml", "");
    let file = fs::OpenOptions::new().write(true).open(test.path().join("units/b.yaml")).expect("the file is there");
    file.set_len(3 << 30).expect("a file can have a hole");
    test.run("check")
        .stderr(str![[r#"
error[E0135]: `units/b.yaml` has 3221225472 bytes; a text has at most 16777216
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/b.yaml]
  |                                  ^^^^^^^^^^^^ too large
  |
  = help: split the text into several files, or put the file into media/ if it is no text
  = for more: coursec explain E0135

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn deep_and_wide_texts_end_soon() {
    let deep = format!("id: b\ntitle: {}\n", "[".repeat(200_000));
    with_unit("units/b.yaml").file("units/b.yaml", deep).run("check").status(1);
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    with_unit("units/b.yaml").file("units/b.yaml", bomb).run("check").status(1);
    let wide = format!("id: b\ntitle: B\nsynopsis: |\n  {}\n", "[".repeat(300_000));
    with_unit("units/b.yaml").file("units/b.yaml", wide).run("check").status(1);
}
