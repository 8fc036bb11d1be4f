//! Texts that no author writes: each ends soon, in a message at its place, with nothing written.

use std::fs;
use std::process::Command;

use coursec::diag::emit::{human, json};
use coursec::source::Sources;
use coursec::{Options, check};
use proptest::prelude::*;

use crate::harness::CourseTest;

/// Seconds of a processor, much more than any of these texts takes: other work on the machine does not count.
const LIMIT: &str = "15";

/// What a command said.
struct Said {
    status: Option<i32>,
    text: String,
}

/// Runs `coursec build` in the folder of `test`, and stops it when it takes too long.
#[track_caller]
fn build(test: &CourseTest) -> Said {
    let output = Command::new("sh")
        .args(["-c", "ulimit -t \"$0\"; exec \"$@\"", LIMIT, env!("CARGO_BIN_EXE_coursec"), "build", "--color", "never", "--out", "dist"])
        .current_dir(test.path())
        .output()
        .expect("the command runs");
    let text = String::from_utf8(output.stderr).expect("what was said is text");
    assert!(text.len() < 4 << 20, "it said {} bytes", text.len());
    Said { status: output.status.code(), text }
}

/// The course whose one unit is `unit`, refused: at a place, within the time, and nothing was written.
#[track_caller]
fn refused(name: &str, unit: &str) -> String {
    let test = CourseTest::new().file("units/hand-washing.yaml", unit);
    let said = build(&test);
    let start = said.text.chars().take(2000).collect::<String>();
    assert_eq!(said.status, Some(1), "{name}: {start}");
    assert!(said.text.contains("--> units/hand-washing.yaml:"), "{name}: {start}");
    assert!(!test.path().join("dist").exists() && !test.path().join("course.lock").exists(), "{name}");
    said.text
}

/// The unit of the smallest course with `more` keys.
fn unit(more: &str) -> String {
    format!("{}{more}", include_str!("../../examples/minimal/units/hand-washing.yaml"))
}

#[test]
fn what_is_deep_is_refused() {
    for (name, text) in [
        ("brackets", format!("id: b\ntitle: {}\n", "[".repeat(100_000))),
        ("braces", format!("id: b\ntitle: {}\n", "{a: ".repeat(20_000))),
        ("dashes", format!("id: b\ntitle:\n{}\n", "- ".repeat(100_000))),
        ("keys", "? ".repeat(100_000)),
        ("indentation", (0..3000).fold(String::new(), |text, depth| text + &" ".repeat(depth) + "a:\n")),
        ("brackets that close", format!("id: {}{}\n", "[".repeat(5000), "]".repeat(5000))),
    ] {
        refused(name, &text);
    }
}

#[test]
fn what_is_large_is_refused() {
    for (name, text) in [
        ("half a million values", unit(&format!("faq: [{}]\n", "x,".repeat(600_000)))),
        ("a hundred thousand lines", unit(&format!("faq: 1\n{}", "  \n".repeat(100_000)))),
        ("half a million empty lines", unit(&format!("{}faq: 1\n", "\n".repeat(500_000)))),
        ("a plain text", unit(&format!("faq: {}\n", "word ".repeat(400_000)))),
        ("a quoted text", unit(&format!("faq: \"{}\"\n", "word\\n".repeat(100_000)))),
        ("spaces as escapes", unit(&format!("faq: \"{}\"\n", "\\x20 ".repeat(100_000)))),
        ("apostrophes", unit(&format!("faq: '{}'\n", "''".repeat(200_000)))),
        ("a block", unit(&format!("faq: >\n{}", "  word\n\n".repeat(100_000)))),
        ("a comment", unit(&format!("faq: 1 #{}\n", "#".repeat(2_000_000)))),
        ("a key", unit(&format!("{}: 1\n", "k".repeat(500_000)))),
    ] {
        refused(name, &text);
    }
}

