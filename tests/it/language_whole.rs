//! The whole language: what cannot be built yet, and mistakes in what can be read.

use snapbox::str;

use crate::harness::CourseTest;

const BANK: &str = "id: level-3
title: Level 3
unit: hand-washing
items:
  - {id: soap, type: true-false, prompt: Soap helps., answer: true, assesses: [1.1], tags: [easy]}
  - {id: towel, type: true-false, prompt: Towels are used once., answer: true, assesses: [1.2]}
";

const CASE: &str = "case_studies:
  - id: lunch
    title: A busy lunch
    start: raw
    scenes:
      - id: raw
        text: You cut raw chicken, and an order for salad comes in.
        choices:
          - {id: wash, text: Wash your hands, to: clean, assesses: [1.1], points: 1}
          - {id: go-on, text: Go on with the salad, to: ill}
      - {id: clean, text: The salad is safe., end: good}
      - {id: ill, text: Two guests fall ill., end: poor}
assessments:
";

/// A course with a draw from a bank, and a case study that branches.
fn whole() -> CourseTest {
    CourseTest::new().file("banks/level-3.yaml", BANK).edit("units/hand-washing.yaml", "assessments:\n", CASE).edit(
        "units/hand-washing.yaml",
        "t-seconds]",
        "t-seconds, {bank: level-3, assessing: [LO1], draw: 1}]",
    )
}

