//! The command line: usage, exit statuses, catalogs, new courses.

use snapbox::str;

use crate::harness::CourseTest;

#[test]
fn a_good_course_is_checked() {
    CourseTest::new()
        .run("check")
        .stderr(str![[r#"
checked .: no errors

"#]])
        .stdout("")
        .status(0);
}

#[test]
fn a_bad_course_is_told_to_people_and_to_programs() {
    let test = CourseTest::new().edit("course.yaml", "lang: en-GB", "lang: [en-GB");
    let ran = test
        .run("check")
        .stdout("")
        .stderr(str![[r#"
error[E0101]: this file is not valid YAML
 --> course.yaml:4:7
  |
4 | lang: [en-GB
  |       ^ this `[` is not closed
5 | title: Clean hands in a kitchen
  |      - still open here
  |
  = help: close it: `[` with `]`, `{` with `}`
  = for more: coursec explain E0101

checked .: 1 error

"#]])
        .status(1);
    ran.then().run("check --format json --quiet").stdout(str![[r#"
{"code":"E0101","name":"yaml-syntax","severity":"error","message":"this file is not valid YAML","spans":[{"primary":true,"file":"course.yaml","start":{"byte":48,"line":4,"column":7},"end":{"byte":49,"line":4,"column":8},"label":"this `[` is not closed"},{"primary":false,"file":"course.yaml","start":{"byte":60,"line":5,"column":6},"end":{"byte":60,"line":5,"column":6},"label":"still open here"}],"help":["close it: `[` with `]`, `{` with `}`"],"fixes":[]}

"#]]).stderr("").status(1);
}

#[test]
fn wrong_usage_is_2() {
    CourseTest::new()
        .run("frobnicate")
        .stderr(str![[r#"
error: unrecognized subcommand 'frobnicate'

Usage: coursec [OPTIONS] <COMMAND>

For more information, try '--help'.

"#]])
        .status(2);
    CourseTest::new()
        .run("check nowhere")
        .stderr(str![[r#"
error: `nowhere` does not exist

"#]])
        .status(2);
    CourseTest::empty()
        .run("check")
        .stderr(str![[r#"
error: `.` holds no course.yaml and no catalog.yaml

"#]])
        .status(2);
    CourseTest::new().run("check --format xml").status(2);
    CourseTest::new().run("").status(2);
}

#[test]
fn help_has_an_example() {
    for command in ["new", "check", "fmt", "mv", "build", "report", "statements", "explain", "preview", "completions", "man"] {
        let out = CourseTest::empty().run(&format!("{command} --help")).status(0).stderr("").out();
        assert!(out.contains("Example:\n  coursec ") || out.contains("Examples:\n  coursec "), "{out}");
        for flag in ["--color", "--quiet", "--verbose", "--help"] {
            assert!(out.contains(flag), "{command} {flag}");
        }
    }
    CourseTest::empty().run("--version").stdout(format!("coursec {}\n", env!("CARGO_PKG_VERSION"))).status(0);
}

#[test]
fn a_path_may_be_the_file_itself() {
    CourseTest::new()
        .run("check course.yaml")
        .stderr(str![[r#"
checked .: no errors

"#]])
        .status(0);
}

#[test]
fn new_makes_a_course_that_checks() {
    let test = CourseTest::empty()
        .run("new mine")
        .stderr(str![[r#"
made mine; now try `coursec build mine`

"#]])
        .status(0)
        .file_content("mine/.gitattributes", "course.lock merge=union\n")
        .then();
    let test = test
        .run("check mine")
        .stderr(str![[r#"
checked mine: no errors

"#]])
        .status(0)
        .then();
    test.run("new mine")
        .stderr(str![[r#"
error: `mine` is not empty

"#]])
        .status(2);
    CourseTest::empty().run("new mine --example gone").status(2);
}

#[test]
fn courses_of_a_catalog_are_checked_apart() {
    let unit = "id: u\ntitle: U\n";
    CourseTest::empty()
        .run("new one")
        .then()
        .file("catalog.yaml", "coursec: 1\ncourses: [one, two, ../three]\n")
        .file("two/course.yaml", "id: [\n")
        .file("two/units/u.yaml", unit)
        .run("check .")
        .stderr(str![[r#"
error[E0132]: `../three/course.yaml` is not a path in the course: a catalog names folders that stand beside catalog.yaml
 --> catalog.yaml:2:21
  |
2 | courses: [one, two, ../three]
  |                     ^^^^^^^^ not a path in the course
  |
  = help: write the path from the course folder, such as `units/first.yaml` or `media/plan.svg`
  = for more: coursec explain E0132

checked one: no errors
error[E0101]: this file is not valid YAML
 --> two/course.yaml:1:5
  |
1 | id: [
  |     ^ this `[` is not closed
  |
  = help: close it: `[` with `]`, `{` with `}`
  = for more: coursec explain E0101

checked two: 1 error

"#]])
        .status(1);
}

#[test]
fn colours_come_when_they_are_asked_for() {
    let test = CourseTest::new().edit("course.yaml", "lang: en-GB", "lang: [en-GB");
    let ran = test.run("check --color always --format human").status(1);
    assert!(ran.err().contains("\u{1b}["));
    assert!(!ran.then().run("check --color never").err().contains("\u{1b}["));
}

#[test]
fn statements_are_whole() {
    let out = CourseTest::new().run("statements").stderr("").status(0).out();
    let all: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
    let all = all.as_array().expect("it is a list");
    let verb = |one: &serde_json::Value| one["verb"]["id"].as_str().and_then(|id| id.rsplit('/').next()).map(str::to_owned);
    let answered: Vec<_> = all.iter().filter(|one| verb(one).as_deref() == Some("answered")).collect();
    assert_eq!(answered.len(), 6, "one for each item");
    for one in all {
        for key in ["id", "actor", "verb", "object", "context", "timestamp"] {
            assert!(one.get(key).is_some_and(|value| !value.is_null()), "{key} in {one:#}");
        }
    }
    assert_eq!(
        answered[0]["context"]["contextActivities"]["parent"][0]["definition"]["type"],
        "http://adlnet.gov/expapi/activities/assessment"
    );
    let test = CourseTest::new().edit("course.yaml", "base_iri: https://learn.example.org/clean-hands\n", "");
    test.run("statements")
        .stderr(str![[r#"
. sends no statements: its course.yaml has no `base_iri`

"#]])
        .stdout("[]\n")
        .status(0);
}

#[test]
fn formats_for_programs_are_one_document_for_all_courses() {
    let catalog = || {
        let test = CourseTest::empty().run("new one").then().run("new two").then();
        test.file("catalog.yaml", "coursec: 1\ncourses: [one, two]\n").edit("one/course.yaml", "title:", "subtitle: X\ntitle:").edit(
            "two/course.yaml",
            "id: clean-hands",
            "id: clean-hands-2",
        )
    };
    let ran = catalog().run("check . --format sarif").status(1);
    let log: serde_json::Value = serde_json::from_str(&ran.out()).expect("it is one JSON text");
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    let report = ran.then().run("check . --format junit -q").stderr("").status(1).out();
    let report = roxmltree::Document::parse(&report).expect("it is XML");
    let suites: Vec<_> = report
        .descendants()
        .filter(|one| one.has_tag_name("testsuite"))
        .map(|one| (one.attribute("name"), one.attribute("failures")))
        .collect();
    assert_eq!(suites, [(Some("one"), Some("1")), (Some("two"), Some("0"))]);
    let out = catalog().run("build . --format github -q").stderr("").status(1).out();
    assert!(out.starts_with("::error file=one/course.yaml,line=5,endLine=5,col=1,endColumn=9,title=E0110 unknown-key::"), "{out}");
}

#[test]
fn colours_are_left_out_where_nobody_wants_them() {
    let test = CourseTest::new().edit("course.yaml", "lang: en-GB", "lang: [en-GB");
    let ran = test.run_with("check", &[("CLICOLOR_FORCE", "1")]);
    assert!(ran.err().contains("\u{1b}["), "the terminal says that it has colours");
    let ran = ran.then().run_with("check", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]);
    assert!(!ran.err().contains("\u{1b}["), "NO_COLOR");
    let ran = ran.then().run_with("check -v", &[("CI", "true")]);
    assert!(ran.err().starts_with("reading .\n"), "{}", ran.err());
}

#[test]
fn shells_and_man_get_what_they_need() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let out = CourseTest::empty().run(&format!("completions {shell}")).stderr("").status(0).out();
        assert!(out.contains("coursec") && out.contains("explain"), "{shell}: {out}");
    }
    let out = CourseTest::empty().run("man").stderr("").status(0).out();
    assert!(out.contains(".TH coursec 1"), "{out}");
    CourseTest::empty().run("completions tcsh").status(2);
}
