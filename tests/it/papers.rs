//! Papers that are drawn: what a release keeps of them, what every seed gives, what a course's own assessment is made of.

use std::collections::BTreeSet;
use std::fs;

use coursec::state::{Layout, draw};
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::harness::CourseTest;

const BANK: &str = "course/banks/doors.yaml";

/// The example with a bank.
fn example() -> CourseTest {
    CourseTest::empty().run("new course --example papers").status(0).then()
}

/// The run-time's data in a document of the web package of a version.
fn data(test: &CourseTest, version: &str, file: &str) -> Value {
    let page = fs::read_to_string(test.path().join(format!("dist/fire-doors-{version}-web/{file}"))).expect("it was built");
    let (_, script) = page.split_once("data-player>").expect("a document has data");
    serde_json::from_str(script.split_once("</script>").expect("the script ends").0).expect("data is JSON")
}

fn of_unit(test: &CourseTest, version: &str) -> Value {
    data(test, version, "units/look-after-fire-doors.html")
}

fn layouts(data: &Value) -> Vec<Layout> {
    serde_json::from_value(data["layouts"].clone()).expect("layouts are as the contract says")
}

/// The papers of the sheet in `slot` that some seeds draw.
fn papers(layout: &Layout, slot: u32, seeds: impl IntoIterator<Item = u32>) -> Vec<Vec<u32>> {
    let sheet = layout.sheet(slot).expect("a sheet");
    seeds.into_iter().map(|seed| draw::paper(sheet, Some(seed))).collect()
}

