//! What `coursec build` writes, and what it leaves alone.

use snapbox::str;

use crate::harness::CourseTest;

#[test]
fn a_course_is_built_for_the_targets_it_lists() {
    CourseTest::new()
        .run("build --target scorm12 --target web --quiet")
        .stderr("")
        .stdout("")
        .status(0)
        .has_file("dist/clean-hands-1.0.0-scorm12.zip")
        .has_file("dist/clean-hands-1.0.0-web.zip")
        .has_file("dist/clean-hands-1.0.0-web/index.html")
        .has_file("dist/build.json")
        .has_file("course.lock");
}

#[test]
fn a_course_with_errors_leaves_everything_as_it_was() {
    let test = CourseTest::new().edit("course.yaml", "version: 1.0.0", "version: one");
    test.run("build")
        .stderr(str![[r#"
error[E0114]: `one` cannot be read here
 --> course.yaml:3:10
  |
3 | version: one
  |          ^^^ not in the form that is needed
  |
  = help: write three whole numbers with dots between them, such as `1.0.0`; none begins with a 0 unless it is 0
  = for more: coursec explain E0114

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist")
        .no_file("course.lock");
}

#[test]
fn warnings_can_be_denied() {
    let test = CourseTest::new().edit("course.yaml", "in a kitchen", &"in a kitchen ".repeat(20)).edit(
        "course.yaml",
        "units:",
        "targets: [scorm12]\nunits:",
    );
    let test = test
        .run("build --deny warnings")
        .stderr(str![[r#"
warning[W0601]: the title has 271 characters; `scorm12` has room for 200
 --> course.yaml:5:8
  |
5 | ...e: Clean hands in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen in a kitchen 
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is cut in the manifest
  |
  = help: write a shorter title; LMSs cut long ones where they please
  = for more: coursec explain W0601

nothing built of .: 1 warning

"#]])
        .status(1)
        .no_file("dist")
        .then();
    test.run("build").status(0).has_file("dist/clean-hands-1.0.0-scorm12.zip");
}

#[test]
fn a_lock_that_may_not_change_has_to_be_whole() {
    let test = CourseTest::new().run("build --locked").status(1).no_file("dist").no_file("course.lock").then();
    test.run("build").status(0).then().run("build --locked").status(0);
}

#[test]
fn check_never_writes() {
    CourseTest::new().run("check").status(0).no_file("course.lock").no_file("dist");
}

#[test]
fn a_failing_course_of_a_catalog_does_not_stop_the_others() {
    CourseTest::empty()
        .run("new good")
        .then()
        .run("new bad")
        .then()
        .edit("bad/course.yaml", "id: clean-hands\nversion: 1.0.0", "id: hands\nversion: one")
        .file("catalog.yaml", "coursec: 1\ncourses: [bad, good]\n")
        .run("build --target web")
        .status(1)
        .has_file("dist/clean-hands-1.0.0-web.zip")
        .has_file("good/course.lock")
        .no_file("bad/course.lock");
}

#[test]
fn what_a_command_cannot_do_is_told_apart() {
    let test = CourseTest::new().run("build --target scorm13").status(2).then();
    let test = test.run("build --lms moodel").status(2).then();
    let test = test.run("build --jobs 0").status(2).then();
    test.file("dist", "a file")
        .run("build")
        .stderr(str![[r#"
error: cannot write to `dist`: it is a file, not a folder

"#]])
        .status(3)
        .no_file("course.lock");
}

#[test]
fn whoever_may_read_the_course_may_read_its_lock() {
    use std::os::unix::fs::PermissionsExt;

    let test = CourseTest::new().run("build --quiet").status(0).then();
    let mode = |file: &str| std::fs::metadata(test.path().join(file)).expect("it was written").permissions().mode();
    assert_eq!(mode("course.lock"), mode("dist/build.json"));
}

#[test]
fn a_release_knows_the_bytes_of_its_media() {
    let picture = |color: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"{color}\" d=\"M0 0h9v9z\"/></svg>");
    let show = |test: CourseTest| test.edit("units/hand-washing.yaml", "      ## How\n", "      ![A tap](media/tap.svg)\n\n      ## How\n");
    let test = show(CourseTest::new()).file("media/tap.svg", picture("red")).run("build -q").status(0).then();
    let test = test.run("build -q --release").status(0).then().run("build -q --release").status(0).then();
    // As many bytes, but others.
    let ran = test.file("media/tap.svg", picture("tan")).run("build -q --release").status(1);
    assert!(ran.err().contains("error[E0286]: version 1.0.0 is not higher than 1.0.0"), "{}", ran.err());
}

#[test]
fn what_sends_statements_is_shipped_only_where_there_is_somewhere_to_send_them() {
    let shipped = |test: CourseTest| {
        let folder = test.run("build --target web --quiet").status(0).then();
        let script = folder.path().join("dist/clean-hands-1.0.0-web/assets/course.js");
        let script = std::fs::read(script).expect("the build wrote it");
        String::from_utf8_lossy(&script).contains("X-Experience-API-Version")
    };
    assert!(!shipped(CourseTest::new()));
    let origin = "base_iri: https://learn.example.org/clean-hands\nxapi: {lrs: {allowed_origins: ['https://lrs.example.org']}}";
    assert!(shipped(CourseTest::new().edit("course.yaml", "base_iri: https://learn.example.org/clean-hands", origin)));
}

#[test]
fn courses_of_one_id_do_not_take_each_others_place() {
    let test = CourseTest::empty().run("new one").then().run("new two").then();
    let test = test.file("catalog.yaml", "coursec: 1\ncourses: [one, two]\n");
    test.run("build --target web")
        .stderr(str![[r#"
error[E0138]: courses `one` and `two` have one id, `clean-hands`
 --> catalog.yaml:2:16
  |
2 | courses: [one, two]
  |           ---  ^^^ the same id again
  |           |
  |           first here
  |
  = help: give one of them another `id` in its course.yaml; until then only `one` is built
  = for more: coursec explain E0138

built dist/clean-hands-1.0.0-web.zip ([..] kB)

"#]])
        .status(1)
        .has_file("one/course.lock")
        .no_file("two/course.lock");
}
