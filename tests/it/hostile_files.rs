//! Files that are missing, link out, are none, or have a name that some system does not take.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use coursec::source::Sources;
use coursec::{Options, check};
use proptest::prelude::*;
use snapbox::str;

use crate::harness::CourseTest;

/// A course that has one more unit, at `path`.
fn with_unit(path: &str) -> CourseTest {
    CourseTest::new().edit("course.yaml", "units: [units/hand-washing.yaml]", &format!("units: [units/hand-washing.yaml, {path}]"))
}

/// A course with a picture, `media/tap.png`, that its lesson shows.
fn with_picture() -> CourseTest {
    CourseTest::new().edit("units/hand-washing.yaml", "      ## How\n", "      ![A tap](media/tap.png)\n\n      ## How\n")
}

#[test]
fn two_texts_of_one_name_cannot_both_be_there() {
    with_unit("units/b.yaml")
        .file("units/b.yaml", "id: b\ntitle: B\n")
        .file("units/B.yaml", "id: c\ntitle: C\n")
        .run("check")
        .stderr(str![[r#"
error[E0140]: `units/b.yaml` and `units/B.yaml` are one file on some systems
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/b.yaml]
  |                                  ^^^^^^^^^^^^ clashes
  |
  = help: rename one of them so that they differ in more than upper and lower case or accents
  = for more: coursec explain E0140

checked .: 1 error

"#]])
        .status(1);
}

#[test]
#[allow(clippy::unicode_not_nfc, reason = "the message shows the name as it is on disk")]
fn accents_made_in_another_way_are_another_name() {
    with_unit("units/caf\u{e9}.yaml")
        .file("units/cafe\u{301}.yaml", "id: b\ntitle: B\n")
        .run("check")
        .stderr(str![[r#"
error[E0139]: file `units/café.yaml` has a name on disk that only looks the same
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/café.yaml]
  |                                  ^^^^^^^^^^^^^^^ its accents are made in another way
  |
  = help: rename `units/café.yaml` to plain letters, and write the new name here
  = for more: coursec explain E0139

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn a_name_that_windows_does_not_take_is_told_before_it_is_looked_for() {
    with_unit("units/aux.yaml")
        .file("units/aux.yaml", "id: b\ntitle: B\n")
        .run("check")
        .stderr(str![[r#"
error[E0132]: `units/aux.yaml` is not a path in the course: on Windows it is the name of a device, such as `con` or `aux`
 --> course.yaml:7:34
  |
7 | units: [units/hand-washing.yaml, units/aux.yaml]
  |                                  ^^^^^^^^^^^^^^ not a path in the course
  |
  = help: write the path from the course folder, such as `units/first.yaml` or `media/plan.svg`
  = for more: coursec explain E0132

checked .: 1 error

"#]])
        .status(1);
    for name in ["units/b.yaml.", "'units/b.yaml '", "'units/b?.yaml'", "'units/nul'", "\"units/b\\t.yaml\""] {
        with_unit(name).run("check").status(1);
    }
}

#[test]
fn what_is_no_picture_is_neither_read_nor_waited_for() {
    let zero = with_picture();
    fs::create_dir(zero.path().join("media")).expect("a folder can be made");
    symlink("/dev/zero", zero.path().join("media/tap.png")).expect("a link can be made");
    zero.run("build")
        .stderr(str![[r#"
error[E0133]: `media/tap.png` is a link that does not lead to a file of this course
  --> units/hand-washing.yaml:20:16
   |
20 |       ![A tap](media/tap.png)
   |                ^^^^^^^^^^^^^ a link
   |
   = help: put the file itself into the course folder in place of the link
   = for more: coursec explain E0133

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");

    let pipe = with_picture();
    fs::create_dir(pipe.path().join("media")).expect("a folder can be made");
    assert!(Command::new("mkfifo").arg(pipe.path().join("media/tap.png")).status().expect("mkfifo runs").success());
    pipe.run("build").status(1).no_file("dist");

    let circle = with_picture();
    fs::create_dir(circle.path().join("media")).expect("a folder can be made");
    symlink("other.png", circle.path().join("media/tap.png")).expect("a link can be made");
    symlink("tap.png", circle.path().join("media/other.png")).expect("a link can be made");
    symlink("..", circle.path().join("media/up")).expect("a link can be made");
    circle
        .run("build")
        .stderr(str![[r#"
error[E0133]: `media/tap.png` is a link that does not lead to a file of this course
  --> units/hand-washing.yaml:20:16
   |
20 |       ![A tap](media/tap.png)
   |                ^^^^^^^^^^^^^ a link
   |
   = help: put the file itself into the course folder in place of the link
   = for more: coursec explain E0133

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    let test = with_picture().file("media/tap.png", "x");
    let file = test.path().join("media/tap.png");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o0)).expect("permissions can be set");
    let is_superuser = fs::read(&file).is_ok();
    let ran = if is_superuser { test.run_without_rights("build") } else { test.run("build") };
    ran.stderr(str![[r#"
error[E0137]: `media/tap.png` cannot be read: permission denied
  --> units/hand-washing.yaml:20:16
   |
20 |       ![A tap](media/tap.png)
   |                ^^^^^^^^^^^^^ cannot be read
   |
   = help: see that you may read the file, and that no other program holds it
   = for more: coursec explain E0137

nothing built of .: 1 error

"#]])
        .status(1)
        .no_file("dist");
}

#[test]
fn a_missing_file_does_not_hide_three_other_mistakes() {
    with_picture()
        .file("media/top.png", "x")
        .edit("units/hand-washing.yaml", "duration: PT5M", "duration: 5 minutes")
        .edit("units/hand-washing.yaml", "      1. Wet your hands", "      1. See [more](more.html). Wet your hands")
        .edit("units/hand-washing.yaml", "assesses: [LO1, 1.1]", "assesses: [LO1, 1.7]")
        .run("build")
        .stderr(str![[r#"
error[E0114]: `5 minutes` cannot be read here
  --> units/hand-washing.yaml:15:15
   |
15 |     duration: 5 minutes
   |               ^^^^^^^^^ not in the form that is needed
   |
   = help: a duration is written as hours, minutes and seconds, such as `PT1H30M` or `PT15M`
   = for more: coursec explain E0114

error[E0130]: file `media/tap.png` is not in the course folder
  --> units/hand-washing.yaml:20:16
   |
20 |       ![A tap](media/tap.png)
   |                ^^^^^^^^^^^^^ not found
   |
   = help: did you mean `media/top.png`?
   = for more: coursec explain E0130

warning[W0411]: the words `more` do not say where the link leads
  --> units/hand-washing.yaml:24:14
   |
24 |       1. See [more](more.html). Wet your hands with warm water and take soap.
   |              ^^^^^^^^^^^^^^^^^
   |
   = help: name what is there, as in `[the film on washing hands](...)`
   = for more: coursec explain W0411

error[E0403]: a link cannot lead to `more.html`
  --> units/hand-washing.yaml:24:21
   |
24 |       1. See [more](more.html). Wet your hands with warm water and take soap.
   |                     ^^^^^^^^^ no such place
   |
   = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
   = for more: coursec explain E0403

error[E0201]: criterion `1.7` is not defined in unit `hand-washing`
  --> units/hand-washing.yaml:43:21
   |
43 |     assesses: [LO1, 1.7]
   |                     ^^^ not found
  ::: units/hand-washing.yaml:9:13
   |
 9 |       - id: 1.2
   |             --- a criterion with a similar id
   |
   = help: did you mean `1.2`?
   = for more: coursec explain E0201

nothing built of .: 4 errors and 1 warning

"#]])
        .status(1)
        .no_file("dist");
}

/// The places of media that a course names, each with an ending that is looked into in another way.
const PLACES: [&str; 6] = ["media/a.svg", "media/a.vtt", "media/a.md", "media/a.png", "lessons/a.md", "media/a.bin"];

/// A unit that uses all of [`PLACES`].
const USES: &str = "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      - id: 1.1\n        statement: wash hands in a way that removes germs\n\
    media:\n  - {id: tap, file: media/a.svg, alt: A tap, captions: [{lang: en, file: media/a.vtt}], transcript: media/a.md}\n  - {id: wash, file: media/a.png, alt: Hands}\n  - {id: more, file: media/a.bin, alt: More}\n\
    lessons:\n  - {id: how, title: How, teaches: [LO1, 1.1], body_file: lessons/a.md}\n  - id: show\n    title: Show\n    teaches: [1.1]\n    body: |\n      ![](media:tap) ![](media:wash) [all of it](media:more)\n\
    assessments: [{id: test, title: Test, purpose: summative, items: [t-dry]}]\nitems:\n  - id: t-dry\n    type: true-false\n    prompt: Dry hands pass on fewer germs than wet hands.\n    assesses: [LO1, 1.1]\n    answer: true\n";

/// What each place holds where nothing is wrong.
const SOUND: [&[u8]; 6] = [
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n",
    b"Hello.\n",
    b"\x89PNG\r\n\x1a\n",
    b"Use soap.\n",
    b"bin",
];

/// Bytes that mean something to one reader or another.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        &b"<svg xmlns='http://www.w3.org/2000/svg'>"[..],
        b"</svg>",
        b"<g onload='x'",
        b"<!DOCTYPE svg [",
        b"<![CDATA[",
        b"<style>a{b:url(",
        b"&#x41;",
        b"&a;",
        b"<!--",
        b"<?x",
        b"WEBVTT",
        b"\n\n",
        b"\r\n",
        b"00:01.000 --> 00:0",
        b"NOTE",
        b"[a](b",
        b"![](media:tap)",
        b"[x]{lang=",
        b"> [!N",
        b"| a |\n|---|\n",
        b"## ",
        b"[^1]",
        b"`",
        b"*",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80",
        b"\0",
        b"\x89PNG",
        b"MZ\x90",
        b"<",
        b">",
        b"'",
        b"\"",
    ]);
    let known = prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![known, prop::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_sound_or_told_at_a_place(at in 0..PLACES.len(), bytes in bytes()) {
        let test = CourseTest::new().file("units/hand-washing.yaml", USES);
        let test = PLACES.iter().zip(SOUND).enumerate().fold(test, |test, (number, (path, sound))| {
            test.file(path, if number == at { bytes.as_slice() } else { sound })
        });
        let sources = Sources::load(test.path()).expect("the folder can be listed");
        for told in check(&sources, &Options::default()) {
            let span = told.primary.as_ref().map(|label| label.span);
            prop_assert!(span.is_some_and(|span| span.start <= span.end), "{}: {}", PLACES[at], told.message);
        }
    }
}

#[test]
fn the_course_of_the_property_is_sound() {
    let test = CourseTest::new().file("units/hand-washing.yaml", USES);
    let test = PLACES.iter().zip(SOUND).fold(test, |test, (path, sound)| test.file(path, sound));
    let sources = Sources::load(test.path()).expect("the folder can be listed");
    let messages: Vec<String> = check(&sources, &Options::default()).into_iter().map(|told| told.message).collect();
    assert_eq!(messages, Vec::<String>::new());
}
