//! `coursec mv`: another id, the same thing.

use std::fs;

use snapbox::str;

use crate::harness::CourseTest;

const UNIT: &str = "units/hand-washing.yaml";

fn text(test: &CourseTest, path: &str) -> String {
    fs::read_to_string(test.path().join(path)).expect("the file is there")
}

#[test]
fn what_was_never_released_needs_no_line() {
    let test = CourseTest::new().edit(UNIT, "items: [q-when, ", "items: [hand-washing/q-when, ");
    let before = text(&test, UNIT);
    let course = text(&test, "course.yaml");
    let test = test
        .run("mv hand-washing/q-when hand-washing/q-first")
        .stderr(str![[r#"
renamed the item `hand-washing/q-when` to `hand-washing/q-first`, with 1 reference
it is in no release yet, so `moved:` needs no line

"#]])
        .status(0)
        .then();
    assert_eq!(text(&test, UNIT), before.replace("q-when", "q-first"));
    assert_eq!(text(&test, "course.yaml"), course);
    let test = test.run("mv hand-washing clean").status(0).then();
    assert_eq!(
        text(&test, UNIT),
        before.replace("q-when", "q-first").replace("id: hand-washing", "id: clean").replace("hand-washing/", "clean/")
    );
    test.run("check").status(0);
}

#[test]
fn after_a_release_no_record_moves() {
    let test = CourseTest::new().run("build --target web --quiet").status(0).then();
    let test = test.run("build --target web --release --quiet").status(0).then().edit("course.yaml", "version: 1.0.0", "version: 1.0.1");
    let slots = |test: &CourseTest, path: &str| {
        let lock = text(test, "course.lock");
        let line = lock.lines().find_map(|line| line.strip_prefix(&format!("{path} "))).expect("it is in the lock");
        line.to_owned()
    };
    let was = slots(&test, "hand-washing/q-when");
    let test = test
        .run("mv hand-washing/q-when hand-washing/q-first")
        .stderr(str![[r#"
renamed the item `hand-washing/q-when` to `hand-washing/q-first`, with 1 reference
added the line to `moved:` in course.yaml; after the next build it may go

"#]])
        .status(0)
        .then();
    assert!(text(&test, "course.yaml").ends_with("moved:\n  - {from: hand-washing/q-when, to: hand-washing/q-first}\n"));
    let test = test.run("mv hand-washing/LO1 hand-washing/washing").status(0).then();
    let test = test.run("build --target web --deny warnings --quiet").stderr("").status(0).then();
    assert_eq!(slots(&test, "hand-washing/q-first"), was, "slot, public id and first place are as they were");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    for (line, why) in [
        ("hand-washing/q-wen hand-washing/x", "nothing is at `hand-washing/q-wen`; did you mean `hand-washing/q-when`?"),
        ("q-when hand-washing/x", "nothing is at `q-when`: write the full path, `hand-washing/q-when`"),
        ("hand-washing/q-when hand-washing/Q-GEL", "`hand-washing/Q-GEL` is the path of another thing (item); choose another id"),
        (
            "hand-washing/q-when hand-washing/1x",
            "`1x` is no id: an id starts with a letter, then has letters, digits, `-` or `_`, at most 64 in all",
        ),
        (
            "hand-washing/q-when bank:b/q-when",
            "`hand-washing/q-when` cannot move to `bank:b/q-when` in this version: only the last part of its path can change",
        ),
        ("hand-washing/q-when hand-washing/q-when", "`hand-washing/q-when` is its path already"),
    ] {
        let test = CourseTest::new();
        let before = text(&test, UNIT);
        let test = test.run(&format!("mv {line}")).stderr(format!("error: {why}\n")).status(1).then();
        assert_eq!(text(&test, UNIT), before);
    }
}
