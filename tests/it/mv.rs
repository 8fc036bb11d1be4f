//! `coursec mv`: another id or another place, the same thing.

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
it is in no release, so `moved:` needs no line

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
        ("hand-washing/q-when bank:b/q-when", "nothing is at `bank:b`, so nothing can move there"),
        ("hand-washing/q-when ^/q-when", "the course has no qualification"),
        ("hand-washing/q-when q-when", "`hand-washing/q-when` (item) can stand in a unit or a bank, and `q-when` is in the course"),
        ("hand-washing/1.1 q/1.1", "nothing is at `q`, so nothing can move there"),
        ("hand-washing bank:clean", "a unit does not move: only its id can change"),
        ("hand-washing/q-when/wsh x", "the item `hand-washing/q-when` has no part `wsh`; did you mean `hand-washing/q-when/wash`?"),
        (
            "hand-washing/q-when/wash hand-washing/q-when/wipe",
            "`hand-washing/q-when/wipe` is the path of another thing (part); choose another id",
        ),
        (
            "hand-washing/q-when/wash hand-washing/q-gel/wash",
            "a part does not leave its item: only the last part of `hand-washing/q-when/wash` can change, in `hand-washing/q-when`",
        ),
        ("hand-washing/q-when hand-washing/q-when", "`hand-washing/q-when` is its path already"),
    ] {
        let test = CourseTest::new();
        let before = text(&test, UNIT);
        let test = test.run(&format!("mv {line}")).stderr(format!("error: {why}\n")).status(1).then();
        assert_eq!(text(&test, UNIT), before);
    }
}

/// A course with two units, a bank and a case study.
fn two_units() -> CourseTest {
    CourseTest::empty()
        .file(
            "course.yaml",
            "coursec: 1\nid: food\nversion: 1.0.0\nlang: en-GB\ntitle: Clean food\nunits: [units/hands.yaml, units/fridge.yaml]\ntargets: [web]\n\
             coverage: {taught: off, assessed: off}\n",
        )
        .file("units/hands.yaml", HANDS)
        .file("units/fridge.yaml", FRIDGE)
        .file("lessons/when.md", "## When\n\nSee [germs](term:germ) and [the fridge](unit:fridge).\n")
        .file("banks/hygiene.yaml", BANK)
}

const HANDS: &str = "\
id: hands
title: Wash your hands
outcomes:
  - id: LO1
    statement: keep hands clean
    criteria:
      - id: 1.1
        statement: say when to wash
key_terms:
  - id: germ
    term: Germ
    definition: A living thing too small to see.
lessons:
  - id: when
    title: When to wash
    teaches: [1.1]
    body_file: lessons/when.md
items:
  # Asked first, to begin with something easy.
  - id: dry
    type: true-false
    prompt: |
      Dry hands are safer:

      they carry fewer germs.
    assesses: [LO1, hands/1.1]
    answer: true

  - id: pairs
    type: matching
    prompt: What is for what?
    assesses: [1.1]
    targets: [{id: clean, text: Cleaning}, {id: dry, text: Drying}]
    sources:
      - id: soap
        text: Soap
        target: clean
      - id: towel
        text: Towel
        target: 'dry'
  - id: gap
    type: fill-in
    prompt: Rub for [[seconds]] seconds.
    assesses: [1.1]
    answers:
      seconds: [twenty]
assessments:
  - id: quiz
    title: Quiz
    purpose: formative
    items: [dry, pairs, gap]
";

const FRIDGE: &str = "\
id: fridge
title: Keep food cold
outcomes:
  - id: LO1
    statement: keep food cold
    criteria:
      - id: 1.1
        statement: say how cold a fridge is
lessons:
  - id: cold
    title: How cold
    teaches: [1.1]
    body: Five degrees or less. [Wash your hands](lesson:hands/when) first.
assessments:
  - id: test
    title: Test
    purpose: formative
    items: [hands/dry, bank:hygiene/soap]
";

const BANK: &str = "\
id: hygiene
title: Questions on hygiene
items:
  - id: soap
    type: true-false
    prompt: Soap kills all germs.
    assesses: [hands/1.1]
    answer: false
";

