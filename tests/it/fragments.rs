//! Which fragments of the run-time a package has: those that its course uses, and no others.

use std::fs;

use crate::harness::CourseTest;

/// Words of fragments that not every course uses, and what each is for.
const WORDS: [(&str, &str); 5] = [
    ("drawItems({", "papers"),
    ("drawItems([", "papers"),
    ("regrade({", "releases"),
    ("askWrong(", "retries"),
    ("attempt-\"+name", "results"),
];

/// What of that the script of the only web package has.
fn used(test: &CourseTest) -> Vec<&'static str> {
    let built = fs::read_dir(test.path().join("dist")).expect("it was built").map(|entry| entry.expect("it can be read").path());
    let web = built.filter(|path| path.to_string_lossy().ends_with("-web")).max().expect("a web package");
    let script = fs::read_to_string(web.join("assets/course.js")).expect("it has a script");
    // The core asks for a law that may not be there: `laws.regrade?.(`.
    WORDS.iter().filter(|(word, _)| script.contains(word)).map(|(_, name)| *name).collect()
}

fn example(name: &str) -> CourseTest {
    CourseTest::empty().run(&format!("new course --example {name}")).status(0).then()
}

#[test]
fn a_package_has_what_its_course_uses() {
    for (name, expected) in [
        ("minimal", vec!["results"]),
        ("a-case", vec![]),
        ("papers", vec!["papers", "results"]),
        ("second-try", vec!["papers", "retries", "results"]),
        ("one-sco", vec!["results"]),
    ] {
        let test = example(name).run("build course --target web --out dist").status(0).then();
        assert_eq!(used(&test), expected, "{name}");
    }
}

#[test]
fn a_released_course_reads_what_its_releases_wrote() {
    let test = example("minimal").run("build course --target web --out dist").status(0).then();
    let test = test.run("build course --target web --out dist --release").status(0).then();
    assert_eq!(used(&test), ["results"], "nobody comes from a release before the first");
    let test = test.edit("course/course.yaml", "version: 1.0.0", "version: 1.1.0");
    let test = test.run("build course --target web --out dist").status(0).then();
    assert_eq!(used(&test), ["releases", "results"]);
}

#[test]
fn what_a_release_drew_is_read_where_nothing_is_drawn_any_more() {
    let test = example("papers").run("build course --target web --out dist").status(0).then();
    let test = test.run("build course --target web --out dist --release").status(0).then();
    let unit = "course/units/look-after-fire-doors.yaml";
    let text = fs::read_to_string(test.path().join(unit)).expect("the example has it");
    let (rest, _) = text.split_once("assessments:\n").expect("it has some");
    let plain = "assessments:\n  - id: test\n    title: Test\n    purpose: summative\n    attempts: 2\n    items: [wedge, 'bank:doors/shut', 'bank:doors/gap', 'bank:doors/paint']\n";
    let course = fs::read_to_string(test.path().join("course/course.yaml")).expect("the example has it");
    let (start, end) = (course.find("assessments:").expect("some"), course.find("targets:").expect("the next"));
    let course = format!("{}{}", &course[..start], &course[end..]).replace("version: 1.0.0", "version: 2.0.0");
    let test = test.file(unit, format!("{rest}{plain}")).file("course/course.yaml", course);
    let test = test.run("build course --target web --out dist").status(0).then();
    assert_eq!(used(&test), ["papers", "releases", "results"]);
}
