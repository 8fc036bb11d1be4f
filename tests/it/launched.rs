//! Packages that are launched with an LRS: `cmi5.xml`, `tincan.xml`, and what a document of theirs may reach.

use std::io::Read;

use snapbox::str;

use crate::harness::CourseTest;

/// What examples/two-units is built for.
const TARGETS: &str = "targets: [scorm12, scorm2004-3, scorm2004-4, cmi5, xapi, web]";

/// Example `name` with `from` written `to` in course.yaml, built for `target`.
fn built(name: &str, target: &str, from: &str, to: &str) -> CourseTest {
    let test = CourseTest::empty().run(&format!("new course --example {name}")).status(0).then();
    test.edit("course/course.yaml", from, to).run(&format!("build course --target {target} --out dist")).status(0).then()
}

/// A file of the one zip that was built.
fn file(test: &CourseTest, name: &str) -> String {
    let dist = std::fs::read_dir(test.path().join("dist")).expect("it was built");
    let zip = dist.map(|entry| entry.expect("an entry").path()).find(|path| path.extension().is_some_and(|one| one == "zip"));
    let mut zip = zip::ZipArchive::new(std::fs::File::open(zip.expect("a zip")).expect("it opens")).expect("it is one");
    let mut text = String::new();
    zip.by_name(name).expect("it is there").read_to_string(&mut text).expect("a text");
    text
}

#[test]
fn a_course_in_cmi5_has_an_au_for_each_unit() {
    let test = built("minimal", "cmi5", "title: Clean hands in a kitchen", "title: Clean hands & \"kitchens\"");
    snapbox::assert_data_eq!(
        file(&test, "cmi5.xml"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://learn.example.org/clean-hands">
    <title>
      <langstring lang="en-GB">Clean hands &amp; &quot;kitchens&quot;</langstring>
    </title>
    <description>
      <langstring lang="en-GB">Clean hands &amp; &quot;kitchens&quot;</langstring>
    </description>
  </course>
  <objectives>
    <objective id="https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1">
      <title>
        <langstring lang="en-GB">keep hands clean while handling food</langstring>
      </title>
      <description>
        <langstring lang="en-GB">1.1 say when hands have to be washed; 1.2 wash hands in a way that removes germs</langstring>
      </description>
    </objective>
  </objectives>
  <au id="https://learn.example.org/clean-hands/units/hand-washing" moveOn="CompletedAndPassed" launchMethod="AnyWindow" activityType="http://adlnet.gov/expapi/activities/module" masteryScore="0.6">
    <title>
      <langstring lang="en-GB">Wash your hands so that food stays safe</langstring>
    </title>
    <description>
      <langstring lang="en-GB">Wash your hands so that food stays safe</langstring>
    </description>
    <objectives>
      <objective idref="https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1"/>
    </objectives>
    <url>units/hand-washing.html</url>
  </au>
</courseStructure>

"#]]
    );
}

/// The attribute `moveOn` and `masteryScore` of the only AU.
fn judged(yaml: &str) -> String {
    let text = file(&built("minimal", "cmi5", "units: [", &format!("{yaml}\nunits: [")), "cmi5.xml");
    let au = text.lines().find(|line| line.trim().starts_with("<au ")).expect("an AU");
    let word =
        |name: &str| au.split_once(&format!("{name}=\"")).map_or("none", |(_, rest)| rest.split('"').next().unwrap_or_default()).to_owned();
    format!("{} {}", word("moveOn"), word("masteryScore"))
}

#[test]
fn what_satisfies_an_au_is_what_the_course_tracks() {
    for (tracking, expected) in [
        ("tracking: {}", "CompletedAndPassed 0.6"),
        ("tracking: {complete_when: {pages: none, assessments: passed}}", "Passed 0.6"),
        ("tracking: {complete_when: {pages: all, assessments: attempted}}", "Completed 0.6"),
        ("tracking: {complete_when: {pages: 80%, assessments: none}}", "Completed 0.6"),
    ] {
        assert_eq!(judged(tracking), expected, "{tracking}");
    }
}

#[test]
fn a_course_of_one_unit_launches_it_by_tincan_xml() {
    let test = built("minimal", "xapi", "title: Clean hands in a kitchen", "title: Clean hands & \"kitchens\"");
    snapbox::assert_data_eq!(
        file(&test, "tincan.xml"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="https://learn.example.org/clean-hands/units/hand-washing" type="http://adlnet.gov/expapi/activities/module">
      <name lang="en-GB">Wash your hands so that food stays safe</name>
      <description lang="en-GB">Wash your hands so that food stays safe</description>
      <launch lang="en-GB">units/hand-washing.html</launch>
    </activity>
    <activity id="https://learn.example.org/clean-hands" type="http://adlnet.gov/expapi/activities/course">
      <name lang="en-GB">Clean hands &amp; &quot;kitchens&quot;</name>
      <description lang="en-GB">Clean hands &amp; &quot;kitchens&quot;</description>
    </activity>
  </activities>
</tincan>

"#]]
    );
}

#[test]
fn a_course_of_two_units_launches_the_page_that_lists_them() {
    let test = built("two-units", "xapi", TARGETS, "targets: [xapi]");
    let text = file(&test, "tincan.xml");
    let launches: Vec<&str> = text.lines().filter(|line| line.contains("<launch")).map(str::trim).collect();
    assert_eq!(launches, ["<launch lang=\"en-GB\">index.html</launch>"]);
    assert_eq!(text.matches("<activity ").count(), 3);
    assert!(file(&test, "index.html").contains("<script src=\"assets/course.js\" defer></script>"), "it takes the launch for the units");
}

#[test]
fn documents_may_reach_the_lrs_of_any_launch() {
    for target in ["cmi5", "xapi"] {
        let test = built("two-units", target, TARGETS, &format!("targets: [{target}]"));
        let text = file(&test, "units/know-your-soil.html");
        assert!(text.contains(" https: http://localhost:* http://127.0.0.1:*; object-src"), "{target}");
        let script = file(&test, "assets/course.js");
        let adapters: Vec<bool> = ["cmi5", "scorm12", "web", "xapi"]
            .map(|name| script.contains(&format!("adapters[\"{name}\"]")) || script.contains(&format!("adapters.{name}")))
            .into();
        assert_eq!(adapters, ["cmi5", "scorm12", "web", "xapi"].map(|name| name == target), "{target}: a package carries only its own");
    }
}

#[test]
fn a_statement_that_record_stores_dislike_is_told() {
    let long = "Before you touch food, and after. ".repeat(600);
    let test = CourseTest::new().edit("course.yaml", "units:", "targets: [cmi5]\nunits:").edit(
        "units/hand-washing.yaml",
        "prompt: Dry hands pass",
        &format!("prompt: {long}Dry hands pass"),
    );
    test.run("check").status(0).stderr(str![[r#"
warning[W0661]: a statement about this item has about 23 kB
  --> units/hand-washing.yaml:85:11
   |
85 |     type: true-false
   |           ^^^^^^^^^^ sent with each answer
   |
   = help: ask a shorter question, with shorter options; put what has to be read into a lesson
   = for more: coursec explain W0661

checked .: 1 warning

"#]]);
}
