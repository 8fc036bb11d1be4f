//! What is said of mistakes in items, each beside others in one file.

use snapbox::str;

use crate::harness::CourseTest;

const HEAD: &str = "id: hand-washing
title: Wash your hands
outcomes:
  - id: LO1
    statement: keep hands clean
    criteria: [{id: 1.1, statement: say when hands have to be washed}]
lessons:
  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}
items:
";

/// A course with these items and an assessment of those that are named.
fn course(items: &str, named: &str) -> CourseTest {
    let quiz = format!("assessments:\n  - {{id: quiz, title: Quiz, purpose: formative, shuffle: {{options: true}}, items: [{named}]}}\n");
    CourseTest::new().file("units/hand-washing.yaml", format!("{HEAD}{items}{quiz}"))
}

#[test]
fn pairs_that_do_not_fit() {
    let items = "  - id: boards
    type: matching
    prompt: Which board?
    assesses: [1.1]
    targets:
      - {id: red, text: Red}
      - {id: green, text: Green}
      - {id: Red, text: Green}
    sources:
      - {id: meat, text: Raw meat, target: rde}
      - {id: salad, text: Salad}
  - id: shelves
    type: categorise
    prompt: Where to?
    assesses: [1.1]
    categories: [{id: fridge, text: Fridge}]
    entries:
      - {id: milk, text: Milk, category: cellar}
      - {id: rice, text: Rice, categry: fridge}
";
    course(items, "boards, shelves").run("check").status(1).stderr(str![[r#"
error[E0202]: target `Red` has an id that is taken
  --> units/hand-washing.yaml:17:14
   |
15 |       - {id: red, text: Red}
   |              --- first here
16 |       - {id: green, text: Green}
17 |       - {id: Red, text: Green}
   |              ^^^ the same id again
   |
   = help: give one of them another id
   = for more: coursec explain E0202

error[E0303]: two targets say the same
  --> units/hand-washing.yaml:17:25
   |
16 |       - {id: green, text: Green}
   |                           ----- first here
17 |       - {id: Red, text: Green}
   |                         ^^^^^ the same text again
   |
   = help: change one of them, or take it out
   = for more: coursec explain E0303

error[E0320]: this item has no target `rde`
  --> units/hand-washing.yaml:19:44
   |
19 |       - {id: meat, text: Raw meat, target: rde}
   |                                            ^^^ no such target
   |
   = help: did you mean `Red`?
   = for more: coursec explain E0320

error[E0111]: a source needs `target`
  --> units/hand-washing.yaml:20:10
   |
20 |       - {id: salad, text: Salad}
   |          ^^ `target` is missing
   |
   = help: add `target: ...`
   = for more: coursec explain E0111

error[E0304]: two categories are needed at least
  --> units/hand-washing.yaml:25:19
   |
25 |     categories: [{id: fridge, text: Fridge}]
   |                   ^^ 1 here
   |
   = help: add another category
   = for more: coursec explain E0304

error[E0320]: this item has no category `cellar`
  --> units/hand-washing.yaml:27:42
   |
27 |       - {id: milk, text: Milk, category: cellar}
   |                                          ^^^^^^ no such category
   |
   = help: the categories are `fridge`
   = for more: coursec explain E0320

error[E0110]: an entry has no key `categry`
  --> units/hand-washing.yaml:28:32
   |
28 |       - {id: rice, text: Rice, categry: fridge}
   |                                ^^^^^^^ unknown key
   |
   = help: did you mean `category`?
   = for more: coursec explain E0110

checked .: 7 errors

"#]]);
}

#[test]
fn numbers_that_cannot_be_right() {
    let items = "  - {id: a, type: numeric, prompt: A?, assesses: [1.1], range: {min: 5, max: 0.5}, wrong: [{answer: 3}]}
  - {id: b, type: numeric, prompt: B?, assesses: [1.1], answer: 20, tolerance: -1%}
  - {id: c, type: numeric, prompt: C?, assesses: [1.1], answer: 0.12345678}
  - {id: d, type: numeric, prompt: D?, assesses: [1.1], answer: 20, range: {min: 1}}
  - {id: e, type: numeric, prompt: E?, assesses: [1.1], range: {}}
  - {id: f, type: numeric, prompt: F?, assesses: [1.1], answer: 1e3}
  - {id: g, type: numeric, prompt: G?, assesses: [1.1], answer: 20, tolerance: 5%, wrong: [{answer: 21}, {answer: 32}, {answer: 32.0}]}
  - {id: h, type: numeric, prompt: H?, assesses: [1.1]}
";
    course(items, "a, b, c, d, e, f, g, h").run("check").status(1).stderr(str![[r#"
error[E0321]: no number is from 5 to 0.5
  --> units/hand-washing.yaml:10:70
   |
10 |   - {id: a, type: numeric, prompt: A?, assesses: [1.1], range: {min: 5, max: 0.5}, wrong: [{answer: 3}]}
   |                                                                      ^       --- `max`
   |                                                                      |
   |                                                                      is above `max`
   |
   = help: put the smaller number into `min` and the larger one into `max`
   = for more: coursec explain E0321

error[E0321]: a tolerance cannot be negative
  --> units/hand-washing.yaml:11:80
   |
11 |   - {id: b, type: numeric, prompt: B?, assesses: [1.1], answer: 20, tolerance: -1%}
   |                                                                                ^^^ below 0
   |
   = help: write it without the minus: it holds to both sides
   = for more: coursec explain E0321

error[E0321]: number `0.12345678` cannot be used
  --> units/hand-washing.yaml:12:65
   |
12 |   - {id: c, type: numeric, prompt: C?, assesses: [1.1], answer: 0.12345678}
   |                                                                 ^^^^^^^^^^ too long
   |
   = help: a number has seven decimals at most
   = for more: coursec explain E0321

error[E0321]: an item has an answer or a range, not both
  --> units/hand-washing.yaml:13:57
   |
13 |   - {id: d, type: numeric, prompt: D?, assesses: [1.1], answer: 20, range: {min: 1}}
   |                                                         ^^^^^^      ----- the range
   |                                                         |
   |                                                         beside a range
   |
   = help: keep one of the two: `answer` with its `tolerance`, or `range`
   = for more: coursec explain E0321

error[E0321]: this range has no end
  --> units/hand-washing.yaml:14:57
   |
14 |   - {id: e, type: numeric, prompt: E?, assesses: [1.1], range: {}}
   |                                                         ^^^^^ every number is in it
   |
   = help: add `min`, `max` or both
   = for more: coursec explain E0321

error[E0112]: expected a number, found `1e3`
  --> units/hand-washing.yaml:15:65
   |
15 |   - {id: f, type: numeric, prompt: F?, assesses: [1.1], answer: 1e3}
   |                                                                 ^^^ expected a number
   |
   = for more: coursec explain E0112

error[E0322]: wrong answer `21` is right
  --> units/hand-washing.yaml:16:101
   |
16 |   - {id: g, type: numeric, prompt: G?, assesses: [1.1], answer: 20, tolerance: 5%, wrong: [{answer: 21}, {answer: 32}, {answer: 32.0}]}
   |                                                                                                     ^^ one of the right numbers
   |
   = help: change it or take it out, or make the tolerance or the range smaller
   = for more: coursec explain E0322

error[E0322]: wrong answer `32` is there already
  --> units/hand-washing.yaml:16:129
   |
16 |   - {id: g, type: numeric, prompt: G?, assesses: [1.1], answer: 20, tolerance: 5%, wrong: [{answer: 21}, {answer: 32}, {answer: 32.0}]}
   |                                                                                                                                 ^^^^ the same number again
   |
   = help: remove one of the two
   = for more: coursec explain E0322

error[E0111]: an item needs `answer`
  --> units/hand-washing.yaml:17:6
   |
17 |   - {id: h, type: numeric, prompt: H?, assesses: [1.1]}
   |      ^^ `answer` is missing
   |
   = help: add `answer: ...`
   = for more: coursec explain E0111

checked .: 9 errors

"#]]);
}

#[test]
fn what_nobody_marks_has_no_points() {
    let items = "  - {id: sure, type: likert, prompt: Sure?, assesses: [1.1], points: 2, marking: per-part, scale: [{id: no, text: Not yet}, {id: yes, text: Fully}]}
  - id: why
    type: long-fill-in
    prompt: Why?
    assesses: [1.1]
    model_answer: Grease shields germs.
    max_length: 9000
    rubric: [{id: grease, text: Names grease}, {id: Grease, text: Names soap}]
  - {id: log, type: performance, prompt: Done?, assesses: [1.1], steps: []}
  - {id: order, type: sequencing, prompt: Order?, assesses: [1.1], steps: [{id: wet, text: Wet}]}
";
    course(items, "sure, why, log, order").run("check").status(1).stderr(str![[r#"
warning[W0321]: `points` has no meaning in an item of type `likert`
  --> units/hand-washing.yaml:10:62
   |
10 |   - {id: sure, type: likert, prompt: Sure?, assesses: [1.1], points: 2, marking: per-part, scale: [{id: no, text: Not yet}, {id: yes...
   |                                                              ^^^^^^ never counts
   |
   = help: leave it out
   = for more: coursec explain W0321

warning[W0321]: `marking` has no meaning in an item of type `likert`
  --> units/hand-washing.yaml:10:73
   |
10 |   - {id: sure, type: likert, prompt: Sure?, assesses: [1.1], points: 2, marking: per-part, scale: [{id: no, text: Not yet}, {id: yes...
   |                                                                         ^^^^^^^ never counts
   |
   = help: leave it out
   = for more: coursec explain W0321

error[E0324]: a text of 9000 characters cannot be asked for
  --> units/hand-washing.yaml:16:17
   |
16 |     max_length: 9000
   |                 ^^^^ from 20 to 4000
   |
   = help: write a number from 20 to 4000, or leave `max_length` out for 600
   = for more: coursec explain E0324

error[E0202]: point of the rubric `Grease` has an id that is taken
  --> units/hand-washing.yaml:17:53
   |
17 |     rubric: [{id: grease, text: Names grease}, {id: Grease, text: Names soap}]
   |                   ------ first here                 ^^^^^^ the same id again
   |
   = help: give one of them another id
   = for more: coursec explain E0202

error[E0304]: a step is needed at least
  --> units/hand-washing.yaml:18:73
   |
18 |   - {id: log, type: performance, prompt: Done?, assesses: [1.1], steps: []}
   |                                                                         ^^ 0 here
   |
   = help: add another step
   = for more: coursec explain E0304

error[E0304]: two steps are needed at least
  --> units/hand-washing.yaml:19:77
   |
19 |   - {id: order, type: sequencing, prompt: Order?, assesses: [1.1], steps: [{id: wet, text: Wet}]}
   |                                                                             ^^ 1 here
   |
   = help: add another step
   = for more: coursec explain E0304

checked .: 4 errors and 2 warnings

"#]]);
}

#[test]
fn options_that_cannot_be_told_apart_or_taken() {
    let items = "  - id: next
    type: choice
    prompt: What comes next?
    assesses: [1.1]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wipe your hands, correct: true}
  - {id: code, type: fill-in, prompt: Which code?, assesses: [1.1], ignore: [punctuation], patterns: ['A-[0-9]+', '[a--z]', 'B[0-9]']}
";
    course(items, "next, code").run("check").stderr(str![[r#"
warning[W0320]: every option is right
  --> units/hand-washing.yaml:15:10
   |
15 |       - {id: wash, text: Wash your hands, correct: true}
   |          ^^ all of these have `correct: true`
   |
   = help: add one that is wrong, or take a `correct: true` away
   = for more: coursec explain W0320

error[E0323]: no answer meets pattern `A-[0-9]+`
  --> units/hand-washing.yaml:17:103
   |
17 |   - {id: code, type: fill-in, prompt: Which code?, assesses: [1.1], ignore: [punctuation], patterns: ['A-[0-9]+', '[a--z]', 'B[0-9]']}
   |                                                                                                       ^^^^^^^^^^ never met
   |
   = help: leave out of it what `ignore` takes from an answer, and keep it short
   = for more: coursec explain E0323

error[E0306]: this pattern cannot be used
  --> units/hand-washing.yaml:17:118
   |
17 |   - {id: code, type: fill-in, prompt: Which code?, assesses: [1.1], ignore: [punctuation], patterns: ['A-[0-9]+', '[a--z]', 'B[0-9]']}
   |                                                                                                                      ^^ because of this
   |
   = help: two `-` in a row are not the same everywhere; write one, at the end of the class
   = for more: coursec explain E0306

checked .: 2 errors and 1 warning

"#]]);
}

#[test]
fn regions_outside_of_the_image() {
    let items = "  - id: where
    type: hotspot
    prompt: Where do germs hide?
    assesses: [1.1]
    image: media/hand.svg
    regions:
      - {id: nails, text: Under the nails, shape: circle, at: [50, 10], correct: true}
      - {id: palm, shape: rect, at: [30, 50, 40, 30]}
  - id: there
    type: hotspot
    prompt: Where do germs hide?
    assesses: [1.1]
    image: media:hnd
    regions:
      - {id: nails, text: Under the nails, shape: rect, at: [50, 10, 60, 5], correct: true}
      - {id: palm, text: On the palm, shape: poly, at: [30, 50, 40, 130, 20, 20]}
      - {id: back, text: On the back, shape: circle, at: [30, 50, 0]}
      - {id: wrist, text: On the wrist, shape: oval, at: [30, 50, 5]}
  - {id: dry, type: true-false, prompt: Dry hands are safer., assesses: [1.1], answer: true, correction: regrade}
";
    course(items, "where, there, dry").run("check").status(1).stderr(str![[r#"
error[E0114]: `media/hand.svg` cannot be read here
  --> units/hand-washing.yaml:14:12
   |
14 |     image: media/hand.svg
   |            ^^^^^^^^^^^^^^ not in the form that is needed
   |
   = help: name an entry of `media`, such as `media:hand`
   = for more: coursec explain E0114

error[E0325]: 2 numbers make no `circle`
  --> units/hand-washing.yaml:16:64
   |
16 |       - {id: nails, text: Under the nails, shape: circle, at: [50, 10], correct: true}
   |                                                                ^^ the numbers
   |
   = help: a `circle` has three numbers: x, y, radius
   = for more: coursec explain E0325

error[E0111]: a region needs `text`
  --> units/hand-washing.yaml:17:10
   |
17 |       - {id: palm, shape: rect, at: [30, 50, 40, 30]}
   |          ^^ `text` is missing
   |
   = help: add `text: ...`
   = for more: coursec explain E0111

error[E0325]: this region is not in the image
  --> units/hand-washing.yaml:24:70
   |
24 |       - {id: nails, text: Under the nails, shape: rect, at: [50, 10, 60, 5], correct: true}
   |                                                                      ^^ leads out of it
   |
   = help: give places and sizes in per cent of the image, from 0 to 100
   = for more: coursec explain E0325

error[E0325]: this region is not in the image
  --> units/hand-washing.yaml:25:69
   |
25 |       - {id: palm, text: On the palm, shape: poly, at: [30, 50, 40, 130, 20, 20]}
   |                                                                     ^^^ leads out of it
   |
   = help: give places and sizes in per cent of the image, from 0 to 100
   = for more: coursec explain E0325

error[E0325]: this region has no size
  --> units/hand-washing.yaml:26:67
   |
26 |       - {id: back, text: On the back, shape: circle, at: [30, 50, 0]}
   |                                                                   ^ 0
   |
   = help: give it a size that a finger can hit
   = for more: coursec explain E0325

error[E0112]: expected `rect`, `circle`, or `poly`, found `oval`
  --> units/hand-washing.yaml:27:48
   |
27 |       - {id: wrist, text: On the wrist, shape: oval, at: [30, 50, 5]}
   |                                                ^^^^ expected `rect`, `circle`, or `poly`
   |
   = for more: coursec explain E0112

checked .: 7 errors

"#]]);
}

#[test]
fn options_that_speak_of_places() {
    let items = "  - id: gel
    type: choice
    prompt: What is safe?
    assesses: [1.1]
    options:
      - {id: a, text: Soap, correct: true}
      - {id: b, text: Gel}
      - {id: c, text: Both A and B}
      - {id: d, text: None of the above}
  - {id: heavy, type: true-false, prompt: Dry hands are safer., assesses: [1.1], answer: true, points: 200}
";
    course(items, "gel, heavy").run("check").status(0).stderr(str![[r#"
warning[W0324]: option `c` speaks of the places of others
  --> units/hand-washing.yaml:17:23
   |
17 |       - {id: c, text: Both A and B}
   |                       ^^^^^^^^^^^^ places are drawn
...
21 |   - {id: quiz, title: Quiz, purpose: formative, shuffle: {options: true}, items: [gel, heavy]}
   |          ---- shows options in a drawn order
   |
   = help: say in words what is meant
   = for more: coursec explain W0324

warning[W0324]: option `d` speaks of the places of others
  --> units/hand-washing.yaml:18:23
   |
18 |       - {id: d, text: None of the above}
   |                       ^^^^^^^^^^^^^^^^^ places are drawn
...
21 |   - {id: quiz, title: Quiz, purpose: formative, shuffle: {options: true}, items: [gel, heavy]}
   |          ---- shows options in a drawn order
   |
   = help: add `keep_last: true` to it, or say in words what is meant
   = for more: coursec explain W0324

warning[W0323]: item `heavy` is worth 200 points
  --> units/hand-washing.yaml:19:10
   |
19 |   - {id: heavy, type: true-false, prompt: Dry hands are safer., assesses: [1.1], answer: true, points: 200}
   |          ^^^^^ more than 100
   |
   = help: give all items of its assessment fewer points, in the same proportion
   = for more: coursec explain W0323

checked .: 3 warnings

"#]]);
}
