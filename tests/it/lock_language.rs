//! The lock of courses that use the whole language.

use coursec::diag::Severity;
use coursec::lock::{self, Mode};
use coursec::model;
use coursec::source::Sources;
use coursec::syntax;
use snapbox::{assert_data_eq, str};

use crate::bench_course::Bench;

const COURSE: &str = "coursec: 1\nid: kitchen\nversion: 1.0.0\nlang: en\ntitle: Kitchen\nunits: [units/hands.yaml]\n";

const UNIT: &str = "id: hands\ntitle: Hands\noutcomes:\n  - id: LO1\n    statement: wash\n    criteria: [{id: 1.1, statement: say when}]\n\
                    lessons:\n  - {id: when, title: When, teaches: [LO1], body: Before food.}\n\
                    assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry]}\n\
                    items:\n  - {id: dry, type: true-false, prompt: Dry is safer., answer: true, assesses: [1.1]}\n";

const CASE: &str = "case_studies:\n  - id: lunch\n    title: Lunch\n    start: raw\n    scenes:\n      - id: raw\n        text: You cut meat.\n\
                    \x20       choices:\n          - {id: wash, text: Wash, to: done}\n          - {id: on, text: Go on, to: ill}\n\
                    \x20     - {id: done, text: All is well., end: good}\n      - {id: ill, text: Somebody is ill., end: poor}\n";

const BANK: &str = "id: level-3\ntitle: Level 3\nunit: hands\nitems:\n\
                    \x20 - {id: soap, type: fill-in, prompt: 'Take [[what]].', answers: {what: [soap]}, assesses: [1.1]}\n";

/// What a first lock of this version's first form says of [`COURSE`] and [`UNIT`]: slots by hand, from the order of the source.
const OLD: &str = "# course.lock: the slots, public ids and releases that learners' records stand on. `coursec build` writes it.\n\
                   # Commit it with the course; do not edit it. A merge keeps the lines of both sides (merge=union).\n! format 1\n\
                   . course 0\nhands unit 0\nhands/1.1 criterion 0\nhands/:overview overview 0\nhands/:results results 3\nhands/LO1 outcome 0\n\
                   hands/dry item 0\nhands/test assessment 0 page=2\nhands/when lesson 1\n";

/// The lock that a build of `files` leaves of `before`.
fn locked(files: &[(&str, &str)], before: &str, mode: Mode<'_>) -> String {
    let mut all = files.to_vec();
    all.push(("course.lock", before));
    let sources = Sources::from_memory(&all);
    let read = syntax::parse(&sources);
    assert!(read.diagnostics.is_empty(), "{:#?}", read.diagnostics);
    let lowered = model::lower(read.output.expect("it can be read"), &sources);
    assert!(lowered.diagnostics.is_empty(), "{:#?}", lowered.diagnostics);
    let file = sources.lock().expect("the lock can be read").expect("it is there");
    let lock = lock::parse(file, sources.content(file));
    let next = lock::update(&lowered.output, lock.output.expect("it is a lock"), mode);
    assert!(next.diagnostics.iter().all(|one| one.severity != Severity::Error), "{:#?}", next.diagnostics);
    next.output.expect("it is a lock").to_string()
}

#[test]
fn an_old_lock_stays_as_it_is() {
    assert_eq!(locked(&[("course.yaml", COURSE), ("units/hands.yaml", UNIT)], OLD, Mode::Locked), OLD);
}

