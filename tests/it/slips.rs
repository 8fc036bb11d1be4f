//! Slips in YAML, one at a time: each is told once, where it is, in words for people who write no programs.

use std::fmt::Write as _;

use coursec::diag::Diagnostic;
use coursec::source::Sources;
use coursec::{Options, check};
use snapbox::str;

use crate::harness::CourseTest;

const COURSE: &str = include_str!("../../examples/minimal/course.yaml");
const UNIT: &str = include_str!("../../examples/minimal/units/hand-washing.yaml");

/// What is said where `from` stands in place of `to` in one of the two files.
#[track_caller]
pub(crate) fn said(from: &str, to: &str) -> Vec<String> {
    let files = [COURSE, UNIT].map(|text| text.replacen(from, to, 1));
    assert!(files[0] != COURSE || files[1] != UNIT, "`{from}` is in neither file");
    let sources = Sources::from_memory(&[("course.yaml", &files[0]), ("units/hand-washing.yaml", &files[1])]);
    let told = |one: Diagnostic| {
        let mut told = format!("{} {}", one.lint.code, one.message);
        if let Some(label) = one.primary {
            let span = label.span;
            let text = &sources.content(span.file)[span.start as usize..span.end as usize];
            write!(told, " | {text:?} {}", label.text).expect("a string takes any text");
        }
        one.help.iter().fold(told, |told, help| told + " | " + help)
    };
    check(&sources, &Options::default()).into_iter().map(told).collect()
}

#[test]
fn one_mistake_is_told_once() {
    for (from, to, told) in [
        (
            "purpose: formative",
            "porpose: formative",
            r#"E0110 an assessment has no key `porpose` | "porpose" unknown key | did you mean `purpose`?"#,
        ),
        (
            "- id: q-gel",
            "- id: q gel",
            r#"E0114 `q gel` cannot be read here | "q gel" not in the form that is needed | an id starts with a letter, then has letters, digits, `-` or `_`, at most 64 in all"#,
        ),
        (
            "[units/hand-washing.yaml]",
            "[units/hand-washing.yaml, units/hand-washing.yaml]",
            r#"E0205 `units/hand-washing.yaml` is in this list twice | "units/hand-washing.yaml" again here | remove one of the two"#,
        ),
    ] {
        assert_eq!(said(from, to), [told], "{to}");
    }
}

#[test]
fn a_value_of_the_wrong_form_is_told_what_to_write() {
    for (from, to, told) in [
        ("version: 1.0.0", "version: 1.0", "such as `1.0.0`"),
        ("lang: en-GB", "lang: english uk", "such as `en`, `en-GB` or `cy`"),
        ("https://learn.example.org", "learn.example.org", "such as `https://learn.example.org/my-course`"),
        ("items: [q-when, q-gel, q-seconds]", "items: q-when", "put brackets around it, `[q-when]`, or"),
        ("items: [q-when, q-gel, q-seconds]", "items:", "found nothing | \"\" expected a list | write `[]`"),
        (
            "        text: Wash your hands\n        correct: true\n",
            "        text: Wash\n        correct: true\n      - {id: x, text: Wash, then dry}\n",
            "E0121 a comma in `{...}` ends a text | \"then dry\" YAML reads this as another key | put the text in quotes: `'Wash, then dry'`",
        ),
        ("units/hand-washing.yaml]", "units\\hand-washing.yaml]", "`units\\hand-washing.yaml` is not a path"),
        (
            "title: When and how to wash",
            "title: [When] to wash",
            "E0123 a text cannot begin with `[` unless it is in quotes | \"[\" a sign of YAML | put the text in quotes: `'[When] to wash'`",
        ),
        ("title: When and how to wash", "title: [When, how]", "put a text that begins with `[` or `{` in quotes"),
        ("    teaches: [LO1, 1.1, 1.2]", "    teach: [LO1, 1.1, 1.2]", "did you mean `teaches`?"),
    ] {
        let said = said(from, to);
        assert!(said.iter().any(|one| one.contains(told)), "{to}: {said:#?}");
    }
}

#[test]
fn a_wrong_reference_is_told_as_the_contract_shows_it() {
    let test = CourseTest::new().edit(
        "units/hand-washing.yaml",
        "      - id: 1.2\n        statement: wash hands in a way that removes germs\n",
        "      - id: 1.2\n        statement: wash hands in a way that removes germs\n      - id: 1.3\n        statement: dry hands\n",
    );
    let test = test.edit("units/hand-washing.yaml", "teaches: [LO1, 1.1, 1.2]", "teaches: [LO1, 1.1, 1.2, 1.3]");
    test.edit("units/hand-washing.yaml", "assesses: [LO1, 1.1]", "assesses: [LO1, 1.4, 1.3]")
        .run("check")
        .stderr(str![[r#"
error[E0201]: criterion `1.4` is not defined in unit `hand-washing`
  --> units/hand-washing.yaml:43:21
   |
43 |     assesses: [LO1, 1.4, 1.3]
   |                     ^^^ not found
  ::: units/hand-washing.yaml:11:13
   |
11 |       - id: 1.3
   |             --- a criterion with a similar id
   |
   = help: did you mean `1.3`?
   = for more: coursec explain E0201

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_broken_file_that_nothing_names_is_told_of() {
    let test = CourseTest::new().file("theme/section/lesson.html", b"caf\xe9");
    let said = test.run("check").status(1).err();
    assert!(said.starts_with("error[E0136]: `theme/section/lesson.html` is not UTF-8 text"), "{said}");
    let test = CourseTest::new().file("banks/one.yaml", "id: [\n");
    test.run("check")
        .stderr(str![[r#"
error[E0101]: this file is not valid YAML
 --> banks/one.yaml:1:5
  |
1 | id: [
  |     ^ this `[` is not closed
  |
  = help: close it: `[` with `]`, `{` with `}`
  = for more: coursec explain E0101

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_course_without_units_is_none() {
    CourseTest::new()
        .edit("course.yaml", "[units/hand-washing.yaml]", "[]")
        .run("build")
        .stderr(str![[r#"
error[E0218]: course `clean-hands` has no units
 --> course.yaml:5:8
  |
5 | title: Clean hands in a kitchen
  |        ^^^^^^^^^^^^^^^^^^^^^^^^ has nothing to learn
  |
  = help: write the path of a unit into `units`, such as `units/first.yaml`
  = for more: coursec explain E0218

nothing built of .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_catalog_without_courses_is_told_of() {
    let said = CourseTest::empty().file("catalog.yaml", "coursec: 1\ncourses: []\n").run("build").status(1).err();
    assert!(said.starts_with("error[E0112]: expected the folder of one course at least, found a list"), "{said}");
}