#[test]
fn items_of_a_bank_have_numbers_names_and_addresses_that_last() {
    let test = example().edit(
        "course/course.yaml",
        "targets:",
        "base_iri: https://learn.example.org/doors\nxapi: {lrs: {allowed_origins: ['https://lrs.example.org']}}\ntargets:",
    );
    let test = test.run("build course").status(0).then();
    let data = of_unit(&test, "1.0.0");
    let line = |item: &Value| {
        let iri = &data["statements"]["activities"][format!("item:{}", item["slot"])]["id"];
        format!("{} {} {} {}", item["slot"], item["id"], item["interaction"], iri).replace('"', "")
    };
    let items: Vec<String> = data["items"].as_object().expect("by number").values().map(line).collect();
    assert_data_eq!(
        items.join("\n"),
        str![[r#"
0 wedge wedge_0_0 https://learn.example.org/doors/units/look-after-fire-doors/items/wedge
30000 shut shut_2_0 https://learn.example.org/doors/banks/doors/items/shut
30001 smoke smoke_2_1 https://learn.example.org/doors/banks/doors/items/smoke
30002 gap gap_2_2 https://learn.example.org/doors/banks/doors/items/gap
30003 let-go let_go_2_3 https://learn.example.org/doors/banks/doors/items/let-go
30004 paint paint_2_4 https://learn.example.org/doors/banks/doors/items/paint
30005 report report_2_5 https://learn.example.org/doors/banks/doors/items/report
"#]]
    );
    assert_data_eq!(
        data["layouts"][0]["sheets"].to_string(),
        str![
            "[[1,[0,30000,30002,30003,30004,30005],[[2,[30002,30003,30004,30005]]]],[0,[30000,30001,30002,30003,30004,30005],[[2,[30000,30001,30002,30003,30004,30005]]]]]"
        ]
    );
    let sheets: Vec<String> =
        ["0", "1"].iter().map(|slot| format!("{} {}", data["sheets"][slot]["items"], data["sheets"][slot]["max"])).collect();
    assert_data_eq!(
        sheets.join("\n"),
        str![[r#"
[30000,30001,30002,30003,30004,30005] 2000
[0,30000,30002,30003,30004,30005] 4000
"#]]
    );
}

#[test]
fn every_paper_meets_the_blueprint_and_has_no_item_twice() {
    let test = example().run("build course").status(0).then();
    let (unit, whole) = (of_unit(&test, "1.0.0"), data(&test, "1.0.0", "assessments/whole-course.html"));
    let number = |data: &Value, id: &str| -> u64 {
        let items = data["items"].as_object().expect("by number").values();
        items.clone().find(|item| item["id"] == id).and_then(|item| item["slot"].as_u64()).expect("an item")
    };
    for (data, slot, asks, on_checks) in [(&unit, 1, 4, 2), (&whole, 0, 4, 2)] {
        let checks: Vec<u64> = ["gap", "let-go", "paint", "report"].map(|id| number(data, id)).into();
        let mut seen = BTreeSet::new();
        for paper in papers(&layouts(data)[0], slot, (0..500).map(|at| at * 8_589_934)) {
            assert_eq!(paper.iter().collect::<BTreeSet<_>>().len(), asks, "{paper:?}");
            assert!(paper.iter().filter(|item| checks.contains(&u64::from(**item))).count() >= on_checks, "{paper:?}");
            seen.extend(paper);
        }
        let all = data["sheets"][slot.to_string()]["items"].as_array().map(Vec::len);
        assert_eq!(Some(seen.len()), all, "every item comes up");
    }
}

/// A test that draws eight of 120 items on twenty criteria, each item on three of them, and asks for so many on every criterion.
fn tangled(least: usize) -> CourseTest {
    let criteria: Vec<String> = (1..=20).map(|number| format!("1.{number}")).collect();
    let taught: String =
        criteria.iter().map(|criterion| format!("      - {{id: {criterion}, statement: say what {criterion} is}}\n")).collect();
    let asked: Vec<String> = criteria.iter().map(|criterion| format!("{criterion}: {least}")).collect();
    let items: String = (0..120)
        .map(|number| {
            let on = |further: usize| &criteria[(number * 7 + number / 20 * 3 + further) % 20];
            format!(
                "  - {{id: i{number}, type: true-false, prompt: \"Is it {number}?\", answer: true, tags: [t{}], assesses: [{}, {}, {}]}}\n",
                number % 2,
                on(0),
                on(1 + number % 5),
                on(8 + number % 7)
            )
        })
        .collect();
    let unit = format!(
        "id: u\ntitle: Unit\noutcomes:\n  - id: LO1\n    kind: both\n    statement: know\n    criteria:\n{taught}\
         lessons: [{{id: l, title: Lesson, teaches: [LO1], body: Text.}}]\n\
         assessments:\n  - id: test\n    title: Test\n    purpose: formative\n    items: [{{bank: b, tags: [t0], draw: 4}}, {{bank: b, tags: [t1], draw: 4}}]\n    \
         blueprint: {{{}}}\n",
        asked.join(", ")
    );
    CourseTest::empty()
        .file("course/course.yaml", "coursec: 1\nid: c\nversion: 1.0.0\nlang: en-GB\ntitle: Course\nunits: [units/u.yaml]\ncoverage: {taught: off, assessed: off, evidenced: off}\n")
        .file("course/units/u.yaml", unit)
        .file("course/banks/b.yaml", format!("id: b\ntitle: Bank\nunit: u\nitems:\n{items}"))
}

// The language: steps are never shown in their right order; neither the author's order nor any drawn one is.
#[test]
fn no_seed_shows_steps_in_their_right_order() {
    let item = "  - id: order\n    type: sequencing\n    prompt: Put the steps in order.\n    assesses: [1.2]\n    tags: [hands-on]\n    steps: [{id: a, text: Act}, {id: b, text: Breathe}, {id: c, text: Close}]\n";
    let test = example().edit(BANK, "items:\n", &format!("items:\n{item}"));
    let data = of_unit(&test.run("build course").status(0).then(), "1.0.0");
    let item = data["items"].as_object().expect("by number").values().find(|item| item["id"] == "order").expect("the item");
    let list = |value: &Value| -> Vec<u32> { serde_json::from_value(value.clone()).expect("numbers") };
    let (slot, steps) = (item["slot"].as_u64().and_then(|slot| u32::try_from(slot).ok()).expect("a slot"), list(&item["key"]["steps"]));
    let right: Vec<u32> = list(&item["key"]["correct"]).into_iter().map(|place| steps[place as usize]).collect();
    assert_ne!(list(&item["parts"]), right);
    let last = item["last"].as_u64().and_then(|last| u32::try_from(last).ok());
    for seed in 0..1000 {
        assert_ne!(draw::parts(seed, slot, &steps, last), right, "{seed}");
    }
}

#[test]
fn a_blueprint_with_too_many_ways_to_try_is_told_and_holds_nobody_up() {
    tangled(1).run("check course --quiet").status(1).stderr(str![[r#"
error[E0226]: no paper of `test` was found that meets all of its blueprint
  --> course/units/u.yaml:34:17
   |
34 |     blueprint: {1.1: 1, 1.2: 1, 1.3: 1, 1.4: 1, 1.5: 1, 1.6: 1, 1.7: 1, 1.8: 1, 1.9: 1, 1.10: 1, 1.11: 1, 1.12: 1, 1.13: 1, 1.14: 1,...
   |                 ^^^ there are too many ways to try them all
   |
   = help: ask for fewer, draw more, or let items assess one criterion each
   = for more: coursec explain E0226


"#]]);
}

#[test]
fn a_blueprint_that_asks_for_more_than_all_draws_give_is_told() {
    tangled(2).run("check course --quiet").status(1).stderr(str![[r#"
error[E0226]: no paper of `test` meets all of its blueprint
  --> course/units/u.yaml:34:17
   |
34 |     blueprint: {1.1: 2, 1.2: 2, 1.3: 2, 1.4: 2, 1.5: 2, 1.6: 2, 1.7: 2, 1.8: 2, 1.9: 2, 1.10: 2, 1.11: 2, 1.12: 2, 1.13: 2, 1.14: 2,...
   |                 ^^^ each can be met, but not all at once
   |
   = help: draw more, or ask for fewer
   = for more: coursec explain E0226


"#]]);
}

#[test]
fn new_attempts_ask_what_was_not_seen_first() {
    let test = example().run("build course").status(0).then();
    let layout = &layouts(&of_unit(&test, "1.0.0"))[0];
    for learner in ["anna", "Zoë", "4711"] {
        let seeds = (1..=4).map(|attempt| draw::seed(coursec::model::Seed::Learner, true, learner, "quick-check", attempt));
        let papers = papers(layout, 0, seeds);
        let first_three: BTreeSet<u32> = papers[..3].concat().into_iter().collect();
        assert_eq!(first_three.len(), 6, "{learner}: {papers:?}");
        assert_eq!(papers[3], papers[0], "{learner}: used up, it begins anew");
    }
}

#[test]
fn a_release_leaves_papers_as_they_were_drawn() {
    let test = example().run("build course").status(0).then().run("build course --release").status(0).then();
    let old = of_unit(&test, "1.0.0");
    let test = test
        .edit("course/course.yaml", "version: 1.0.0", "version: 1.1.0")
        .edit(BANK, "items:\n  - id: shut", "items:\n  - id: glass\n    type: true-false\n    prompt: Cracked glass in a fire door can wait.\n    assesses: [1.2]\n    tags: [hands-on]\n    answer: false\n  - id: shut");
    let paint = fs::read_to_string(test.path().join(BANK)).expect("the bank");
    let (start, end) = (paint.find("  - id: paint").expect("an item"), paint.find("  - id: report").expect("the next"));
    let test = test.file(BANK, format!("{}{}", &paint[..start], &paint[end..]));
    let test = test.run("build course").status(0).then().run("build course --release").status(0).then();
    let new = of_unit(&test, "1.1.0");
    let (before, now) = (layouts(&old), layouts(&new));
    assert_eq!(now.len(), 2);
    assert_eq!(now[1], before[0], "the old layout is known for ever");
    for seed in [7, 4_000_000_000] {
        assert_eq!(papers(&now[1], 1, [seed]), papers(&before[0], 1, [seed]));
    }
    let lock = fs::read_to_string(test.path().join("course/course.lock")).expect("a lock");
    let kept: Vec<&str> =
        lock.lines().filter(|line| line.starts_with("look-after-fire-doors/test @") || line.starts_with("bank:doors/paint @")).collect();
    assert_data_eq!(
        kept.join("\n"),
        str![[r#"
bank:doors/paint @1 meaning=1 revision=1 structure=d499cb6f8229a773 wording=038078aae6672d59 shapes=one-of(2)
bank:doors/paint @2 gone
look-after-fire-doors/test @1 purpose=summative items=0,30000,30002,30003,30004,30005 wording=ac787e12e6e20187 draws=2:30002,30003,30004,30005
look-after-fire-doors/test @2 purpose=summative items=0,30000,30006,30002,30003,30005 wording=ac787e12e6e20187 draws=2:30006,30002,30003,30005
"#]]
    );
}

#[test]
fn an_assessment_of_the_course_is_launched_by_itself() {
    let test = example().run("build course").status(0).then();
    let data = data(&test, "1.0.0", "assessments/whole-course.html");
    let pages: Vec<String> =
        data["pages"].as_array().expect("pages").iter().map(|page| format!("{} {}", page["address"], page["title"])).collect();
    assert_data_eq!(
        format!("{} {}\n{}", data["id"], data["scope"], pages.join("\n")),
        str![[r#"
"whole-course" "fire-doors/whole-course"
"/overview" "Overview"
"/whole-course" "Test of the whole course"
"/results" "Results"
"#]]
    );
    let home = fs::read_to_string(test.path().join("dist/fire-doors-1.0.0-web/index.html")).expect("a home");
    assert!(home.contains("href=\"assessments/whole-course.html\""), "{home}");
}

#[test]
fn a_blueprint_that_no_paper_meets_as_a_whole_is_told() {
    // Four questions; each criterion could have as many as are asked for.
    let test = example().edit(
        "course/course.yaml",
        "look-after-fire-doors/1.1: 1, look-after-fire-doors/1.2: 2",
        "look-after-fire-doors/1.1: 2, look-after-fire-doors/1.2: 3",
    );
    test.run("check course").status(1).stderr(str![[r#"
error[E0226]: the blueprint of `whole-course` asks for 5 items, and a paper has 4
  --> course/course.yaml:17:17
   |
17 |     blueprint: {look-after-fire-doors/1.1: 2, look-after-fire-doors/1.2: 3}
   |                 ^^^^^^^^^^^^^^^^^^^^^^^^^ 1 too many in all
   |
   = help: draw more, or ask for fewer
   = for more: coursec explain E0226

checked course: 1 error

"#]]);
}

#[test]
fn wrong_answers_are_given_again_only_where_that_can_be() {
    let assessments = "  - {id: a, title: One attempt, purpose: summative, items: [dry], attempts: 1, retry: wrong}\n  \
                       - {id: b, title: Silent, purpose: summative, items: [dry], attempts: 2, feedback: never, retry: wrong}\n  \
                       - {id: c, title: At once, purpose: formative, items: [dry], retry: wrong}\n  \
                       - {id: d, title: Another paper, purpose: summative, items: [dry], attempts: 2, seed: attempt, retry: wrong}\n  \
                       - {id: e, title: So be it, purpose: summative, items: [dry], attempts: 2, retry: wrong}\n";
    let unit = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
                lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
                items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\nassessments:\n";
    let test = CourseTest::new().file("units/hand-washing.yaml", format!("{unit}{assessments}"));
    test.run("check").status(1).stderr(str![[r#"
error[E0207]: `retry` has nothing to do where there is one attempt
  --> units/hand-washing.yaml:10:87
   |
10 |   - {id: a, title: One attempt, purpose: summative, items: [dry], attempts: 1, retry: wrong}
   |                                                                                       ^^^^^ works from the second attempt on
   |
   = help: take it out, or set `attempts` to more
   = for more: coursec explain E0207

error[E0207]: `retry: wrong` tells which answers were right, and `feedback` does not
  --> units/hand-washing.yaml:11:99
   |
11 |   - {id: b, title: Silent, purpose: summative, items: [dry], attempts: 2, feedback: never, retry: wrong}
   |                                                                                                   ^^^^^ asks only the others again
   |
   = help: take it out, or set `feedback` to `after-submit`
   = for more: coursec explain E0207

error[E0207]: `retry: wrong` has nothing to do where each wrong answer can be given again at once
  --> units/hand-washing.yaml:12:70
   |
12 |   - {id: c, title: At once, purpose: formative, items: [dry], retry: wrong}
   |                                                                      ^^^^^ is so already
   |
   = help: take it out, or set `feedback` to `after-submit`
   = for more: coursec explain E0207

error[E0207]: `retry: wrong` keeps the paper, and a new attempt is to have another
  --> units/hand-washing.yaml:13:104
   |
13 |   - {id: d, title: Another paper, purpose: summative, items: [dry], attempts: 2, seed: attempt, retry: wrong}
   |                                                                                                        ^^^^^ asks questions of the same paper again
   |
   = help: take it out, or take out `unseen_first` and `seed: attempt`
   = for more: coursec explain E0207

checked .: 4 errors

"#]]);
}

#[test]
fn a_blueprint_is_met_where_an_item_fits_two_draws() {
    let unit = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      \
                - {id: 1.1, statement: say when to wash}\n      - {id: 1.2, statement: say how to wash}\n\
                lessons:\n  - {id: when, title: When and how, teaches: [LO1], body: Before you touch food.}\n\
                assessments:\n  - id: test\n    title: Test\n    purpose: formative\n    blueprint: {1.1: 1, 1.2: 1}\n    items:\n      \
                - {bank: b, tags: [x], draw: 1}\n      - {bank: b, tags: [y], draw: 1}\n";
    // The first fits both draws, and has to leave the second to the third.
    let bank = "id: b\ntitle: Bank\nunit: hand-washing\nitems:\n  \
                - {id: i1, type: true-false, prompt: One., answer: true, tags: [x, y], assesses: [1.1]}\n  \
                - {id: i2, type: true-false, prompt: Two., answer: true, tags: [x], assesses: [1.1]}\n  \
                - {id: i3, type: true-false, prompt: Three., answer: true, tags: [y], assesses: [1.2]}\n";
    let test = |bank: &str| CourseTest::new().file("units/hand-washing.yaml", unit).file("banks/b.yaml", bank).run("check");
    test(bank).stderr("checked .: no errors\n").status(0);
    test(&bank.replace("tags: [x], assesses: [1.1]", "tags: [x], assesses: []")).status(0);
    // What each could have does not fit together: both stand in the same draw.
    test(&bank.replace("[x, y], ", "[y], ").replace("tags: [x], assesses: [1.1]", "tags: [x], assesses: []"))
        .stderr(str![[r#"
error[E0226]: no paper of `test` meets all of its blueprint
  --> units/hand-washing.yaml:15:17
   |
15 |     blueprint: {1.1: 1, 1.2: 1}
   |                 ^^^ each can be met, but not all at once
   |
   = help: draw more, or ask for fewer
   = for more: coursec explain E0226

checked .: 1 error

"#]])
        .status(1);
}