#[test]
fn what_cannot_be_built_is_noted_and_stops_a_build() {
    let test = whole().edit("course.yaml", "units:", "math: true\nunits:").run("check").status(0).stderr(str![[r#"
note[E0113]: this version of coursec cannot build mathematics yet
 --> course.yaml:7:7
  |
7 | math: true
  |       ^^^^ not there yet
  |
  = help: leave it out for now
  = for more: coursec explain E0113

checked .: no errors

"#]]);
    test.then()
        .run("build")
        .status(1)
        .stderr(str![[r#"
error[E0113]: this version of coursec cannot build mathematics yet
 --> course.yaml:7:7
  |
7 | math: true
  |       ^^^^ not there yet
  |
  = help: leave it out for now
  = for more: coursec explain E0113

nothing built of .: 1 error

"#]])
        .no_file("dist")
        .no_file("course.lock");
}

#[test]
fn a_draw_and_a_case_study_are_built() {
    whole().run("build").status(0).stderr(str![[r#"
built dist/clean-hands-1.0.0-scorm12.zip ([..] kB)
built dist/clean-hands-1.0.0-web.zip ([..] kB)
not a release; states that it leaves are not promised

"#]]);
}

#[test]
fn mistakes_in_a_bank_a_case_and_a_draw_are_all_told() {
    whole()
        .edit("banks/level-3.yaml", "assesses: [1.2]", "assesses: [1.3]")
        .edit("units/hand-washing.yaml", "to: ill}", "to: il}")
        .edit("units/hand-washing.yaml", "draw: 1}", "draw: three}")
        .edit("units/hand-washing.yaml", "teaches: [LO1, 1.1, 1.2]", "teach: [LO1, 1.1, 1.2]")
        .run("check")
        .status(1)
        .stderr(str![[r#"
error[E0201]: criterion `1.3` is not defined in unit `hand-washing`
 --> banks/level-3.yaml:6:91
  |
6 |   - {id: towel, type: true-false, prompt: Towels are used once., answer: true, assesses: [1.3]}
  |                                                                                           ^^^ not found
 ::: units/hand-washing.yaml:9:13
  |
9 |       - id: 1.2
  |             --- a criterion with a similar id
  |
  = help: did you mean `1.2`?
  = for more: coursec explain E0201

error[E0110]: a lesson has no key `teach`
  --> units/hand-washing.yaml:14:5
   |
14 |     teach: [LO1, 1.1, 1.2]
   |     ^^^^^ unknown key
   |
   = help: did you mean `teaches`?
   = for more: coursec explain E0110

error[E0201]: scene `il` is not defined in case study `lunch`
  --> units/hand-washing.yaml:35:57
   |
35 |           - {id: go-on, text: Go on with the salad, to: il}
   |                                                         ^^ not found
36 |       - {id: clean, text: The salad is safe., end: good}
37 |       - {id: ill, text: Two guests fall ill., end: poor}
   |              --- a scene with a similar id
   |
   = help: did you mean `ill`?
   = for more: coursec explain E0201

error[E0112]: expected `all`, or a number from 1 to 1000, found `three`
  --> units/hand-washing.yaml:46:82
   |
46 |     items: [t-moments, t-dry, t-seconds, {bank: level-3, assessing: [LO1], draw: three}]
   |                                                                                  ^^^^^ expected `all`, or a number from 1 to 1000
   |
   = for more: coursec explain E0112

checked .: 4 errors

"#]]);
}

#[test]
fn a_draw_a_blueprint_and_a_circle_that_cannot_be_are_told() {
    whole()
        .edit("units/hand-washing.yaml", "draw: 1}]", "tags: [easy], draw: 2}]\n    blueprint: {1.1: 4}")
        .edit("units/hand-washing.yaml", "id: hand-washing\n", "id: hand-washing\nopens_after: [hand-washing]\n")
        .edit("units/hand-washing.yaml", "text: The salad is safe., end: good}", "text: The salad is safe., next: raw}")
        .edit("units/hand-washing.yaml", "to: ill}", "to: clean}")
        .run("check")
        .status(1)
        .stderr(str![[r#"
warning[W0354]: item `towel` of bank `level-3` is on no paper
 --> banks/level-3.yaml:6:10
  |
6 |   - {id: towel, type: true-false, prompt: Towels are used once., answer: true, assesses: [1.2]}
  |          ^^^^^ no draw can take it
  |
  = help: look at its `tags` and `assesses`, or take it out
  = for more: coursec explain W0354

error[E0222]: unit `hand-washing` opens after itself
 --> units/hand-washing.yaml:2:15
  |
2 | opens_after: [hand-washing]
  |               ^^^^^^^^^^^^ never opens
  |
  = help: take one of these references out of `opens_after`
  = for more: coursec explain E0222

error[E0224]: from scene `raw` no way leads to an end of `lunch`
  --> units/hand-washing.yaml:32:13
   |
32 |       - id: raw
   |             ^^^ goes round in a circle
...
37 |       - {id: clean, text: The salad is safe., next: raw}
   |              ----- so does this
   |
   = help: lead a choice or a `next` to a scene with an `end`
   = for more: coursec explain E0224

error[E0223]: no way through `lunch` leads to scene `ill`
  --> units/hand-washing.yaml:38:14
   |
38 |       - {id: ill, text: Two guests fall ill., end: poor}
   |              ^^^ never seen
   |
   = help: lead a choice or a `next` to `ill`, or take it out
   = for more: coursec explain E0223

error[E0225]: this draw takes 2 items of bank `level-3`, and there is 1 for it
  --> units/hand-washing.yaml:47:96
   |
47 |     items: [t-moments, t-dry, t-seconds, {bank: level-3, assessing: [LO1], tags: [easy], draw: 2}]
   |                                                                                                ^ more than there are
   |
   = help: draw fewer, or add items to the bank
   = for more: coursec explain E0225

error[E0226]: 2 items are missing on criterion `1.1` for the blueprint of `test`
  --> units/hand-washing.yaml:48:17
   |
48 |     blueprint: {1.1: 4}
   |                 ^^^ asks for 4, and a paper has 2 at most
   |
   = help: add items that assess it, draw more, or ask for fewer
   = for more: coursec explain E0226

checked .: 5 errors and 1 warning

"#]]);
}

#[test]
fn every_key_of_the_language_is_read_formatted_and_built() {
    let said = str![[r#"
checked .: no errors

"#]];
    let test = CourseTest::of("tests/whole").run("check").stderr(said.clone()).status(0).then();
    let test = test.run("fmt").status(0).then().run("check").stderr(said).status(0).then();
    test.run("build --out out").status(0).stderr(str![[r#"
built out/every-key-1.0.0-cmi5.zip ([..] kB)
built out/every-key-1.0.0-scorm12.zip ([..] kB)
built out/every-key-1.0.0-scorm2004-3.zip ([..] kB)
built out/every-key-1.0.0-scorm2004-4.zip ([..] kB)
built out/every-key-1.0.0-web.zip ([..] kB)
built out/every-key-1.0.0-xapi.zip ([..] kB)
not a release; states that it leaves are not promised

"#]]);
}
