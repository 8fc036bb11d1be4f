//! Case studies: what the record keeps of a way, what is told of it, and what a release leaves of it.

use std::fs;

use coursec::state::{Layout, Layouts, State, Verdict, decode, encode};
use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::harness::CourseTest;

const UNIT: &str = "course/units/lost-parcel.yaml";

/// The example with a case study.
fn example() -> CourseTest {
    CourseTest::empty().run("new course --example a-case").status(0).then()
}

/// The run-time's data of its unit in the web package of a version.
fn data(test: &CourseTest, version: &str) -> Value {
    let page = format!("dist/a-case-{version}-web/units/lost-parcel.html");
    let page = fs::read_to_string(test.path().join(page)).expect("it was built");
    let (_, script) = page.split_once("data-player>").expect("a document has data");
    serde_json::from_str(script.split_once("</script>").expect("the script ends").0).expect("data is JSON")
}

fn layouts(data: &Value) -> Layouts {
    let known: Vec<Layout> = serde_json::from_value(data["layouts"].clone()).expect("layouts are as the contract says");
    let pages = data["pages"].as_array().into_iter().flatten();
    let pages = pages.filter_map(|page| u32::try_from(page["slot"].as_u64()?).ok()).collect();
    Layouts { release: u32::try_from(data["release"].as_u64().expect("a number")).expect("a small one"), pages, known }
}

/// The sheet and the item of the case study.
fn of_case(data: &Value) -> (&Value, &Value) {
    let item = data["items"].as_object().into_iter().flat_map(|items| items.values()).find(|item| item["type"] == "case-study");
    let item = item.expect("the unit has a case study");
    (&data["sheets"][item["slot"].to_string()], item)
}

/// The state of a learner who chose these, and stopped.
fn stopped_after(data: &Value, choices: &[&str]) -> State {
    let (sheet, item) = of_case(data);
    let tokens = item["report"]["tokens"].as_object().expect("by step");
    let step = |choice: &str| tokens.iter().find(|(_, told)| told[0] == choice).map(|(step, _)| step.clone()).expect(choice);
    let path: Vec<u32> = choices
        .iter()
        .flat_map(|choice| step(choice).split('-').map(|number| number.parse().expect("a number")).collect::<Vec<_>>())
        .collect();
    let paper = json!({"layout": data["layouts"][0]["hash"], "attempt": 1, "seed": null, "submitted": false});
    let answer = json!({"response": [path], "checked": false, "tries": 0});
    let (number, slot) = (sheet["slot"].to_string(), item["slot"].to_string());
    let sheet =
        json!({"attempts": 0, "passed": false, "best": null, "last": null, "first": null, "paper": paper, "answers": {slot: answer}});
    let state = json!({"page": sheet["page"].as_u64().unwrap_or(0), "read": [], "seed": null, "counter": 3, "completion": "incomplete", "success": "unknown",
                       "sheets": {number: sheet}});
    serde_json::from_value(state).expect("a state is as the contract says")
}

/// A line for each key.
fn lines(of: &Value) -> String {
    of.as_object().into_iter().flatten().map(|(key, value)| format!("{key}: {value}\n")).collect()
}