#[test]
fn what_multiplies_is_refused() {
    let mut laughs = "a0: &a0 [ha, ha]\n".to_owned();
    for level in 1..60 {
        let below = format!("*a{}", level - 1);
        laughs.push_str(&format!("a{level}: &a{level} [{}]\n", [below.as_str(); 10].join(", ")));
    }
    let anchors: String = (0..20_000).map(|at| format!("  - &a{at} x\n")).collect();
    for (name, text) in [
        ("a billion laughs", laughs),
        ("anchors", unit(&format!("faq:\n{anchors}"))),
        ("merges", unit(&"<<: *x\n".repeat(20_000))),
        ("an alias of itself", unit("faq: &a [*a]\n")),
        ("tags", unit(&format!("faq:\n{}", "  - !!python/object:os.system x\n".repeat(20_000)))),
        ("documents", "--- a\n".repeat(100_000)),
        ("directives", format!("{}---\nid: b\n", "%TAG ! tag:example.org,2000:\n".repeat(10_000))),
    ] {
        refused(name, &text);
    }
}

#[test]
fn mistakes_by_the_thousand_are_told_in_part() {
    let keys: String = (0..20_000).map(|at| format!("key{at}: 1\n")).collect();
    for (name, text) in [
        ("duplicate keys", unit(&"title: Hands\n".repeat(20_000))),
        ("unknown keys", unit(&keys)),
        ("values of a wrong type", unit(&format!("faq:\n{}", "  - 1\n".repeat(100_000)))),
        ("in one line", unit(&format!("faq: [{}]\n", "1, ".repeat(20_000)))),
        ("with two places each", unit(&format!("faq: {{{}}}\n", "a: 1, ".repeat(20_000)))),
    ] {
        let said = refused(name, &text);
        assert!(said.contains(" more: correct these first, then check again\n"), "{name}");
    }
}

#[test]
fn characters_that_no_text_holds_are_refused() {
    for (name, value) in [
        ("a NUL", "a\0b"),
        ("a bell", "a\u{7}b"),
        ("a NUL as an escape", "\"a\\0b\""),
        ("half of a pair", "\"\\ud83d\""),
        ("two wrong halves", "\"\\ude00\\ud83d\""),
        ("no character", "\"\\U00110000\""),
        ("an escape cut short", "\"\\x2"),
        ("an unknown escape", "\"\\q\""),
        ("a control of the second set", "\"\\x9c\""),
        ("not a character", "a\u{fffe}b"),
    ] {
        let text = unit("").replace("title: Wash your hands so that food stays safe", &format!("title: {value}"));
        refused(name, &text);
    }
}

#[test]
fn every_language_and_sign_is_read() {
    for title in [
        "Händewaschen",
        "手を洗う",
        "اغسل يديك",
        "\u{202e}sdnah ruoy hsaW\u{202c}",
        "👩🏽‍🔬 in the kitchen",
        "e\u{301}\u{301}\u{301}",
        "a\u{2028}b",
        "a\u{85}b",
        "a\u{a0}b\u{200b}c\u{feff}d",
        "\u{10fffd}",
        "\"\\ud83d\\ude00\"",
    ] {
        let text = unit("").replace("Wash your hands so that food stays safe", title);
        let test = CourseTest::new().file("units/hand-washing.yaml", &text);
        let said = build(&test);
        // What is refused is said at its place; the rest is built.
        let refused = said.text.contains("error[");
        assert_eq!(said.text.contains("--> units/hand-washing.yaml:"), refused || said.text.contains("warning["), "{title:?}");
        assert_eq!(said.status, Some(i32::from(refused)), "{title:?}: {}", said.text);
        assert_eq!(test.path().join("dist").exists(), !refused, "{title:?}");
    }
}

#[test]
fn a_catalog_of_catalogs_ends() {
    let catalog = "coursec: 1\ncourses: [inner, inner/inner, ., ..]\n";
    let test = CourseTest::empty().file("catalog.yaml", catalog).file("inner/catalog.yaml", "coursec: 1\ncourses: [.., inner]\n");
    let said = build(&test);
    assert_eq!(said.status, Some(1), "{}", said.text);
    assert_eq!(said.text.matches("--> catalog.yaml:2:").count(), 4, "{}", said.text);
    assert!(!test.path().join("dist").exists());
}