#[test]
fn what_is_new_in_the_language_gets_slots_and_moves_nothing() {
    let course =
        format!("{COURSE}assessments:\n  - {{id: final, title: Final, purpose: summative, items: [hands/dry, bank:level-3/soap]}}\n");
    let unit = format!("{UNIT}{CASE}");
    let files = [("course.yaml", course.as_str()), ("units/hands.yaml", &unit), ("banks/level-3.yaml", BANK)];
    let after = locked(&files, OLD, Mode::Write);
    let new: String = after.split_inclusive('\n').filter(|line| !OLD.contains(line)).collect();
    assert!(OLD.lines().all(|line| after.lines().any(|other| other == line)), "{after}");
    assert_data_eq!(
        new,
        str![[r#"
bank:level-3 bank 2
bank:level-3/soap item 0
bank:level-3/soap/what part 0
final course-assessment 1
final/:overview overview 0
final/:results results 2
final/final assessment 0 page=1
hands/lunch case-study 4
hands/lunch/done scene 1
hands/lunch/ill scene 2
hands/lunch/raw scene 0
hands/lunch/raw/on choice 1
hands/lunch/raw/wash choice 0

"#]]
    );
    assert_eq!(locked(&files, &after, Mode::Locked), after);
    let released = locked(&files, &after, Mode::Release { digest: "0" });
    assert_eq!(locked(&files, &released, Mode::Locked), released);
    assert!(released.contains("bank:level-3 bank 2 id=level-3 at=2 since=1\n"), "{released}");
    assert!(released.contains("bank:level-3/soap/what part 0 id=what at=2.0.0 since=1\n"), "{released}");
    assert!(released.contains("hands/lunch/raw/wash choice 0 id=wash at=0.4.0.0 since=1\n"), "{released}");
}

#[test]
fn scenes_of_two_case_studies_share_the_numbers_of_their_unit() {
    let second = CASE.replace("case_studies:\n", "").replace("id: lunch", "id: dinner");
    let unit = format!("{UNIT}{CASE}{second}");
    let after = locked(&[("course.yaml", COURSE), ("units/hands.yaml", &unit)], OLD, Mode::Write);
    assert!(after.contains("hands/dinner/raw scene 3\n") && after.contains("hands/dinner/raw/wash choice 0\n"), "{after}");
    assert_eq!(locked(&[("course.yaml", COURSE), ("units/hands.yaml", &unit)], &after, Mode::Locked), after);
}

#[test]
fn an_item_that_goes_to_a_bank_is_known_as_before() {
    let files = [("course.yaml", COURSE), ("units/hands.yaml", UNIT), ("banks/level-3.yaml", BANK)];
    let released = locked(&files, &locked(&files, OLD, Mode::Write), Mode::Release { digest: "0" });
    let course = format!("{}moved: [{{from: hands/dry, to: bank:level-3/dry}}]\n", COURSE.replace("1.0.0", "1.1.0"));
    let (unit, item) = UNIT.split_once("items:\n").expect("it has items");
    let unit = unit.replace("assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry]}\n", "");
    let bank = format!("{BANK}{item}");
    let files = [("course.yaml", course.as_str()), ("units/hands.yaml", &unit), ("banks/level-3.yaml", &bank)];
    let moved = locked(&files, &released, Mode::Write);
    assert!(moved.contains("bank:level-3/dry item 1 id=dry at=0.0\n"), "{moved}");
    let again = locked(&files, &moved, Mode::Release { digest: "1" });
    assert!(again.contains("bank:level-3/dry item 1 id=dry at=0.0 since=2\n"), "{again}");
    assert!(again.contains("bank:level-3/dry @2 meaning=1 "), "{again}");
}

#[test]
fn a_question_with_a_corrected_key_is_the_same_where_its_answers_can_still_be_read() {
    const GREASE: &str = "    type: true-false\n    prompt: Alcohol gel alone is enough for hands with grease on them.\n";
    let before = Bench::new().released("1.0.0");
    for (item, edits, meaning) in [
        ("q-gel", &[("answer: false", "answer: true\n    correction: regrade")][..], 1),
        (
            "q-when",
            &[
                ("      - id: go-on\n        text: Go on with the salad\n", ""),
                ("  - id: q-when\n", "  - id: q-when\n    correction: regrade\n"),
            ],
            1,
        ),
        ("q-seconds", &[("time: ['20', twenty]\n    hint", "time: ['30', thirty]\n    correction: regrade\n    hint")], 1),
        // Two blanks were, and one is: nobody knows what was typed for which.
        (
            "t-seconds",
            &[
                (" and [[time]] seconds of rubbing", ""),
                ("      what: [soap]\n      time: ['20', twenty]\n", "      what: [soap]\n    correction: regrade\n"),
            ],
            2,
        ),
        // Where one of two right answers is right no more, one is chosen, not several.
        (
            "t-moments",
            &[
                ("text: Coughing into your hand\n        correct: true", "text: Coughing into your hand"),
                ("  - id: t-moments\n", "  - id: t-moments\n    correction: regrade\n"),
            ],
            2,
        ),
        // Who is to be asked again is asked again.
        ("q-gel", &[("answer: false", "answer: true\n    correction: regrade\n    revision: 2")], 2),
        (
            "q-gel",
            &[
                (GREASE, "    type: numeric\n    prompt: How many seconds?\n    correction: regrade\n"),
                ("answer: false", "answer: 20\n    tolerance: 0"),
            ],
            2,
        ),
    ] {
        let edited = edits.iter().fold(before.clone(), |bench, (from, to)| bench.edit(from, to));
        let (built, delivery) = edited.delivery();
        assert!(built.said.is_empty(), "{item}: {:?}", built.said);
        let placed = delivery.launchables[0].interactions.iter().find(|placed| placed.at.id.as_str() == item).expect("it is there");
        assert_eq!(placed.meaning, meaning, "{item}: {edits:?}");
    }
}
