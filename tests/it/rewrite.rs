//! Commands that write several files: all of them or none, also where a run was killed in between.

use std::fs;

use snapbox::str;

use crate::harness::CourseTest;

/// A course in which a renaming was killed: the course is written, the unit is not, and the list is there.
fn killed() -> CourseTest {
    let sum = |text: &[u8]| coursec::source::sum(&mut &*text).expect("bytes can be read").1;
    let mut test = CourseTest::new().edit("course.yaml", "title: Clean hands", "title: Cleaner hands");
    let mut entries = Vec::new();
    for (at, (file, from, to)) in
        [("course.yaml", "Cleaner hands", "Clean hands"), ("units/hand-washing.yaml", "title: Test", "title: Final test")]
            .into_iter()
            .enumerate()
    {
        let now = fs::read_to_string(test.path().join(file)).expect("it is there");
        let (was, new) = if at == 0 { (now.replace(from, to), now.clone()) } else { (now.clone(), now.replace(from, to)) };
        entries.push(format!("{{\"file\": \"{file}\", \"was\": \"{}\", \"new\": \"{}\"}}", sum(was.as_bytes()), sum(new.as_bytes())));
        if at == 1 {
            test = test.file(".coursec-rewrite/1", new);
        }
    }
    test.file(".coursec-rewrite/list.json", format!("[{}]", entries.join(",")))
}

#[test]
fn a_run_that_was_killed_is_told_by_who_reads_and_finished_by_who_writes() {
    let test = killed();
    let said = str![[r#"
error: an earlier run was interrupted while it wrote the files of this course: `coursec fmt .` finishes it

"#]];
    let test = test.run("check").stderr(said.clone()).status(3).then();
    let test = test.run("build").stderr(said.clone()).status(3).no_file("course.lock").no_file("dist").then();
    let test = test.run("fmt --check").stderr(said).status(3).has_file(".coursec-rewrite/list.json").then();
    let test = test
        .run("fmt")
        .stderr(str![[r#"
finished what an interrupted run had begun: units/hand-washing.yaml
formatted .: nothing to change

"#]])
        .status(0)
        .no_file(".coursec-rewrite")
        .then();
    assert!(fs::read_to_string(test.path().join("units/hand-washing.yaml")).expect("it is there").contains("title: Final test"));
    test.run("check").status(0);
    for command in ["check --fix", "mv hand-washing/q-when hand-washing/q-first"] {
        killed().run(command).status(0).no_file(".coursec-rewrite");
    }
}

#[test]
fn what_somebody_changed_since_is_not_written_over() {
    let test = killed().edit("units/hand-washing.yaml", "title: Test", "title: My test");
    let test = test
        .run("fmt")
        .stderr(str![[r#"
error: `units/hand-washing.yaml`: an interrupted run wanted to change it, and somebody else has changed it since; look at it, then delete the folder `[ROOT]/.coursec-rewrite`

"#]])
        .status(3)
        .then();
    assert!(fs::read_to_string(test.path().join("units/hand-washing.yaml")).expect("it is there").contains("title: My test"));
}

#[test]
fn what_stands_in_the_way_stops_all_of_it() {
    // A file where the folder for what is new should be.
    let test = CourseTest::new()
        .edit("course.yaml", "title: Clean hands", "meta: {author: Ana, licence: CC0}\ntitle: Clean hands")
        .edit("units/hand-washing.yaml", "    purpose: formative", "    purpose: formative # first")
        .edit(
            "units/hand-washing.yaml",
            "items:\n  - id: q-when",
            "faq: [{id: gel, question: Is gel enough, answer: Not on grease}]\nitems:\n  - id: q-when",
        )
        .file(".coursec-rewrite", "");
    let texts = |test: &CourseTest| {
        ["course.yaml", "units/hand-washing.yaml"].map(|file| fs::read_to_string(test.path().join(file)).expect("it is there"))
    };
    let before = texts(&test);
    let test = test
        .run("fmt")
        .stderr(str![[r#"
error: cannot write `[ROOT]/.coursec-rewrite`: File exists (os error 17)

"#]])
        .status(3)
        .then();
    assert_eq!(texts(&test), before);
    fs::remove_file(test.path().join(".coursec-rewrite")).expect("it is there");
    let test = test.run("fmt").status(0).no_file(".coursec-rewrite").then();
    assert!(texts(&test).iter().zip(&before).all(|(now, before)| now != before));
}
