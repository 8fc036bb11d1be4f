//! `coursec fmt`: another form, the same course.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use coursec::edit::{Formatted, format};
use coursec::source::Sources;
use coursec::{Options, compile, lock_of};
use proptest::prelude::*;
use snapbox::str;
use walkdir::WalkDir;

use crate::harness::CourseTest;
use crate::registries::minimal;

#[test]
fn prose_in_braces_gets_lines_of_its_own() {
    let test = CourseTest::new()
        .edit("course.yaml", "title:", "meta: {author: Ana, licence: CC-BY-4.0, keywords: [911, hands]} # for the catalogue\ntitle:")
        .file("banks/basic.yaml", "id: basic # of all units\ntitle: 2026\nunit: hand-washing\nitems:\n  - id: q1\n    type: choice\n    prompt: When?\n    assesses: ['1.1']\n    options: [{text: Before, correct: true}, # the first\n      {text: Not at\n  all}, {id: before, text: \"After, always\", feedback: 'No: before'}]\n");
    let test = test
        .run("fmt --check")
        .stderr(str![[r#"
banks/basic.yaml would change: 1 part in block form, 1 text in quotes, 2 ids written
  banks/basic.yaml:11: the id `before-2`
  banks/basic.yaml:14: the id `not-at-all`
course.yaml would change: 1 part in block form, 1 text in quotes

"#]])
        .status(1)
        .then();
    assert!(fs::read_to_string(test.path().join("course.yaml")).expect("it is there").contains("meta: {author"));
    let test = test
        .run("fmt")
        .status(0)
        .file_content(
            "banks/basic.yaml",
            str![[r#"
id: basic # of all units
title: '2026'
unit: hand-washing
items:
  - id: q1
    type: choice
    prompt: When?
    assesses: ['1.1']
    options:
      # the first
      - id: before-2
        text: Before
        correct: true
      - id: not-at-all
        text: Not at
          all
      - id: before
        text: "After, always"
        feedback: 'No: before'

"#]],
        )
        .file_content(
            "course.yaml",
            str![[r#"
coursec: 1
id: clean-hands
version: 1.0.0
lang: en-GB
meta: # for the catalogue
  author: Ana
  licence: CC-BY-4.0
  keywords: ['911', hands]
title: Clean hands in a kitchen
base_iri: https://learn.example.org/clean-hands
units: [units/hand-washing.yaml]

"#]],
        )
        .then();
    test.run("fmt --check").status(0).stderr(str![[r#"
formatted .: nothing to change

"#]]);
}

/// Where line ends, a byte order mark, slips and files that are no YAML go.
#[test]
fn what_cannot_be_read_is_left_alone() {
    let slips = "\u{feff}id: one\r\ntitle: One\r\nitems:\r\n  - {id: q, type: true-false, prompt: Wash, then dry, answer: true}\r\n";
    let test = CourseTest::new().file("banks/one.yaml", slips).edit("course.yaml", "lang: en-GB", "lang: [en-GB");
    let before = fs::read_to_string(test.path().join("course.yaml")).expect("it is there");
    let test = test
        .run("fmt")
        .stderr(str![[r#"
error[E0101]: this file is not valid YAML
 --> course.yaml:4:7
  |
4 | lang: [en-GB
  |       ^ this `[` is not closed
5 | title: Clean hands in a kitchen
  |      - still open here
  |
  = help: close it: `[` with `]`, `{` with `}`
  = for more: coursec explain E0101

left course.yaml as it is: it cannot be read
formatted banks/one.yaml: 1 part in block form, 1 text in quotes

"#]])
        .status(1)
        .file_content("course.yaml", before)
        .then();
    let text = fs::read_to_string(test.path().join("banks/one.yaml")).expect("it is there");
    let made = "\u{feff}id: one\r\ntitle: One\r\nitems:\r\n  - id: q\r\n    type: true-false\r\n    prompt: 'Wash, then dry'\r\n    answer: true\r\n";
    assert_eq!(text, made);
}

/// Found by the fuzz target `fmt`: the place of the second mistake was that in the text with the quotation marks, which nobody has.
#[test]
fn what_is_left_alone_is_shown_as_it_is_written() {
    CourseTest::new()
        .file(
            "banks/one.yaml",
            "id: one\ntitle: Wash, then dry\nitems:\n  - {id: q, type: true-false, prompt: Wash, then dry, answer: true}\nlicence:none\n",
        )
        .run("fmt")
        .stderr(str![[r#"
error[E0121]: a comma in `{...}` ends a text
 --> banks/one.yaml:4:45
  |
4 |   - {id: q, type: true-false, prompt: Wash, then dry, answer: true}
  |                                       ----  ^^^^^^^^ YAML reads this as another key
  |                                       |
  |                                       the text ends here
  |
  = help: put the text in quotes: `'Wash, then dry'`
  = for more: coursec explain E0121

error[E0125]: a space is missing after `:`
 --> banks/one.yaml:5:8
  |
5 | licence:none
  |        ^ no space after it
  |
  = help: put a space after the `:`
  = for more: coursec explain E0125

left banks/one.yaml as it is: it cannot be read

"#]])
        .status(1);
}

/// At the begin of a line, `as- sesses` would be taken for the rest of the text above.
#[test]
fn a_key_of_two_words_stays_in_its_braces() {
    let item = "  - {id: made, type: choice, prompt: 911, as- sesses: ['1.1'], options: [\n     {id: a, text: Soap, correct: true},\n     {id: b, text: Salt}\n    ]}\n";
    let mut files = minimal();
    files.get_mut("units/hand-washing.yaml").expect("the example has a unit").push_str(item);
    let made = hold(&files, item);
    assert!(made["units/hand-washing.yaml"].ends_with(&item.replace("911", "'911'")), "{}", made["units/hand-washing.yaml"]);
}

/// The courses that the repository has, with their names; a broken one is laid over the smallest.
pub(crate) fn courses() -> Vec<(String, BTreeMap<String, String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["course-src", "examples", "tests/broken"].map(|folder| root.join(folder));
    let of = |folder: &Path| WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("it can be listed"));
    let mut courses = Vec::new();
    for folder in folders.iter().flat_map(|folder| of(folder).filter(|entry| entry.depth() == 1 && entry.file_type().is_dir())) {
        let mut files = if folder.path().to_string_lossy().contains("broken") { minimal() } else { BTreeMap::new() };
        for entry in of(folder.path()).filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(folder.path()).expect("it is below").display().to_string();
            files.extend(fs::read_to_string(entry.path()).ok().map(|text| (path, text)));
        }
        courses.push((folder.path().display().to_string(), files));
    }
    assert!(courses.len() > 60, "{}", courses.len());
    courses
}

fn sources(files: &BTreeMap<String, String>) -> Sources {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Sources::from_memory(&files)
}

/// What a course says: its packages and lock, and what is wrong with it.
fn said(sources: &Sources) -> (Vec<String>, Vec<(&'static str, String)>) {
    let lock = lock_of(sources).output.unwrap_or_default();
    let built = compile(sources, lock, &Options { targets: vec!["web".to_owned()], ..Options::default() });
    let packages = built.output.map(|output| format!("{:?} {}", output.packages, output.lock)).into_iter().collect();
    let mut wrong: Vec<_> = built.diagnostics.into_iter().map(|one| (one.lint.name, one.message)).collect();
    wrong.sort();
    (packages, wrong)
}

/// Formats a course and holds what is done to what may be done; gives back what it is now.
#[track_caller]
fn hold(files: &BTreeMap<String, String>, name: &str) -> BTreeMap<String, String> {
    let before = sources(files);
    let lock = lock_of(&before).output.unwrap_or_default();
    let formatted: Vec<Formatted> = format(&before, &lock).into_iter().filter_map(|(_, outcome)| outcome.ok()).collect();
    if formatted.is_empty() {
        return files.clone();
    }
    let mut made = files.clone();
    made.extend(formatted.iter().map(|one| (before.name(one.file).to_owned(), one.text.clone())));
    let after = sources(&made);
    let (was, is) = (said(&before), said(&after));
    let slips = ["hash-in-text", "comma-in-text", "colon-in-text", "sign-before-text"];
    // A slip says nothing that could be kept; an id that was missing changes what was wrong.
    if !was.1.iter().any(|(lint, _)| slips.contains(lint)) && formatted.iter().all(|one| one.changes.ids.is_empty()) {
        assert_eq!(was, is, "{name}");
    }
    let twice: Vec<_> = format(&after, &lock).into_iter().filter_map(|(_, outcome)| outcome.ok()).collect();
    assert!(twice.is_empty(), "{name}: {twice:#?}");
    made
}

#[test]
fn every_course_here_says_the_same_after() {
    for (name, files) in courses() {
        hold(&files, &name);
    }
}

/// A text as an author may write it in braces: plain, in quotes, over two lines, with a remark after it.
fn text() -> impl Strategy<Value = String> {
    let plain = "[A-Za-zéß日][a-z ]{0,12}[a-z0-9.!]";
    prop_oneof![
        plain.prop_map(|text| text),
        "[0-9]{1,3}".prop_map(|text| text),
        plain.prop_map(|text| format!("'{text}, it''s # not: {{so}}'")),
        plain.prop_map(|text| format!("\"{text}: \\\"\\u00e9\\\" [x]\"")),
        (plain, "[a-z]{1,5}").prop_map(|(text, more)| format!("{text}\n             {more}")),
        (plain, "[a-z]{1,5}").prop_map(|(text, more)| format!("'{text}\n\n         {more}'")),
    ]
}

/// A key that there is not, with its value, or none: misspelt, of two words, in quotes.
fn key() -> impl Strategy<Value = String> {
    let value = prop_oneof![Just("['1.1']".to_owned()), "[a-z]{1,8}", "'[a-z: ]{1,8}'"];
    let name = prop_oneof![
        Just("as- sesses".to_owned()),
        Just("asesses".to_owned()),
        "[a-z]{1,6} [a-z]{1,6}",
        "'[a-z]{1,6} [a-z]{1,6}'",
        "[a-z]{4,9}x"
    ];
    prop_oneof![Just(String::new()), (name, value).prop_map(|(name, value)| format!(" {name}: {value},"))]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// Items in braces, of any layout, read in block form as they read before.
    #[test]
    fn generated_courses_say_the_same_after(
        texts in proptest::collection::vec((text(), prop_oneof![Just(""), Just(" # one"), Just("\n        # two\n       ")]), 3..6),
        prompt in text(),
        extra in key(),
        windows in any::<bool>(),
        whole in any::<bool>(),
    ) {
        let option = |(at, (text, remark)): (usize, &(String, &str))| {
            let right = if at == 0 { ", correct: true" } else { "" };
            let end = if remark.starts_with(" #") { "\n          " } else { "" };
            format!("{{id: o{at}, text: {text}{right}}},{remark}{end}")
        };
        let options: String = texts.iter().enumerate().map(option).collect();
        let item = if whole {
            format!("  - {{id: made, type: choice, prompt: {prompt}, assesses: ['1.1'],{extra}\n      options: [{options}]}}  # made\n")
        } else {
            format!("  - id: made\n    type: choice\n    prompt: {}\n    assesses: ['1.1']\n    options: [{options}] # made\n", prompt.replace('\n', " "))
        };
        let mut files = minimal();
        let unit = files.get_mut("units/hand-washing.yaml").expect("the example has a unit");
        unit.push_str(&item);
        if windows {
            *unit = unit.replace('\n', "\r\n");
        }
        let lines = if windows { unit.matches("\r\n").count() == unit.matches('\n').count() } else { true };
        prop_assert!(lines);
        let made = hold(&files, &item);
        let unit = &made["units/hand-washing.yaml"];
        let stays = whole && extra.trim_start().split(':').next().is_some_and(|key| key.contains(' '));
        prop_assert!(stays || unit.contains("- id: o1"), "{item}\n{unit}");
        prop_assert_eq!(unit.matches('#').count(), files["units/hand-washing.yaml"].matches('#').count(), "remarks stay: {}", unit);
        prop_assert_eq!(unit.matches('\r').count() > 0, windows);
    }
}
