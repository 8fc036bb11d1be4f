//! `course.lock`: what it keeps, and what it refuses.

use coursec::diag::FileId;
use coursec::lock::{self, Mode};
use proptest::prelude::*;
use snapbox::{assert_data_eq, str};

use crate::bench_course::Bench;

/// An item more, before the first.
const MORE: &str = "items:\n  - id: q-new\n    type: true-false\n    prompt: Rings come off first.\n    assesses: [1.2]\n    answer: true\n  - id: q-when\n";

fn with_new_item(bench: Bench) -> Bench {
    bench.edit("items:\n  - id: q-when\n", MORE).edit("items: [q-when, q-gel, q-seconds]", "items: [q-new, q-when, q-gel, q-seconds]")
}

/// The lines that `after` has and `before` has not.
pub(crate) fn added(before: &str, after: &str) -> String {
    after.split_inclusive('\n').filter(|line| !before.split_inclusive('\n').any(|other| other == *line)).collect()
}

#[test]
fn a_first_build_gives_every_thing_a_slot() {
    let lock = Bench::new().built().lock;
    assert_data_eq!(
        lock,
        str![[r#"
# course.lock: the slots, public ids and releases that learners' records stand on. `coursec build` writes it.
# Commit it with the course; do not edit it. A merge keeps the lines of both sides (merge=union).
! format 1
. course 0
hand-washing unit 0
hand-washing/1.1 criterion 0
hand-washing/1.2 criterion 1
hand-washing/:overview overview 0
hand-washing/:results results 4
hand-washing/LO1 outcome 0
hand-washing/check assessment 0 page=2
hand-washing/q-gel item 1
hand-washing/q-seconds item 2
hand-washing/q-seconds/time part 0
hand-washing/q-when item 0
hand-washing/q-when/go-on part 2
hand-washing/q-when/wash part 0
hand-washing/q-when/wipe part 1
hand-washing/t-dry item 4
hand-washing/t-moments item 3
hand-washing/t-moments/cough part 1
hand-washing/t-moments/plate part 2
hand-washing/t-moments/waste part 0
hand-washing/t-seconds item 5
hand-washing/t-seconds/time part 1
hand-washing/t-seconds/what part 0
hand-washing/test assessment 1 page=3
hand-washing/when-and-how lesson 1

"#]]
    );
}

#[test]
fn a_release_gives_public_ids_and_records_what_was_so() {
    let lock = Bench::new().released("1.0.0").lock;
    assert_data_eq!(
        lock,
        str![[r#"
# course.lock: the slots, public ids and releases that learners' records stand on. `coursec build` writes it.
# Commit it with the course; do not edit it. A merge keeps the lines of both sides (merge=union).
! format 1
! release 1 version=1.0.0 digest=1.0.0 record=c1a19d496161e6fb
. course 0 id=clean-hands at=0 since=1
hand-washing unit 0 id=hand-washing at=0 since=1
hand-washing @1 wording=e156bb2a86a84361
hand-washing/1.1 criterion 0 id=1.1 at=0.0 since=1
hand-washing/1.1 @1 wording=82fe6be65b941062
hand-washing/1.2 criterion 1 id=1.2 at=0.1 since=1
hand-washing/1.2 @1 wording=3e546cddb9e6ca26
hand-washing/:overview overview 0 id=overview at=0.0 since=1
hand-washing/:results results 4 id=results at=0.4 since=1
hand-washing/LO1 outcome 0 id=LO1 at=0.0 since=1
hand-washing/LO1 @1 wording=4f5511200b564494
hand-washing/check assessment 0 page=2 id=check at=0.0 since=1
hand-washing/check @1 purpose=formative items=0,1,2 wording=e37e227066a083ec
hand-washing/q-gel item 1 id=q-gel at=0.1 since=1
hand-washing/q-gel @1 meaning=1 revision=1 structure=7e6e3fcaf01cd874 wording=a52e0da4bc3295df shapes=one-of(2)
hand-washing/q-seconds item 2 id=q-seconds at=0.2 since=1
hand-washing/q-seconds @1 meaning=1 revision=1 structure=0ab3700b32b0345f wording=53d6fde8031361f3 shapes=text(40)
hand-washing/q-seconds/time part 0 id=time at=0.2.0 since=1
hand-washing/q-when item 0 id=q-when at=0.0 since=1
hand-washing/q-when @1 meaning=1 revision=1 structure=3cac8696f27ee83a wording=de2d0f54561c06f2 shapes=one-of(3)
hand-washing/q-when/go-on part 2 id=go-on at=0.0.2 since=1
hand-washing/q-when/wash part 0 id=wash at=0.0.0 since=1
hand-washing/q-when/wipe part 1 id=wipe at=0.0.1 since=1
hand-washing/t-dry item 4 id=t-dry at=0.4 since=1
hand-washing/t-dry @1 meaning=1 revision=1 structure=d499cb6f8229a773 wording=12a189100571c9df shapes=one-of(2)
hand-washing/t-moments item 3 id=t-moments at=0.3 since=1
hand-washing/t-moments @1 meaning=1 revision=1 structure=c936fe5e135209fd wording=2548c0784d77d68f shapes=subset(3)
hand-washing/t-moments/cough part 1 id=cough at=0.3.1 since=1
hand-washing/t-moments/plate part 2 id=plate at=0.3.2 since=1
hand-washing/t-moments/waste part 0 id=waste at=0.3.0 since=1
hand-washing/t-seconds item 5 id=t-seconds at=0.5 since=1
hand-washing/t-seconds @1 meaning=1 revision=1 structure=d5ecfe52e4c4e9ee wording=48e2efa348a67881 shapes=text(40)+text(40)
hand-washing/t-seconds/time part 1 id=time at=0.5.1 since=1
hand-washing/t-seconds/what part 0 id=what at=0.5.0 since=1
hand-washing/test assessment 1 page=3 id=test at=0.1 since=1
hand-washing/test @1 purpose=summative items=3,4,5 wording=adf17138c887b29c
hand-washing/when-and-how lesson 1 id=when-and-how at=0.1 since=1
hand-washing/when-and-how @1 wording=c7fdb28817cb91f7

"#]]
    );
}

#[test]
fn building_again_changes_nothing() {
    let once = Bench::new().built();
    assert_eq!(once.clone().built().lock, once.lock);
    let released = once.released("1.0.0");
    assert_eq!(released.clone().built().lock, released.lock);
    let windows = Bench { lock: released.lock.replace('\n', "\r\n"), ..released.clone() };
    assert_eq!(windows.build(Mode::Locked).quiet().to_string(), released.lock);
}

#[test]
fn what_is_new_gets_the_next_slots_and_nothing_else_moves() {
    let before = Bench::new().released("1.0.0");
    let after = with_new_item(before.clone()).built();
    assert_eq!(added(&before.lock, &after.lock), "hand-washing/q-new item 6\n");
    assert_eq!(added(&after.lock, &before.lock), "");
    let released = after.clone().released("1.1.0");
    assert_data_eq!(
        added(&after.lock, &released.lock),
        str![[r#"
! release 2 version=1.1.0 digest=1.1.0 record=6de2811fbe34a8b8
hand-washing/check @2 purpose=formative items=6,0,1,2 wording=15fa88c8e284887a
hand-washing/q-new item 6 id=q-new at=0.6 since=2
hand-washing/q-new @2 meaning=1 revision=1 structure=d499cb6f8229a773 wording=509cf9fcf174741e shapes=one-of(2)

"#]]
    );
}

#[test]
fn order_titles_and_texts_leave_the_lock_as_it_is() {
    let before = Bench::new().released("1.0.0");
    let after = before
        .clone()
        .edit("items: [q-when, q-gel, q-seconds]", "items: [q-seconds, q-gel, q-when]")
        .edit("title: Test\n", "title: The test\n")
        .edit("Go on with the salad", "Go on with the soup")
        .edit("      - id: waste\n        text: Taking out the waste\n        correct: true\n", "")
        .edit(
            "options:\n      - id: cough",
            "options:\n      - id: waste\n        text: Taking out the bin\n        correct: true\n      - id: cough",
        );
    assert_eq!(after.build(Mode::Locked).quiet().to_string(), before.lock);
    // A release keeps how it reads now; no meaning changes.
    let released = after.released("1.0.1");
    assert_eq!(released.lock.matches("meaning=2").count(), 0);
    assert_data_eq!(
        added(&before.lock, &released.lock),
        str![[r#"
! release 2 version=1.0.1 digest=1.0.1 record=482310d744516349
hand-washing/check @2 purpose=formative items=2,1,0 wording=2979b7d70963e332
hand-washing/q-when @2 meaning=1 revision=1 structure=3cac8696f27ee83a wording=835b61de02a29a71 shapes=one-of(3)
hand-washing/t-moments @2 meaning=1 revision=1 structure=c936fe5e135209fd wording=9b5d9066ffb77f2e shapes=subset(3)
hand-washing/test @2 purpose=summative items=3,4,5 wording=8deb4665fd5372ec

"#]]
    );
}

#[test]
fn another_key_or_part_or_revision_is_another_meaning() {
    let before = Bench::new().released("1.0.0");
    for (from, to, item) in [
        ("answer: false", "answer: true", "q-gel"),
        ("      - id: go-on\n        text: Go on with the salad\n", "", "q-when"),
        ("time: ['20', twenty]\n    hint", "time: ['30', thirty]\n    hint", "q-seconds"),
        ("  - id: t-dry\n", "  - id: t-dry\n    revision: 2\n", "t-dry"),
        ("    marking: per-part\n", "", "t-moments"),
    ] {
        let (built, delivery) = before.clone().edit(from, to).delivery();
        assert!(built.said.is_empty(), "{item}: {:?}", built.said);
        for placed in &delivery.launchables[0].interactions {
            assert_eq!(placed.meaning, if placed.at.id.as_str() == item { 2 } else { 1 }, "{item}: {}", placed.at.id);
        }
        let released = before.clone().edit(from, to).released("1.1.0");
        assert_eq!(released.lock.matches(" @2 meaning=2 ").count(), 1, "{item}");
        // The same question as in the last release has the same meaning.
        assert!(released.delivery().1.launchables[0].interactions.iter().all(|placed| placed.meaning <= 2), "{item}");
    }
}

#[test]
fn a_renamed_thing_keeps_its_slot_and_is_known_as_before() {
    let before = Bench::new().released("1.0.0");
    let after = before
        .clone()
        .edit("  - id: q-gel\n", "  - id: q-grease\n")
        .edit("[q-when, q-gel, q-seconds]", "[q-when, q-grease, q-seconds]")
        .moved("hand-washing/q-gel", "hand-washing/q-grease")
        .edit("      - id: wipe\n", "      - id: apron\n")
        .moved("hand-washing/q-when/wipe", "hand-washing/q-when/apron");
    let built = after.clone().built();
    assert_data_eq!(
        added(&before.lock, &built.lock),
        str![[r#"
! moved hand-washing/q-gel hand-washing/q-grease
! moved hand-washing/q-when/wipe hand-washing/q-when/apron
hand-washing/q-grease item 1 id=q-gel at=0.1 since=1
hand-washing/q-grease @1 meaning=1 revision=1 structure=7e6e3fcaf01cd874 wording=a52e0da4bc3295df shapes=one-of(2)
hand-washing/q-when/apron part 1 id=wipe at=0.0.1 since=1

"#]]
    );
    let placed = |bench: &Bench| -> Vec<String> {
        bench.delivery().1.launchables[0].interactions.iter().map(|one| format!("{} {} {:?}", one.id, one.meaning, one.iri)).collect()
    };
    assert_eq!(placed(&built), placed(&before));
    // Once released, the line of `moved:` may go, and may stay.
    let released = built.clone().released("1.1.0");
    assert_eq!(released.build(Mode::Locked).said, Vec::<String>::new());
    let gone = Bench { course: before.course.clone(), ..released.clone() }.version("1.1.0");
    assert_eq!(gone.build(Mode::Locked).quiet().to_string(), released.lock);
}

#[test]
fn what_is_renamed_back_is_where_it_was() {
    let (old, new) = ("hand-washing/q-gel", "hand-washing/q-grease");
    let before = Bench::new().released("1.0.0");
    let gel = |bench: Bench| bench.edit("  - id: q-grease\n", "  - id: q-gel\n").edit("[q-when, q-grease, ", "[q-when, q-gel, ");
    let grease = |bench: Bench| bench.edit("  - id: q-gel\n", "  - id: q-grease\n").edit("[q-when, q-gel, ", "[q-when, q-grease, ");
    let there = grease(before.clone()).moved(old, new).built();
    let things = |bench: &Bench| bench.lock.lines().filter(|line| !line.starts_with('!')).map(str::to_owned).collect::<Vec<_>>();
    // Both lines may stay, or one; the second may come before or after a build has seen the first.
    for back in [gel(there.clone()).moved(new, old).built(), gel(grease(before.clone()).moved(old, new)).moved(new, old).built()] {
        assert_eq!(things(&back), things(&before));
        assert_eq!(back.build(Mode::Locked).said, Vec::<String>::new());
        let again = Bench { lock: back.lock.clone(), ..there.clone() };
        assert_eq!(things(&again.built()), things(&there));
    }
    let twice = grease(gel(there.clone()).moved(new, old).built()).moved(old, new).built();
    assert_eq!(things(&twice), things(&there));
    assert_eq!(twice.build(Mode::Locked).said, Vec::<String>::new());
}

#[test]
fn a_renamed_unit_takes_everything_along() {
    let before = Bench::new().released("1.0.0");
    let after = before.clone().edit("id: hand-washing\n", "id: washing\n").moved("hand-washing", "washing").built();
    assert_eq!(after.lock.matches("\nwashing").count(), before.lock.matches("\nhand-washing").count());
    let (_, delivery) = after.delivery();
    let unit = &delivery.launchables[0];
    assert_eq!((unit.public_id.as_str(), unit.file.as_str()), ("hand-washing", "units/hand-washing.html"));
    assert_eq!(after.layouts().known, before.layouts().known);
}

#[test]
fn an_id_that_vanished_while_a_new_one_reads_the_same_is_told() {
    let before = Bench::new().released("1.0.0");
    let after = before
        .clone()
        .edit("  - id: q-gel\n", "  - id: q-grease\n")
        .edit("[q-when, q-gel, q-seconds]", "[q-when, q-grease, q-seconds]")
        .edit("  - id: when-and-how\n", "  - id: how\n");
    let built = after.build(Mode::Write);
    assert_data_eq!(
        built.said.join("\n"),
        str![[r#"
warning[W0290]: `hand-washing/when-and-how` is gone, and `hand-washing/how` reads the same
warning[W0290]: `hand-washing/q-gel` is gone, and `hand-washing/q-grease` reads the same
"#]]
    );
    assert_data_eq!(
        built.help.join("\n"),
        str![[r#"
if it was renamed or moved, add to `moved:` in course.yaml: `{from: hand-washing/when-and-how, to: hand-washing/how}`
if it was renamed or moved, add to `moved:` in course.yaml: `{from: hand-washing/q-gel, to: hand-washing/q-grease}`
"#]]
    );
    let lock = built.lock.expect("a warning stops nothing").to_string();
    let released = Bench { lock, ..after }.version("1.1.0").build(Mode::Release { digest: "b" });
    assert_data_eq!(
        released.said.join("\n"),
        str![[r#"
error[W0290]: `hand-washing/when-and-how` is gone, and `hand-washing/how` reads the same
error[W0290]: `hand-washing/q-gel` is gone, and `hand-washing/q-grease` reads the same
"#]]
    );
}

#[test]
fn a_release_refuses_a_rename_that_nobody_wrote_down() {
    let before = Bench::new().released("1.0.0");
    let after = before.edit("  - id: when-and-how\n", "  - id: how\n").version("1.1.0");
    assert_data_eq!(
        after.build(Mode::Release { digest: "b" }).said.join("\n"),
        str![[r#"
error[E0285]: the course has changed since its lock was written: 1 line would change
error[W0290]: `hand-washing/when-and-how` is gone, and `hand-washing/how` reads the same
"#]]
    );
}

#[test]
fn a_removed_thing_keeps_its_line_and_its_slot() {
    let before = Bench::new().released("1.0.0");
    let without = before.clone().edit("items: [q-when, q-gel, q-seconds]", "items: [q-when, q-seconds]");
    let text = without.unit.clone();
    let (start, end) = (text.find("  - id: q-gel").expect("it is there"), text.find("  - id: q-seconds").expect("it is there"));
    let without = Bench { unit: format!("{}{}", &text[..start], &text[end..]), ..without };
    assert_eq!(without.build(Mode::Locked).quiet().to_string(), before.lock);
    let released = without.clone().released("1.1.0");
    assert_data_eq!(
        added(&before.lock, &released.lock),
        str![[r#"
! release 2 version=1.1.0 digest=1.1.0 record=b22c599c858690d8
hand-washing/check @2 purpose=formative items=0,2 wording=cddea48d2a3d25bf
hand-washing/q-gel @2 gone

"#]]
    );
    // Its slot is nobody else's, and its id is never used again.
    let more = Bench { lock: released.lock.clone(), ..without }
        .edit("items:\n  - id: q-when\n", MORE)
        .edit("items: [q-when, q-seconds]", "items: [q-new, q-when, q-seconds]");
    assert_eq!(added(&released.lock, &more.built().lock), "hand-washing/q-new item 6\n");
    let back = Bench { lock: released.lock, ..before };
    assert_data_eq!(
        back.build(Mode::Write).said.join("\n"),
        str!["error[E0287]: `hand-washing/q-gel` is the id of an item that was released before"]
    );
}

#[test]
fn the_released_sources_are_that_release_and_others_need_a_higher_version() {
    let released = Bench::new().released("1.0.0");
    let again = released.build(Mode::Release { digest: "1.0.0" });
    assert_eq!(again.lock.as_ref().expect("a lock").building(), 1);
    assert_eq!(again.quiet().to_string(), released.lock);
    let other = released.clone().edit("title: Test\n", "title: The test\n");
    assert_data_eq!(
        other.build(Mode::Release { digest: "b" }).said.join("\n"),
        str!["error[E0286]: version 1.0.0 is not higher than 1.0.0, the version of release 1"]
    );
    assert_data_eq!(
        other.clone().version("1.0.0-rc.1").build(Mode::Release { digest: "b" }).said.join("\n"),
        str!["error[E0286]: version 1.0.0-rc.1 is not higher than 1.0.0, the version of release 1"]
    );
    assert_eq!(other.version("1.0.1").build(Mode::Release { digest: "b" }).quiet().building(), 2);
}

#[test]
fn locked_and_release_refuse_what_they_would_have_to_change() {
    let new = Bench::new();
    assert_data_eq!(
        new.build(Mode::Locked).said.join("\n"),
        str!["error[E0284]: `course.lock` does not fit the course: 26 lines would change"]
    );
    let more = with_new_item(new.built());
    let locked = more.build(Mode::Locked);
    assert_data_eq!(locked.said.join("\n"), str!["error[E0284]: `course.lock` does not fit the course: 1 line would change"]);
    assert_data_eq!(
        locked.help.join("\n"),
        str![[r#"
what would change:
+ hand-washing/q-new item 6
build without `--locked`, and commit `course.lock` with the course
"#]]
    );
    assert_data_eq!(
        more.build(Mode::Release { digest: "a" }).said.join("\n"),
        str!["error[E0285]: the course has changed since its lock was written: 1 line would change"]
    );
}

#[test]
fn moves_that_cannot_be_followed_are_told() {
    let released = Bench::new().released("1.0.0");
    let tell = |bench: Bench| bench.build(Mode::Write).said.join("\n");
    assert_data_eq!(
        tell(released.clone().moved("hand-washing/q-gell", "hand-washing/q-when")),
        str!["error[E0288]: `hand-washing/q-gell` is not in the lock, so nothing can have moved from there"]
    );
    assert_data_eq!(
        tell(released.clone().moved("hand-washing/q-gel", "hand-washing/q-when")),
        str!["error[E0288]: `hand-washing/q-gel` is said to have moved, but the course still has it"]
    );
    assert_data_eq!(
        tell(released.clone().moved("hand-washing/q-gel", "hand-washing/q-none")),
        str!["error[E0288]: nothing of the course is at `hand-washing/q-none`"]
    );
    let renamed = released.edit("  - id: when-and-how\n", "  - id: how\n");
    assert_data_eq!(
        tell(renamed.clone().moved("hand-washing/when-and-how", "hand-washing/q-when")),
        str![[r#"
error[E0288]: `hand-washing/when-and-how` was of kind lesson, `hand-washing/q-when` is of kind item
warning[W0290]: `hand-washing/when-and-how` is gone, and `hand-washing/how` reads the same
"#]]
    );
    assert_data_eq!(tell(renamed.moved("hand-washing/when-and-how", "hand-washing/how")), str![]);
}

#[test]
fn a_lock_that_was_damaged_names_the_release() {
    let released = Bench::new().released("1.0.0");
    let tell = |lock: String| Bench { lock, ..released.clone() }.build(Mode::Write).said.join("\n");
    let without = |line: &str| {
        assert!(released.lock.contains(line), "{line}");
        released.lock.replace(line, "")
    };
    assert_data_eq!(
        tell(without("hand-washing/q-gel item 1 id=q-gel at=0.1 since=1\n")),
        str!["error[E0283]: a number or id of release 1 (version 1.0.0) is gone or changed"]
    );
    assert_data_eq!(
        tell(released.lock.replace("q-gel item 1 ", "q-gel item 9 ")),
        str!["error[E0283]: a number or id of release 1 (version 1.0.0) is gone or changed"]
    );
    assert_data_eq!(
        tell(released.lock.replace("id=q-gel", "id=q-jel")),
        str!["error[E0283]: a number or id of release 1 (version 1.0.0) is gone or changed"]
    );
    let line = released.lock.lines().find(|line| line.starts_with("! release")).expect("a release").to_owned();
    assert_data_eq!(tell(without(&format!("{line}\n"))), str!["error[E0283]: the line of release 1 is gone from `course.lock`"]);
    assert_data_eq!(
        tell(released.lock.replace("q-gel item 1", "q-gel itme 1")),
        str!["error[E0280]: a line of `course.lock` cannot be read"]
    );
    assert_data_eq!(tell(format!("<<<<<<< HEAD\n{}", released.lock)), str!["error[E0280]: a merge of `course.lock` stopped"]);
    assert_data_eq!(
        tell(released.lock.replace("! format 1", "! format 2")),
        str!["error[E0281]: `course.lock` has form 2, which this version of coursec does not know"]
    );
}

#[test]
fn another_course_with_this_lock_is_told() {
    let mut copied = Bench::new().released("1.0.0");
    copied.course = copied.course.replace("id: clean-hands", "id: clean-floors");
    assert_data_eq!(
        copied.build(Mode::Write).said.join("\n"),
        str!["warning[W0292]: the lock is that of the course `clean-hands`, the course is called `clean-floors` now"]
    );
}

#[test]
fn the_layouts_of_all_releases_are_read_from_the_lock() {
    let first = Bench::new().released("1.0.0");
    let of_first = first.layouts();
    assert_eq!((of_first.known.len(), of_first.release), (1, 0));
    let second = with_new_item(first).released("1.1.0");
    let of_second = second.layouts();
    assert_eq!(of_second.known.iter().map(|layout| layout.hash == of_first.known[0].hash).collect::<Vec<_>>(), [false, true]);
    assert_eq!((of_second.known[1].ordinal, &of_second.known[1].items), (1, &of_first.known[0].items));
    let third = second.edit("answer: false", "answer: true").released("2.0.0");
    let hashes: Vec<u32> = third.layouts().known.into_iter().map(|layout| layout.hash).collect();
    assert_eq!(hashes.len(), 3);
    assert_eq!(hashes[1..], [of_first.known[0].hash, of_second.known[0].hash]);
}

proptest! {
    #[test]
    fn no_text_makes_reading_a_lock_panic(text in "[ -~\n\u{e9}]{0,400}") {
        let _ = lock::parse(FileId(0), &text);
    }

    #[test]
    fn no_mix_of_its_own_lines_makes_it_panic(order in proptest::collection::vec(0..60_usize, 0..80), cut in 0..4000_usize, change in any::<char>()) {
        let whole = Bench::new().released("1.0.0").lock;
        let lines: Vec<&str> = whole.lines().collect();
        let mut text: String = order.iter().flat_map(|at| [lines[at % lines.len()], "\n"]).collect();
        let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        text.insert(at, change);
        if let Some(lock) = lock::parse(FileId(0), &text).output {
            let bench = Bench { lock: lock.to_string(), ..Bench::new() };
            let _ = bench.build(Mode::Write);
            let _ = bench.build(Mode::Release { digest: "a" });
        }
    }
}