#[test]
fn the_record_has_one_performance_whose_answer_is_the_way() {
    let test = example().run("build course --target web").status(0).then();
    let data = data(&test, "1.0.0");
    let (sheet, item) = of_case(&data);
    assert_data_eq!(
        lines(sheet),
        str![[r#"
slot: 1000000003
id: "parcel"
title: "A parcel that has not come"
purpose: "formative"
page: 3
attempts: null
retry: "all"
pass: 0
feedback: "after-each"
report: "best"
shuffle: {"items":false,"options":false}
seed: null
unseen: false
limit: null
counts: false
max: 2500
items: [1000000003]

"#]]
    );
    assert_data_eq!(
        lines(item),
        str![[r#"
slot: 1000000003
id: "parcel"
type: "case-study"
interaction: "parcel_0_3"
meaning: 1
points: 2500
marking: "per-part"
shape: ["path"]
key: {"start":0,"scenes":{"0":{"1":[2,1000],"2":[1,0]},"1":{"1":[2,500],"2":[4,0]},"2":{"1":[3,1000],"2":[4,0],"3":[0,0]},"3":{},"4":{}}}
parts: []
last: null
report: {"kind":"performance","correct":[],"tokens":{"0-1":["call.ask","call[.]ask"],"0-2":["call.promise","call[.]promise"],"1-1":["doubt.admit","doubt[.]admit"],"1-2":["doubt.insist","doubt[.]insist"],"2-1":["tracking.agree","tracking[.]agree"],"2-2":["tracking.close","tracking[.]close"],"2-3":["tracking.back","tracking[.]back"]}}
misconceptions: {}
regrade: false

"#]]
    );
}

#[test]
fn what_an_lrs_is_told_of_it_is_a_performance_with_its_scenes_as_steps() {
    let told = example().run("statements course").status(0).out();
    let all: Vec<Value> = serde_json::from_str(&told).expect("it is JSON");
    let of_case = |one: &&Value| one["object"]["id"].as_str().is_some_and(|id| id.ends_with("/cases/parcel"));
    let lines: Vec<String> = all.iter().filter(of_case).map(|one| format!("{} {}", one["verb"]["display"]["en"], one["result"])).collect();
    assert_data_eq!(
        lines.join("\n"),
        str![[r#"
"experienced" null
"answered" {"duration":"PT120S"}
"#]]
    );
    let definition = all.iter().find(of_case).map(|one| &one["object"]["definition"]).expect("it is told");
    assert_data_eq!(
        format!("{definition:#}"),
        str![[r#"
{
  "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
  "name": {
    "en-GB": "A parcel that has not come"
  },
  "interactionType": "performance",
  "steps": [
    {
      "id": "call",
      "description": {
        "en-GB": "Mrs Adeyemi calls. Her parcel was due three days ago, and her daughter's birthday is tomorrow. She sounds upset."
      }
    },
    {
      "id": "doubt",
      "description": {
        "en-GB": "/"How can you be sure,/" she says, /"if nobody knows where it is?/""
      }
    },
    {
      "id": "tracking",
      "description": {
        "en-GB": "The courier has left the parcel with a neighbour, and forgot to leave a card."
      }
    },
    {
      "id": "found",
      "description": {
        "en-GB": "You call back after an hour. The parcel was next door, and it is wrapped already."
      }
    },
    {
      "id": "hang-up",
      "description": {
        "en-GB": "She puts the phone down, and writes a review of one star."
      }
    }
  ]
}
"#]]
    );
    let answered = all.iter().filter(of_case).find(|one| one["result"].is_object()).expect("it is answered");
    assert_eq!(answered["context"]["contextActivities"]["parent"][0]["id"], "https://learn.example.org/a-case/units/lost-parcel");
}

#[test]
fn a_release_that_inserts_and_renames_scenes_loses_no_way() {
    let test = example().run("build course --target web").status(0).then();
    let test = test.run("build course --target web --release").status(0).then();
    let old = data(&test, "1.0.0");
    let state = stopped_after(&old, &["call.promise", "doubt.admit"]);
    let frame = encode(&state, &layouts(&old));

    let test = test
        .edit("course/course.yaml", "version: 1.0.0", "version: 1.1.0")
        .run("mv lost-parcel/parcel/doubt lost-parcel/parcel/how-do-you-know course")
        .status(0)
        .then()
        .edit(
            UNIT,
            "      - id: call\n",
            "      - id: coffee\n        text: You come back from your break.\n        next: call\n      - id: call\n",
        )
        .edit(UNIT, "    start: call\n", "    start: coffee\n");
    let test = test.run("build course --target web").status(0).then();
    let test = test.run("build course --target web --release").status(0).then();
    let new = data(&test, "1.1.0");
    let read = decode(&frame, &layouts(&new));
    assert_eq!((read.verdict, read.state.as_ref(), read.lost.len()), (Verdict::Whole, Some(&state), 0));
    let ((_, before), (_, now)) = (of_case(&old), of_case(&new));
    assert_eq!(now["report"], before["report"], "steps are told by the public ids that they had first");
    for (slot, ways) in before["key"]["scenes"].as_object().expect("by slot") {
        assert_eq!(&now["key"]["scenes"][slot], ways, "scene {slot} leads where it led");
    }
    assert_eq!(layouts(&new).known.len(), 1, "nothing that a frame depends on has changed");
}

#[test]
fn the_search_finds_scenes_and_says_nothing_of_choices() {
    let unit = "lessons:\n  - id: then-act\n    title: Then act\n    teaches: [LO1]\n    body: Say what you will do.\n";
    let test = example().edit(UNIT, "lessons:\n", unit).run("build course --target web").status(0).then();
    let index = fs::read_to_string(test.path().join("dist/a-case-1.0.0-web/assets/search.js")).expect("a search");
    let rows: Vec<Value> = serde_json::from_str(index.trim_start_matches("coursec.search=").trim()).expect("a list");
    let row = rows.iter().find(|row| row[1] == "/parcel").expect("the case study is in it");
    assert_data_eq!(
        row.to_string(),
        str![[
            r#"["lost-parcel.html","/parcel","A parcel that has not come","Mrs Adeyemi calls. Her parcel was due three days ago, and her daughter's birthday is tomorrow. She sounds upset. · /"How can you be sure,/" she says, /"if nobody knows where it is?/" · The courier has left the parcel with a neighbour, and forgot to leave a card. · You call back after an hour. The parcel was next door, and it is wrapped already. · She puts the phone down, and writes a review of one star."]"#
        ]]
    );
}