#[test]
fn a_catalog_with_a_thousand_names_ends() {
    let names: String = (0..10_000).map(|at| format!("  - course-{at}\n")).collect();
    let test = CourseTest::empty().file("catalog.yaml", format!("coursec: 1\ncourses:\n{names}"));
    let said = build(&test);
    assert_eq!(said.status, Some(1));
    assert!(said.text.contains("and 9500 more: correct these first, then check again"), "{}", &said.text[said.text.len() - 500..]);
}

#[test]
fn what_is_shared_in_a_circle_is_refused() {
    let course = include_str!("../../examples/minimal/course.yaml");
    let test = CourseTest::empty()
        .file("catalog.yaml", "coursec: 1\ncourses: [hands]\n")
        .file("hands/course.yaml", format!("{course}qualification: shared:round.yaml\n"))
        .file("hands/units/hand-washing.yaml", unit(""));
    fs::create_dir(test.path().join("shared")).expect("a folder can be made");
    std::os::unix::fs::symlink("round.yaml", test.path().join("shared/round.yaml")).expect("a link can be made");
    std::os::unix::fs::symlink(".", test.path().join("shared/again")).expect("a link can be made");
    let said = build(&test);
    assert_eq!(said.status, Some(1), "{}", said.text);
    assert!(said.text.contains("hands/course.yaml:"), "{}", said.text);
    // A file that names itself is a text of the wrong kind, no circle.
    let test = test.file("shared/round-about.yaml", "shared:round-about.yaml\n");
    let test = test.file("hands/course.yaml", format!("{course}qualification: shared:round-about.yaml\n"));
    let said = build(&test);
    assert_eq!(said.status, Some(1), "{}", said.text);
    assert!(said.text.contains("shared/round-about.yaml:") || said.text.contains("shared:round-about.yaml:"), "{}", said.text);
    assert!(!test.path().join("dist").exists());
}

/// Everything that is said of a course with this unit, in two forms.
fn said(unit: &str) -> usize {
    let course = include_str!("../../examples/minimal/course.yaml");
    let sources = Sources::from_memory(&[("course.yaml", course), ("units/hand-washing.yaml", unit)]);
    let diagnostics = check(&sources, &Options { targets: vec!["web".to_owned()], ..Options::default() });
    for label in diagnostics.iter().flat_map(|one| one.primary.iter().chain(&one.related)) {
        let text = sources.content(label.span.file);
        let (start, end) = (label.span.start as usize, label.span.end as usize);
        assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end), "{start}..{end} of {text:?}");
    }
    assert!(human(&diagnostics, &sources).len() >= diagnostics.len());
    assert_eq!(json(&diagnostics, &sources).lines().count(), diagnostics.len());
    diagnostics.len()
}

/// Signs that mean something in YAML or Markdown, and some that mean nothing.
fn sign() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "id",
        "é",
        "手",
        "👩🏽‍🔬",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "- ",
        ": ",
        ":",
        "? ",
        "# ",
        " #",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "|2-",
        ">+",
        "'",
        "''",
        "\"",
        "\\",
        "\\x41",
        "\\ud800",
        "\\u",
        "%",
        "@",
        "`",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "[[",
        "]]",
        "**",
        "![",
        "](",
        "media:",
        "<b>",
        "&amp;",
        "$",
        "|---|",
        "1.",
        "0",
        "\0",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_messages_at_its_places(unit in "\\PC*") {
        prop_assert!(said(&unit) > 0);
    }

    #[test]
    fn any_signs_get_messages_at_their_places(signs in prop::collection::vec(sign(), 0..60)) {
        prop_assert!(said(&signs.concat()) > 0);
    }

    #[test]
    fn a_unit_with_any_signs_in_it_gets_messages_at_their_places(at in 0.0..1.0, gone in 0_usize..20, signs in prop::collection::vec(sign(), 0..12)) {
        let mut unit = unit("");
        let boundary = |mut at: usize| { while !unit.is_char_boundary(at) { at -= 1; } at };
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a small text")]
        let start = boundary((at * unit.len() as f64) as usize);
        let end = boundary((start + gone).min(unit.len()));
        unit.replace_range(start..end, &signs.concat());
        said(&unit);
    }
}