#[test]
fn an_item_goes_to_a_bank_and_its_references_lead_on() {
    let test = two_units().run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    let test = test.edit("course.yaml", "version: 1.0.0", "version: 1.1.0");
    let course = text(&test, "course.yaml");
    let test = test
        .run("mv hands/dry bank:hygiene/dry-hands")
        .stderr(str![[r#"
moved the item `hands/dry` to `bank:hygiene/dry-hands`, with 2 references
added the line to `moved:` in course.yaml; after the next build it may go
what learners did stays with its old place; in the new one it begins anew

"#]])
        .status(0)
        .then();
    assert_eq!(text(&test, "course.yaml"), format!("{course}moved:\n  - {{from: hands/dry, to: bank:hygiene/dry-hands}}\n"));
    let (start, end) = (HANDS.find("  # Asked").expect("it is there"), HANDS.find("  - id: pairs").expect("it is there"));
    let left = format!("{}{}", &HANDS[..start], &HANDS[end..]).replace("[dry, pairs", "[bank:hygiene/dry-hands, pairs");
    assert_eq!(text(&test, "units/hands.yaml"), left);
    assert_eq!(text(&test, "units/fridge.yaml"), FRIDGE.replace("hands/dry", "bank:hygiene/dry-hands"));
    snapbox::assert_data_eq!(
        text(&test, "banks/hygiene.yaml"),
        str![[r#"
id: hygiene
title: Questions on hygiene
items:
  - id: soap
    type: true-false
    prompt: Soap kills all germs.
    assesses: [hands/1.1]
    answer: false
  # Asked first, to begin with something easy.
  - id: dry-hands
    type: true-false
    prompt: |
      Dry hands are safer:

      they carry fewer germs.
    assesses: [hands/LO1, hands/1.1]
    answer: true

"#]]
    );
    // Nobody has seen it there: it may go back, as if nothing had been, before a build and after it.
    let undone = test.run("mv bank:hygiene/dry-hands hands/dry --quiet").stderr("").status(0).then();
    assert_eq!(text(&undone, "course.yaml"), format!("{course}moved: []\n"));
    assert_eq!(text(&undone, "units/fridge.yaml"), FRIDGE);
    let lock = text(&undone, "course.lock");
    let test = undone.run("mv hands/dry bank:hygiene/dry --quiet").status(0).then().run("build --quiet").stderr("").status(0).then();
    assert!(text(&test, "course.lock").contains("bank:hygiene/dry item 1 id=dry at=0.0\n"));
    let test = test.run("mv bank:hygiene/dry hands/dry --quiet").stderr("").status(0).then();
    assert!(text(&test, "course.yaml").ends_with("moved:\n  - {from: bank:hygiene/dry, to: hands/dry}\n"));
    let test = test.run("build --quiet").stderr("").status(0).then();
    let things = |lock: &str| lock.lines().filter(|line| !line.starts_with('!')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(things(&text(&test, "course.lock")), things(&lock));
}

#[test]
fn a_release_that_has_seen_it_leave_keeps_it_from_going_back() {
    let test = two_units().run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    let test = test.run("mv hands/dry bank:hygiene/dry --quiet").status(0).then().edit("course.yaml", "version: 1.0.0", "version: 1.1.0");
    let test = test.run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    test.run("mv bank:hygiene/dry hands/dry")
        .stderr(str![[r#"
error: `hands/dry` is its old place, and a release has seen it leave, so it cannot go back there: choose an id that was never released

"#]])
        .status(1);
}

#[test]
fn what_is_renamed_goes_back_to_its_old_id() {
    let test = two_units().run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    let test = test.edit("course.yaml", "version: 1.0.0", "version: 1.1.0");
    let (course, lock) = (text(&test, "course.yaml"), text(&test, "course.lock"));
    let test = test.run("mv hands/dry hands/wet --quiet").status(0).then().run("build --quiet").stderr("").status(0).then();
    let test = test
        .run("mv hands/wet hands/dry")
        .stderr(str![[r#"
renamed the item `hands/wet` to `hands/dry`, with 2 references
added the line to `moved:` in course.yaml; after the next build it may go

"#]])
        .status(0)
        .then();
    assert_eq!(text(&test, "course.yaml"), format!("{course}moved:\n  - {{from: hands/wet, to: hands/dry}}\n"));
    assert_eq!(text(&test, "units/hands.yaml"), HANDS);
    let test = test.run("build --quiet").stderr("").status(0).then();
    assert_eq!(text(&test, "course.lock").replace("! moved hands/wet hands/dry\n", ""), lock);
    let test = test.run("mv hands/dry hands/wet --quiet").status(0).then().run("build --quiet").stderr("").status(0).then();
    assert!(text(&test, "course.lock").contains("hands/wet item 0 id=dry at=0.0 since=1\n"));
}

#[test]
fn parts_get_another_id() {
    let test = two_units().run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    let mut test = test.edit("course.yaml", "version: 1.0.0", "version: 1.1.0");
    let mut unit = HANDS.to_owned();
    let mut course = format!("{}moved:\n", text(&test, "course.yaml"));
    for (from, to, edits) in [
        ("hands/pairs/dry", "hands/pairs/wipe", &[("id: dry, ", "id: wipe, "), ("target: 'dry'", "target: 'wipe'")][..]),
        ("hands/pairs/soap", "hands/pairs/bar", &[("id: soap", "id: bar")]),
        ("hands/gap/seconds", "hands/gap/time", &[("[[seconds]]", "[[time]]"), ("seconds: [", "time: [")]),
    ] {
        test = test.run(&format!("mv {from} {to} --quiet")).stderr("").status(0).then();
        unit = edits.iter().fold(unit, |unit, (before, after)| unit.replace(before, after));
        course.push_str(&format!("  - {{from: {from}, to: {to}}}\n"));
        assert_eq!(text(&test, "units/hands.yaml"), unit);
        assert_eq!(text(&test, "course.yaml"), course);
    }
    // The same questions: nobody is asked again.
    let released = text(&test, "course.lock");
    let test = test.run("build --deny warnings --quiet").stderr("").status(0).then();
    let facts = |lock: &str| lock.lines().filter(|line| line.contains(" @1 ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(facts(&text(&test, "course.lock")), facts(&released));
}

/// A case study for the unit `hands`.
const CASE: &str = "\
case_studies:
  - id: lunch
    title: Lunch
    start: raw
    scenes:
      - id: raw
        text: You have cut raw chicken.
        choices:
          - id: on
            text: Go on with the salad
            to: end
          - id: wash
            text: Wash your hands
            to: end
            assesses: [1.1]
      - id: end
        text: Lunch is served.
        end: good
";

#[test]
fn scenes_and_choices_get_another_id_or_place() {
    let unit = format!(
        "{HANDS}{CASE}{}",
        CASE.replace("case_studies:\n", "").replace("id: lunch", "id: dinner").replace("text: You have cut", "text: Late, you cut")
    );
    let test = two_units().file("units/hands.yaml", &unit);
    let mut test = test.edit("units/hands.yaml", "      - id: end\n        text: Lunch is served.\n        end: good\n  - id: dinner", "      - id: end\n        text: Lunch is served.\n        choices:\n          - id: more\n            text: Have more\n            to: raw\n  - id: dinner");
    for line in [
        "mv hands/lunch/end hands/lunch/table",
        "mv hands/lunch/raw/wash hands/lunch/raw/clean",
        "mv hands/lunch/raw/on hands/lunch/table/on",
    ] {
        test = test.run(line).status(0).then();
    }
    snapbox::assert_data_eq!(
        text(&test, "units/hands.yaml").split("case_studies").nth(1).expect("it is there"),
        str![[r#"
:
  - id: lunch
    title: Lunch
    start: raw
    scenes:
      - id: raw
        text: You have cut raw chicken.
        choices:
          - id: clean
            text: Wash your hands
            to: table
            assesses: [1.1]
      - id: table
        text: Lunch is served.
        choices:
          - id: more
            text: Have more
            to: raw
          - id: on
            text: Go on with the salad
            to: table
  - id: dinner
    title: Lunch
    start: raw
    scenes:
      - id: raw
        text: Late, you cut raw chicken.
        choices:
          - id: on
            text: Go on with the salad
            to: end
          - id: wash
            text: Wash your hands
            to: end
            assesses: [1.1]
      - id: end
        text: Lunch is served.
        end: good

"#]]
    );
}

#[test]
fn a_lesson_stays_where_it_can_name_its_words() {
    let test = two_units().edit("units/hands.yaml", "    teaches: [1.1]\n    body_file", "    body_file");
    let unit = text(&test, "units/hands.yaml");
    let test = test
        .run("mv hands/when fridge/before")
        .stderr(str![[r#"
error[E0220]: key term `germ` belongs to unit `hands`
  --> lessons/when.md:3:13
   |
 3 | See [germs](term:hands/germ) and [the fridge](unit:fridge).
   |             ^^^^^^^^^^^^^^^ of another unit
  ::: units/hands.yaml:10:9
   |
10 |   - id: germ
   |         ---- defined here
   |
   = help: name what this unit has itself
   = for more: coursec explain E0220

warning[W0260]: lesson `before` teaches nothing
  --> units/fridge.yaml:14:9
   |
14 |   - id: before
   |         ^^^^^^ no outcome, no criterion
   |
   = help: add `teaches: [...]` with the criteria it is about
   = for more: coursec explain W0260

error: the course would have these errors after it; nothing was written

"#]])
        .status(1)
        .then();
    assert_eq!(text(&test, "units/hands.yaml"), unit, "nothing is half-written");
    assert_eq!(text(&test, "units/fridge.yaml"), FRIDGE);
}

#[test]
fn a_word_goes_to_the_qualification_and_its_lesson_to_another_unit() {
    let test = two_units().edit("units/hands.yaml", "    teaches: [1.1]\n    body_file", "    body_file");
    let lesson = "  - id: when\n    title: When to wash\n    body_file: lessons/when.md\n";
    let (unit, course) = (text(&test, "units/hands.yaml"), "course.yaml");
    let test = test.edit(course, "units: [", "qualification:\n  title: Food safety\nunits: [");
    let test = test
        .run("mv hands/germ ^/germ")
        .stderr(str![[r#"
moved the key term `hands/germ` to `^/germ`, with 1 reference
it is in no release, so `moved:` needs no line

"#]])
        .status(0)
        .then();
    let test = test
        .run("mv hands/when fridge/before")
        .stderr(str![[r#"
moved the lesson `hands/when` to `fridge/before`, with 1 reference
it is in no release, so `moved:` needs no line

"#]])
        .status(0)
        .then();
    let term = "  - id: germ\n    term: Germ\n    definition: A living thing too small to see.\n";
    let left = unit.replace(lesson, "").replace("lessons:\n", "lessons: []\n").replace(term, "").replace("terms:\n", "terms: []\n");
    assert_eq!(text(&test, "units/hands.yaml"), left);
    snapbox::assert_data_eq!(
        text(&test, course),
        str![[r#"
coursec: 1
id: food
version: 1.0.0
lang: en-GB
title: Clean food
qualification:
  title: Food safety
  key_terms:
    - id: germ
      term: Germ
      definition: A living thing too small to see.
units: [units/hands.yaml, units/fridge.yaml]
targets: [web]
coverage: {taught: off, assessed: off}

"#]]
    );
    snapbox::assert_data_eq!(
        text(&test, "units/fridge.yaml"),
        str![[r#"
id: fridge
title: Keep food cold
outcomes:
  - id: LO1
    statement: keep food cold
    criteria:
      - id: 1.1
        statement: say how cold a fridge is
lessons:
  - id: cold
    title: How cold
    teaches: [1.1]
    body: Five degrees or less. [Wash your hands](lesson:before) first.
  - id: before
    title: When to wash
    body_file: lessons/when.md
assessments:
  - id: test
    title: Test
    purpose: formative
    items: [hands/dry, bank:hygiene/soap]

"#]]
    );
    snapbox::assert_data_eq!(
        text(&test, "lessons/when.md"),
        str![[r#"
## When

See [germs](term:^/germ) and [the fridge](unit:fridge).

"#]]
    );
}

#[test]
fn an_outcome_takes_its_criteria_along() {
    let test = two_units().run("build --quiet").status(0).then().run("build --release --quiet").status(0).then();
    let test = test.edit("course.yaml", "version: 1.0.0", "version: 1.1.0");
    let test = test
        .run("mv fridge/LO1 fridge/LO2")
        .stderr(str![[r#"
error[E0214]: criterion `1.1` does not have the number of outcome `LO2`
 --> units/fridge.yaml:7:13
  |
4 |   - id: LO2
  |         --- its outcome
...
7 |       - id: 1.1
  |             ^^^ the number of another outcome
  |
  = help: number it `2.1`, or move it to its outcome
  = for more: coursec explain E0214

error: the course would have these errors after it; nothing was written

"#]])
        .status(1)
        .then();
    let test = test.edit("units/fridge.yaml", "    teaches: [1.1]\n", "").edit("units/fridge.yaml", "id: 1.1", "id: 2.1");
    let test = test.edit("units/fridge.yaml", "id: LO1", "id: LO2").edit(
        "course.yaml",
        "targets",
        "moved: [{from: fridge/LO1, to: fridge/LO2}, {from: fridge/1.1, to: fridge/2.1}]\ntargets",
    );
    let test = test.run("build --quiet").status(0).then();
    let test = test
        .run("mv fridge/LO2 hands/LO2")
        .stderr(str![[r#"
moved the outcome `fridge/LO2` to `hands/LO2`, with 0 references
added 2 lines to `moved:` in course.yaml; after the next build they may go

"#]])
        .status(0)
        .then();
    assert_eq!(text(&test, "units/hands.yaml"), HANDS.replace("key_terms:\n", "  - id: LO2\n    statement: keep food cold\n    criteria:\n      - id: 2.1\n        statement: say how cold a fridge is\nkey_terms:\n"));
    snapbox::assert_data_eq!(
        text(&test, "course.yaml"),
        str![[r#"
coursec: 1
id: food
version: 1.1.0
lang: en-GB
title: Clean food
units: [units/hands.yaml, units/fridge.yaml]
moved: [{from: fridge/LO1, to: fridge/LO2}, {from: fridge/1.1, to: fridge/2.1}, {from: fridge/2.1, to: hands/2.1}, {from: fridge/LO2, to: hands/LO2}]
targets: [web]
coverage: {taught: off, assessed: off}

"#]]
    );
    test.run("build --quiet").stderr("").status(0);
}

#[test]
fn what_is_written_in_brackets_or_ends_its_lines_otherwise_moves_too() {
    let skills = "key_skills: [{id: look, text: Looking}, {id: ask, text: Asking}] # both\n";
    let windows = FRIDGE.replace('\n', "\r\n");
    let test = two_units().file("units/hands.yaml", format!("{HANDS}{skills}")).file("units/fridge.yaml", &windows);
    let test = test.run("mv hands/look fridge/look --quiet").stderr("").status(0).then();
    assert_eq!(text(&test, "units/hands.yaml"), format!("{HANDS}{}", skills.replace("{id: look, text: Looking}, ", "")));
    assert_eq!(text(&test, "units/fridge.yaml"), format!("{windows}key_skills:\r\n  - {{id: look, text: Looking}}\r\n"));
    let test = test.run("mv hands/ask fridge/ask --quiet").stderr("").status(0).then();
    assert_eq!(text(&test, "units/hands.yaml"), format!("{HANDS}key_skills: [] # both\n"));
    let both = "key_skills:\r\n  - {id: look, text: Looking}\r\n  - {id: ask, text: Asking}\r\n";
    assert_eq!(text(&test, "units/fridge.yaml"), format!("{windows}{both}"));
    // A remark would become a part of the text before it.
    let test = test
        .run("mv fridge/ask hands/ask")
        .stderr(str![[r#"
error: nothing can be added to the list `key_skills` in `units/hands.yaml` as it is written: write its entries below one another, as `coursec fmt` does

"#]])
        .status(1)
        .then();
    let test = test.edit("units/hands.yaml", " # both", "").run("mv fridge/ask hands/asking --quiet").stderr("").status(0).then();
    assert_eq!(text(&test, "units/hands.yaml"), format!("{HANDS}key_skills:\n  - {{id: asking, text: Asking}}\n"));
}
