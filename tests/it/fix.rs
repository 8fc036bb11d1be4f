//! `coursec check --fix`: what is certain is mended in the files, and nothing else is touched.

use std::fs;

use snapbox::str;

use crate::harness::CourseTest;

const UNIT: &str = "units/hand-washing.yaml";

#[test]
fn certain_mends_are_made_and_the_rest_is_told() {
    let test = CourseTest::new()
        .edit(UNIT, "    marking: per-part\n", "    markng: per-part\n")
        .edit(UNIT, "purpose: summative", "purpose: sumative")
        .edit(UNIT, "items: [q-when, q-gel, q-seconds]", "items: [q-when, q-gel, q-secnds]")
        .edit(UNIT, "teaches: [LO1, 1.1, 1.2]", "teaches: [LO1, 1.1, 1.4]");
    let test = test
        .run("check --fix")
        .stdout("")
        .stderr(str![[r#"
fixed units/hand-washing.yaml:30: write `q-seconds` (E0201)
fixed units/hand-washing.yaml:33: write `summative` (E0112)
fixed units/hand-washing.yaml:74: write `marking` (E0110)
error[E0201]: criterion `1.4` is not defined in unit `hand-washing`
  --> units/hand-washing.yaml:14:25
   |
 9 |       - id: 1.2
...
14 |     teaches: [LO1, 1.1, 1.4]
   |                         ^^^ not found
   |
   = help: did you mean `1.2`?
   = for more: coursec explain E0201

checked .: 1 error

"#]])
        .status(1)
        .then();
    let text = fs::read_to_string(test.path().join(UNIT)).expect("the unit is there");
    let whole = fs::read_to_string("examples/minimal/units/hand-washing.yaml").expect("the example is there");
    assert_eq!(text.replace("1.1, 1.4]", "1.1, 1.2]"), whole, "everything but the reference that may mean several is as it was");
}

#[test]
fn a_sound_course_is_not_written() {
    let test = CourseTest::new();
    let before = fs::metadata(test.path().join(UNIT)).expect("the unit is there");
    let test = test
        .run("check --fix")
        .stderr(str![[r#"
checked .: no errors

"#]])
        .status(0)
        .then();
    let after = fs::metadata(test.path().join(UNIT)).expect("the unit is there");
    assert_eq!(before.modified().expect("a time"), after.modified().expect("a time"));
    assert_eq!(fs::read_dir(test.path()).expect("it can be listed").count(), 2, "nothing new is in the folder");
}

#[test]
fn line_ends_and_the_mark_before_a_text_stay() {
    let text = "\u{feff}coursec: 1\r\nid: clean-hands\r\nversion: 1.0.0\r\nlang: en-GB\r\ntitel: Händewaschen 日本\r\nunits: [units/hand-washing.yaml]\r\n";
    let test = CourseTest::new().file("course.yaml", text).run("check --fix").status(0).then();
    let after = fs::read_to_string(test.path().join("course.yaml")).expect("it is there");
    assert_eq!(after, text.replace("titel", "title"));
}

#[test]
fn a_mend_can_bring_the_next_one_to_light() {
    let text = fs::read_to_string("examples/minimal/units/hand-washing.yaml").expect("the example is there");
    let test = CourseTest::new().file(UNIT, text.replacen("lessons:", "lesons:", 1).replacen("duration:", "duratoin:", 1));
    let test = test
        .run("check --fix")
        .stderr(str![[r#"
fixed units/hand-washing.yaml:11: write `lessons` (E0110)
fixed units/hand-washing.yaml:15: write `duration` (E0110)
checked .: no errors

"#]])
        .status(0)
        .then();
    assert_eq!(fs::read_to_string(test.path().join(UNIT)).expect("it is there"), text);
}

#[test]
fn a_link_in_a_lesson_is_mended_in_its_place() {
    let test = CourseTest::new().edit(UNIT, "Hands carry germs", "See [how](lesson:when-and-hwo). Hands carry germs");
    let test = test
        .run("check --fix")
        .stderr(str![[r#"
fixed units/hand-washing.yaml:17: write `when-and-how` (E0201)
checked .: no errors

"#]])
        .status(0)
        .then();
    let text = fs::read_to_string(test.path().join(UNIT)).expect("it is there");
    assert!(text.contains("See [how](lesson:when-and-how). Hands carry germs"), "{text}");
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_course_is_written() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let bad = "id: hand-washing\ntitel: Wash your hands\n";
    let outside = CourseTest::empty().file("unit.yaml", bad);
    let test = CourseTest::new();
    fs::remove_file(test.path().join(UNIT)).expect("it was there");
    symlink(outside.path().join("unit.yaml"), test.path().join(UNIT)).expect("a link can be made");
    test.run("check --fix").status(1);
    assert_eq!(fs::read_to_string(outside.path().join("unit.yaml")).expect("it is there"), bad);

    let shared = CourseTest::empty().file("catalog.yaml", "coursec: 1\ncourses: [one]\n").file("shared/q.yaml", "titel: Food safety\n");
    let test = shared.run("new one").then().edit("one/course.yaml", "units:", "qualification: shared:q.yaml\nunits:");
    let test = test.run("check one --fix").status(1).then();
    assert_eq!(fs::read_to_string(test.path().join("shared/q.yaml")).expect("it is there"), "titel: Food safety\n");

    let test = CourseTest::new().edit("course.yaml", "title:", "titel:");
    let file = test.path().join("course.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("it is ours");
    let test = test.run("check --fix").status(0).then();
    assert_eq!(fs::metadata(test.path().join("course.yaml")).expect("it is there").permissions().mode() & 0o777, 0o640);
}
