//! Every example builds, without a warning, the same way twice, and as `new` makes it.

use std::fs;
use std::path::Path;

use crate::harness::CourseTest;

/// Names of the examples.
fn names() -> Vec<String> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).expect("there are examples");
    let mut names: Vec<String> = folder
        .map(|entry| entry.expect("they can be listed"))
        .filter(|entry| entry.path().join("course.yaml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn every_example_builds_without_a_warning() {
    for name in names() {
        let test = CourseTest::empty().run(&format!("new course --example {name}")).status(0).then();
        let test = test.run("build course --deny warnings").status(0).then();
        let first = fs::read(test.path().join("dist/SHA256SUMS")).expect("the sums were written");
        let test = test.run("build course --locked --jobs 1").status(0).then();
        assert_eq!(first, fs::read(test.path().join("dist/SHA256SUMS")).expect("the sums were written"), "{name}");
    }
}

#[test]
fn the_catalog_names_every_example() {
    let catalog = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/catalog.yaml")).expect("it is there");
    for name in names() {
        assert!(catalog.contains(&name), "examples/catalog.yaml does not name {name}");
    }
}

#[test]
fn every_example_is_written_as_fmt_writes_it() {
    for name in names() {
        let test = CourseTest::empty().run(&format!("new course --example {name}")).status(0).then();
        test.run("fmt --check course").stderr("formatted course: nothing to change\n").status(0);
    }
}

#[test]
fn the_courses_are_written_as_fmt_writes_them() {
    let courses = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-src");
    let ran = CourseTest::empty().run(&format!("fmt --check {}", courses.display())).status(0);
    assert!(ran.err().lines().all(|line| line.ends_with(": nothing to change")), "{}", ran.err());
}
