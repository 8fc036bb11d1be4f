//! `structure`: a course that is one thing to whoever launches it.

use std::fs::File;
use std::io::Read;

use snapbox::str;
use zip::ZipArchive;

use crate::harness::CourseTest;

/// The example of a course as one, built for `target`.
fn one(target: &str) -> CourseTest {
    let test = CourseTest::empty().run("new course --example one-sco").status(0).then();
    test.run(&format!("build course --target {target} --out dist")).status(0).then()
}

/// A file of the package for `target`.
fn file(test: &CourseTest, target: &str, name: &str) -> String {
    let zip = File::open(test.path().join(format!("dist/bicycle-check-1.0.0-{target}.zip"))).expect("it was built");
    let mut text = String::new();
    let mut zip = ZipArchive::new(zip).expect("a zip");
    zip.by_name(name).expect("it is there").read_to_string(&mut text).expect("a text");
    text
}

/// What a script of a course as one says behind `coursec.NAME=`.
fn told(script: &str, name: &str) -> serde_json::Value {
    let (_, told) = script.split_once(&format!("coursec.{name}=")).expect("it is told");
    serde_json::from_str(told.split_once(";\n").expect("it ends").0).expect("it is JSON")
}

#[test]
fn scorm_2004_has_one_sco_with_the_outcomes_of_all_units() {
    for target in ["scorm2004-3", "scorm2004-4"] {
        let test = one(target);
        let manifest = file(&test, target, "imsmanifest.xml");
        assert_eq!(manifest.matches("<item ").count(), 1);
        assert!(manifest.contains(r#"adlcp:scormType="sco" href="index.html""#));
        assert!(
            manifest.contains(r#"<imsss:objective objectiveID="LO1_0_0"/>"#)
                && manifest.contains(r#"<imsss:objective objectiveID="LO1_1_0"/>"#)
        );
        let script = file(&test, target, "assets/course.js");
        // What asks about an outcome in its own unit and in the test of the course, together.
        snapbox::assert_data_eq!(
            serde_json::to_string_pretty(&told(&script, "objectives")).expect("JSON"),
            str![[r#"
[
  {
    "id": "LO1_0_0",
    "iri": null,
    "title": "keep tyres safe",
    "lessons": [
      "0/1"
    ],
    "asked": [
      [
        "2/10000"
      ],
      [
        "2/10000"
      ]
    ]
  },
  {
    "id": "LO1_1_0",
    "iri": null,
    "title": "keep brakes safe",
    "lessons": [
      "1/1"
    ],
    "asked": [
      [
        "2/20000"
      ],
      [
        "2/20000"
      ]
    ]
  }
]
"#]]
        );
        let items: Vec<usize> = told(&script, "units")
            .as_array()
            .expect("a list")
            .iter()
            .map(|unit| unit["items"].as_object().map_or(0, serde_json::Map::len))
            .collect();
        assert_eq!(items, [0, 0, 2], "those that outcomes ask where it counts");
    }
}

#[test]
fn cmi5_has_a_unit_for_each_in_both_structures() {
    let apart = CourseTest::empty().run("new course --example one-sco").status(0).then();
    let apart =
        apart.edit("course/course.yaml", "structure: course-per-sco\n", "").run("build course --target cmi5 --out dist").status(0).then();
    assert_eq!(file(&one("cmi5"), "cmi5", "cmi5.xml"), file(&apart, "cmi5", "cmi5.xml"));
}

#[test]
fn xapi_launches_the_course_itself() {
    let test = one("xapi");
    let tincan = file(&test, "xapi", "tincan.xml");
    let first = tincan.split("</activity>").next().expect("an activity");
    assert!(first.contains(r#"id="https://learn.example.org/bicycle-check""#) && first.contains(">index.html</launch>"), "{first}");
    assert_eq!(tincan.matches("<launch").count(), 1);
    // One record, so that no unit has to know of others.
    for document in ["units/tyres.html", "units/brakes.html", "assessments/ride.html"] {
        let document = file(&test, "xapi", document);
        assert!(!document.contains(r#""others":"#) && !document.contains(r#""after":"#) && !document.contains("data-awaits"));
    }
}

#[test]
fn the_home_says_what_each_row_is_and_has_the_search_of_the_units() {
    let test = one("scorm12");
    let home = file(&test, "scorm12", "index.html");
    let labels: Vec<&str> = home.split("<p class=\"meta\">").skip(1).map(|rest| rest.split_once("</p>").expect("it ends").0).collect();
    // A test of the course is no unit: the same word stands above it in its own document.
    assert_eq!(labels.iter().filter(|label| !label.contains('·')).collect::<Vec<_>>(), [&"Unit 1", &"Unit 2", &"Final assessment"]);
    for hook in
        ["data-search-open", "data-search=\"\" data-search-file=\"assets/search.js\" data-search-all=\"units/\"", "data-unit-results-link"]
    {
        assert!(home.contains(hook), "{hook}");
    }
    let unit = file(&test, "scorm12", "units/tyres.html");
    assert!(unit.contains("data-search=\"tyres.html\" data-search-file=\"../assets/search.js\" data-search-all=\"\""));
    let ride = file(&test, "scorm12", "assessments/ride.html");
    assert!(ride.contains("data-search=\"ride.html\" data-search-file=\"../assets/search.js\" data-search-all=\"../units/\""));
    assert!(file(&test, "scorm12", "assets/search.js").contains("[\"tyres.html\",\"/air\""));
}

#[test]
fn where_the_home_is_the_navigation_units_wait_for_others() {
    for target in ["web", "xapi"] {
        let test = CourseTest::empty().run("new course --example one-sco").status(0).then();
        let test = test
            .edit("course/course.yaml", "structure: course-per-sco\n", "")
            .run(&format!("build course --target {target} --out dist"))
            .status(0)
            .then();
        let brakes = file(&test, target, "units/brakes.html");
        assert!(brakes.contains("data-awaits"));
        assert!(
            brakes.contains(
                r#""after":[{"slot":0,"scope":"bicycle-check/tyres","iri":"https://learn.example.org/bicycle-check/units/tyres"}]"#
            )
        );
    }
}

#[test]
fn a_release_records_the_structure_and_a_change_of_it_is_told() {
    let test = CourseTest::empty().run("new course --example one-sco").status(0).then();
    let test = test.run("build course --target web --out dist").status(0).then();
    let test = test.run("build course --target web --out dist --release").status(0).then();
    let lock = std::fs::read_to_string(test.path().join("course/course.lock")).expect("it is there");
    let release = lock.lines().find(|line| line.starts_with("! release")).expect("a release");
    assert!(release.ends_with(" structure=course-per-sco"), "{release}");
    // The same again is that release.
    let test = test.run("build course --target web --out dist --release --locked").status(0).then();
    let test = test.edit("course/course.yaml", "structure: course-per-sco\n", "").run("check course").status(0);
    let said = test.err();
    assert!(said.contains("warning[W0293]: release 1 was `course-per-sco`, and the course is `unit-per-sco` now"), "{said}");
    // In cmi5 each unit has its record in both.
    let apart = "targets: [scorm12, scorm2004-3, scorm2004-4, cmi5, xapi, web]";
    let test = test.then().edit("course/course.yaml", apart, "targets: [cmi5]").run("check course").status(0);
    assert!(!test.err().contains("W0293"), "{}", test.err());
}
