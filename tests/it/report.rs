//! `coursec report`, and coverage as a gate.

#![allow(clippy::too_many_lines, reason = "whole pages stand in the stories")]

use coursec::report::{messages, page};
use snapbox::str;

use crate::harness::CourseTest;

/// A course with a gap that has its reason, evidence, practice, and a criterion that nothing assesses.
fn course() -> CourseTest {
    let units = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
                 - {id: 1.1, statement: say when to wash, evidence: {routes: [observation, work-product], min: 2, simulation: true}}\n      \
                 - {id: 1.2, statement: say how to wash}\n      \
                 - {id: 1.3, statement: 'order soap, and towels', gap: 'Taught at work, not here.'}\n\
                 lessons:\n  - {id: when, title: When and how to wash, teaches: [1.1, 1.2], body: Before you touch food.}\n\
                 items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1], points: 2.5}\n  \
                 - {id: wet, type: true-false, prompt: Wet hands are safer., answer: false, assesses: [LO1]}\n\
                 assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], attempts: 2, pass_mark: 66.5%}\n";
    let course = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n\
                  coverage: {assessed: warning}\ntracking: {complete_when: {pages: 50%}}\n";
    CourseTest::new().file("course.yaml", course).file("units/hand-washing.yaml", units)
}

#[test]
fn a_table_has_a_line_for_each_outcome_and_criterion() {
    course()
        .run("report --format csv")
        .status(0)
        .stdout(str![[r#"
course,unit,kind,id,statement,lessons,items,scenes,evidence,points,gap,lacks
clean-hands,hand-washing,outcome,LO1,keep hands clean,when,dry; wet,,,2.5,,
clean-hands,hand-washing,criterion,1.1,say when to wash,when,dry; wet,,observation; work-product x2,2.5,,
clean-hands,hand-washing,criterion,1.2,say how to wash,when,wet,,,0,,assessed
clean-hands,hand-washing,criterion,1.3,"order soap, and towels",,wet,,,0,"Taught at work, not here.",

"#]])
        .stderr(str![[r#""#]]);
}

#[test]
fn programs_get_all_of_it() {
    course().run("report --format json --state").status(0).stdout(str![[r#"
[
  {
    "course": "clean-hands",
    "version": "1.0.0",
    "lang": "en-GB",
    "title": "Clean hands",
    "coverage": {
      "taught": "error",
      "assessed": "warning",
      "evidenced": "off"
    },
    "units": [
      {
        "id": "hand-washing",
        "title": "Wash your hands",
        "rows": [
          {
            "kind": "outcome",
            "id": "LO1",
            "statement": "keep hands clean",
            "lessons": [
              "when"
            ],
            "items": [
              {
                "id": "dry",
                "assessments": [
                  "test"
                ]
              },
              {
                "id": "wet",
                "assessments": []
              }
            ],
            "scenes": [],
            "points": 2.5,
            "lacks": []
          },
          {
            "kind": "criterion",
            "id": "1.1",
            "statement": "say when to wash",
            "lessons": [
              "when"
            ],
            "items": [
              {
                "id": "dry",
                "assessments": [
                  "test"
                ]
              },
              {
                "id": "wet",
                "assessments": []
              }
            ],
            "scenes": [],
            "evidence": {
              "routes": [
                "observation",
                "work-product"
              ],
              "min": 2,
              "simulation": true
            },
            "points": 2.5,
            "lacks": []
          },
          {
            "kind": "criterion",
            "id": "1.2",
            "statement": "say how to wash",
            "lessons": [
              "when"
            ],
            "items": [
              {
                "id": "wet",
                "assessments": []
              }
            ],
            "scenes": [],
            "points": 0,
            "lacks": [
              "assessed"
            ]
          },
          {
            "kind": "criterion",
            "id": "1.3",
            "statement": "order soap, and towels",
            "lessons": [],
            "items": [
              {
                "id": "wet",
                "assessments": []
              }
            ],
            "scenes": [],
            "points": 0,
            "gap": "Taught at work, not here.",
            "lacks": []
          }
        ],
        "status": {
          "completed": {
            "pages": 4,
            "pages_needed": 2,
            "assessments": "passed"
          },
          "assessments": [
            {
              "id": "test",
              "title": "Test",
              "purpose": "summative",
              "judges": true,
              "counts": true,
              "points": 2.5,
              "pass_mark": 66.5,
              "points_needed": 2.5,
              "attempts": 2,
              "report_score": "best"
            }
          ],
          "can_pass": true,
          "can_fail": true,
          "scored": true,
          "mastery": null
        },
        "state": {
          "total": 148,
          "standing": 129,
          "items": [
            {
              "id": "wet",
              "characters": 6
            },
            {
              "id": "dry",
              "characters": 1
            }
          ],
          "room": [
            {
              "target": "scorm12",
              "limit": 4000,
              "fits": true
            },
            {
              "target": "web",
              "limit": null,
              "fits": true
            }
          ]
        }
      }
    ]
  }
]

"#]]);
}

#[test]
fn a_page_is_for_people() {
    let said = course().run("report").status(0).out();
    let (head, rest) = said.split_once("<style>").expect("the page has its style");
    let (_, body) = rest.split_once("</style>").expect("the style ends");
    snapbox::assert_data_eq!(
        format!("{head}{body}"),
        str![[r#"
<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Coverage and status</title>
<link rel="icon" href="data:,">

</head>
<body>
<main>
<h1>Coverage and status</h1>
<p class="lede">Where each learning outcome and criterion is taught, assessed and evidenced, what counts, and when a unit is completed, passed and failed.</p>
<section aria-labelledby="c1">
<h2 id="c1" lang="en-GB">Clean hands</h2>
<p class="meta">clean-hands, version 1.0.0</p>
<p>This course asks that each criterion is taught: always (an error where it is not); assessed: a warning where it is not; evidenced: not asked.</p>
<section aria-labelledby="c1u1">
<h3 id="c1u1" lang="en-GB">Wash your hands</h3>
<div class="wide" role="region" tabindex="0" aria-labelledby="c1u1m">
<table>
<caption id="c1u1m">Coverage <span class="meta">hand-washing</span></caption>
<thead>
<tr><th scope="col">Outcome or criterion</th><th scope="col">Lessons</th><th scope="col">Items</th><th scope="col">Case study choices</th><th scope="col">Evidence</th><th scope="col" class="number">Points</th><th scope="col">Left out because</th></tr>
</thead>
<tbody>
<tr class="outcome">
<th scope="row"><span class="id">LO1</span> <span lang="en-GB">keep hands clean</span></th>
<td><code>when</code> </td>
<td><span class="cell"><code>dry</code> <span class="meta">test</span></span> <span class="cell"><code>wet</code> <span class="meta">practice</span></span> </td>
<td><span class="none">none</span></td>
<td></td>
<td class="number">2.5</td>
<td></td>
</tr>
<tr class="criterion">
<th scope="row"><span class="id">1.1</span> <span lang="en-GB">say when to wash</span></th>
<td><code>when</code> </td>
<td><span class="cell"><code>dry</code> <span class="meta">test</span></span> <span class="cell"><code>wet</code> <span class="meta">practice</span></span> </td>
<td><span class="none">none</span></td>
<td>observation, work-product <span class="meta">at least 2 (simulation allowed)</span></td>
<td class="number">2.5</td>
<td><span class="none">none</span></td>
</tr>
<tr class="criterion">
<th scope="row"><span class="id">1.2</span> <span lang="en-GB">say how to wash</span></th>
<td><code>when</code> </td>
<td><span class="cell"><code>wet</code> <span class="meta">practice</span></span> <strong class="lack">missing</strong></td>
<td><span class="none">none</span></td>
<td><span class="none">none</span></td>
<td class="number">0</td>
<td><span class="none">none</span></td>
</tr>
<tr class="criterion">
<th scope="row"><span class="id">1.3</span> <span lang="en-GB">order soap, and towels</span></th>
<td><span class="none">none</span></td>
<td><span class="cell"><code>wet</code> <span class="meta">practice</span></span> </td>
<td><span class="none">none</span></td>
<td><span class="none">none</span></td>
<td class="number">0</td>
<td><span lang="en-GB">Taught at work, not here.</span></td>
</tr>
</tbody>
</table>
</div>
<div class="wide" role="region" tabindex="0" aria-labelledby="c1u1s">
<table>
<caption id="c1u1s">Status <span class="meta">hand-washing</span></caption>
<tbody>
<tr><th scope="row">Completed</th><td>When 2 of 4 pages have been read. Every summative assessment has to be passed. Where no attempt is left, the unit is completed and failed.</td></tr>
<tr><th scope="row">Passed</th><td>When every summative assessment is passed; it stays so.</td></tr>
<tr><th scope="row">Failed</th><td>When a summative assessment is not passed and has no attempt left.</td></tr>
<tr><th scope="row">Score</th><td>The points of the assessments and case studies that count, over their maximum; sent after a submitted attempt.</td></tr>
<tr><th scope="row">In SCORM 1.2</th><td>Incomplete until completion, then passed or failed. The manifest has no mastery score.</td></tr>
</tbody>
</table>
</div>
<div class="wide" role="region" tabindex="0" aria-labelledby="c1u1a">
<table>
<caption id="c1u1a">Assessments <span class="meta">hand-washing</span></caption>
<thead>
<tr><th scope="col">Assessment</th><th scope="col">Purpose</th><th scope="col">Counts to the score</th><th scope="col" class="number">Points</th><th scope="col" class="number">Pass mark</th><th scope="col" class="number">Points that pass</th><th scope="col">Attempts</th><th scope="col">Attempt that counts</th></tr>
</thead>
<tbody>
<tr>
<th scope="row"><span lang="en-GB">Test</span> <span class="meta">test</span></th>
<td>summative</td>
<td>yes</td>
<td class="number">2.5</td>
<td class="number">66.5 %</td>
<td class="number">2.5 of 2.5</td>
<td>2</td>
<td>the best</td>
</tr>
</tbody>
</table>
</div>
</section>
</section>
<p class="meta">Only an assessor can confirm that a criterion has been met.</p>
</main>
</body>
</html>

"#]]
    );
}

#[test]
fn the_bill_of_the_state_is_a_table_too() {
    course().run("report --format csv --state").status(0).stdout(str![[r#"
course,unit,what,characters,limit
clean-hands,hand-washing,total,148,4000
clean-hands,hand-washing,standing,129,
clean-hands,hand-washing,wet,6,
clean-hands,hand-washing,dry,1,

"#]]);
}

/// The course with a case study that counts.
fn case_study() -> CourseTest {
    let unit = include_str!("../../examples/a-case/units/lost-parcel.yaml");
    CourseTest::empty()
        .file("course.yaml", include_str!("../../examples/a-case/course.yaml"))
        .file("units/lost-parcel.yaml", unit.replace("    start: call\n", "    start: call\n    counts: {score: true}\n"))
}

#[test]
fn a_case_study_is_listed_with_the_choices_that_assess() {
    let test = case_study().run("report --format csv").status(0).stdout(str![[r#"
course,unit,kind,id,statement,lessons,items,scenes,evidence,points,gap,lacks
a-case,lost-parcel,outcome,LO1,help a customer whose parcel has not come,first-ask,q-first,parcel/call/ask; parcel/doubt/admit; parcel/tracking/agree; parcel/tracking/close,,2.5,,
a-case,lost-parcel,criterion,1.1,find out what has happened before promising anything,first-ask,q-first,parcel/call/ask; parcel/doubt/admit,,1.5,,
a-case,lost-parcel,criterion,1.2,agree the next step with the customer,first-ask,q-first,parcel/tracking/agree; parcel/tracking/close,,1,,

"#]]).then();
    let text = test.run("report --format json").status(0).out();
    let report: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    snapbox::assert_data_eq!(
        format!("{:#}", report[0]["units"][0]["status"]["assessments"]),
        str![[r#"
[
  {
    "id": "parcel",
    "title": "A parcel that has not come",
    "purpose": "case-study",
    "judges": false,
    "counts": true,
    "points": 2.5,
    "points_needed": null,
    "attempts": null,
    "report_score": "best"
  }
]
"#]]
    );
}

#[test]
fn a_way_without_circles_takes_less_room() {
    let test = case_study()
        .run("report --format csv --state")
        .status(0)
        .stdout(str![[r#"
course,unit,what,characters,limit
a-case,lost-parcel,total,268,4000
a-case,lost-parcel,standing,128,
a-case,lost-parcel,parcel,122,
a-case,lost-parcel,q-first,6,

"#]])
        .then();
    let test = test.edit("units/lost-parcel.yaml", "            to: call\n", "            to: hang-up\n");
    test.run("report --format csv --state").status(0).stdout(str![[r#"
course,unit,what,characters,limit
a-case,lost-parcel,total,157,4000
a-case,lost-parcel,standing,128,
a-case,lost-parcel,parcel,11,
a-case,lost-parcel,q-first,6,

"#]]);
}

#[test]
fn what_is_wrong_is_told_and_reported_all_the_same() {
    course()
        .edit("course.yaml", "assessed: warning", "assessed: error")
        .run("report --format csv")
        .status(1)
        .stderr(str![[r#"
error[W0211]: criterion `1.2` is assessed by no item of an assessment
 --> units/hand-washing.yaml:8:14
  |
8 |       - {id: 1.2, statement: say how to wash}
  |              ^^^ not assessed
  |
  = help: add it to `assesses` of an item in an assessment, or say in its `gap` why not
  = note: `coverage` sets `assessed` to `error`
  = for more: coursec explain W0211

.: reported with 1 error

"#]])
        .stdout(str![[r#"
course,unit,kind,id,statement,lessons,items,scenes,evidence,points,gap,lacks
clean-hands,hand-washing,outcome,LO1,keep hands clean,when,dry; wet,,,2.5,,
clean-hands,hand-washing,criterion,1.1,say when to wash,when,dry; wet,,observation; work-product x2,2.5,,
clean-hands,hand-washing,criterion,1.2,say how to wash,when,wet,,,0,,assessed
clean-hands,hand-washing,criterion,1.3,"order soap, and towels",,wet,,,0,"Taught at work, not here.",

"#]]);
}

#[test]
fn a_course_that_cannot_be_read_has_no_report() {
    course()
        .edit("course.yaml", "title: Clean hands\n", "")
        .run("report --format json")
        .status(1)
        .stderr(str![[r#"
error[E0111]: a course needs `title`
 --> course.yaml:1:1
  |
1 | coursec: 1
  | ^^^^^^^ `title` is missing
  |
  = help: add `title: ...`
  = for more: coursec explain E0111

.: no report: 1 error

"#]])
        .stdout(str![[r#"
[]

"#]]);
}

#[test]
fn what_is_not_covered_is_denied_when_asked() {
    let test = course()
        .run("check")
        .status(0)
        .stderr(str![[r#"
warning[W0211]: criterion `1.2` is assessed by no item of an assessment
 --> units/hand-washing.yaml:8:14
  |
8 |       - {id: 1.2, statement: say how to wash}
  |              ^^^ not assessed
  |
  = help: add it to `assesses` of an item in an assessment, or say in its `gap` why not
  = for more: coursec explain W0211

checked .: 1 warning

"#]])
        .then();
    let test = test.run("check --deny uncovered").status(1).then();
    let test = test.run("build --deny uncovered").status(1).no_file("dist").then();
    // Another warning is none of its business.
    let test = test.edit("units/hand-washing.yaml", "assesses: [1.1]", "assesses: [1.1, 1.2]");
    test.run("check --deny uncovered").status(0);
}

#[test]
fn evidence_assesses_where_a_portfolio_does() {
    let with = |model: &str| {
        course()
            .edit(
                "course.yaml",
                "coverage: {assessed: warning}\n",
                &format!("qualification: {{title: Hygiene, assessment_model: {model}}}\n"),
            )
            .edit("units/hand-washing.yaml", "assesses: [1.1], points", "assesses: [1.2], points")
            .run("check")
    };
    with("portfolio").status(0).stderr(str![[r#"
checked .: no errors

"#]]);
    with("exam").status(1).stderr(str![[r#"
error[W0211]: criterion `1.1` is assessed by no item of an assessment
 --> units/hand-washing.yaml:7:14
  |
7 |       - {id: 1.1, statement: say when to wash, evidence: {routes: [observation, work-product], min: 2, simulation: true}}
  |              ^^^ not assessed
  |
  = help: add it to `assesses` of an item in an assessment, or say in its `gap` why not
  = note: `coverage` sets `assessed` to `error`
  = for more: coursec explain W0211

checked .: 1 error

"#]]);
}

#[test]
fn no_word_of_the_page_stands_in_its_template() {
    let page = page(&[], &messages().marked()).expect("the template can be rendered");
    let (_, body) = page.split_once("<main>").expect("the page has a main part");
    snapbox::assert_data_eq!(
        body,
        str![[r#"

<h1>⟦Coverage and status⟧</h1>
<p class="lede">⟦Where each learning outcome and criterion is taught, assessed and evidenced, what counts, and when a unit is completed, passed and failed.⟧</p>
<p class="meta">⟦Only an assessor can confirm that a criterion has been met.⟧</p>
</main>
</body>
</html>

"#]]
    );
}
