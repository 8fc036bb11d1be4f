//! `coursec explain`: every diagnostic is explained, and the pages in docs/diagnostics are what it says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use coursec::lints;
use snapbox::str;

use crate::harness::CourseTest;

#[test]
fn a_diagnostic_is_explained_by_code_and_by_name() {
    let by_code = CourseTest::empty().run("explain E0102").stderr("").status(0).out();
    snapbox::assert_data_eq!(
        &by_code,
        str![[r#"
E0102: duplicate-key

An error: nothing is built until it is corrected.

The same key (the word before a colon) is there twice in one place, as if a lesson had two titles.
Only one of them could count, and coursec will not guess which. Remove one of the two. If the second
begins a new entry of a list, put `- ` before it.

Wrong:

In course.yaml:

    ...
    lang: en-GB
    title: Clean hands
    title: Cleaner hands
    units: [units/hand-washing.yaml]

What coursec says:

    error[E0102]: key `title` is there twice
     --> course.yaml:6:1
      |
    5 | title: Clean hands
      | ----- first here
    6 | title: Cleaner hands
      | ^^^^^ again here
      |
      = help: remove one of the two

Right:

In course.yaml:

    ...
    lang: en-GB
    title: Clean hands
    units: [units/hand-washing.yaml]

"#]]
    );
    for name in ["duplicate-key", "e0102", "Duplicate-Key"] {
        assert_eq!(CourseTest::empty().run(&format!("explain {name}")).status(0).out(), by_code);
    }
}

#[test]
fn what_is_not_there_is_wrong_usage_with_the_nearest_name() {
    CourseTest::empty()
        .run("explain E1102")
        .stdout("")
        .stderr(str![[r#"
error: there is no message `E1102`; did you mean `E0102`?

"#]])
        .status(2);
    CourseTest::empty()
        .run("explain duplicate-kye")
        .stderr(str![[r#"
error: there is no message `duplicate-kye`; did you mean `duplicate-key`?

"#]])
        .status(2);
    CourseTest::empty()
        .run("explain something")
        .stderr(str![[r#"
error: there is no message `something`; each message shows its code in brackets

"#]])
        .status(2);
    CourseTest::empty().run("explain").status(2);
    CourseTest::empty().run("explain E0102 --all").status(2);
}

/// The pages in `folder`, by name.
fn pages(folder: &Path) -> BTreeMap<String, String> {
    let listed = fs::read_dir(folder).expect("there are pages").map(|entry| entry.expect("they can be listed").path());
    let page = |path: std::path::PathBuf| {
        (path.file_name().expect("it has a name").to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a page is text"))
    };
    listed.map(page).collect()
}

#[test]
fn the_pages_are_up_to_date() {
    let test = CourseTest::empty().file("pages/E0999.md", "of an older version").file("pages/notes.md", "somebody's");
    let test = test.run("explain --all --out pages").stdout("").status(0).then();
    let mut made = pages(&test.path().join("pages"));
    assert_eq!(made.remove("notes.md").as_deref(), Some("somebody's"), "only pages of its own are taken out");
    let kept = pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics"));
    let stale: Vec<&String> = made.keys().chain(kept.keys()).filter(|name| made.get(*name) != kept.get(*name)).collect();
    assert!(stale.is_empty(), "write them anew with `cargo run -- explain --all`: {stale:?}");
    assert_eq!(made.len(), lints().len() + 1);
}

#[test]
fn explanations_use_no_words_of_programmers() {
    let words = [
        "node",
        "scalar",
        "mapping",
        "parser",
        "parse ",
        "deserial",
        "regex",
        "invalid",
        "null",
        "boolean",
        "namespace",
        "slug",
        "syntax",
        "malformed",
        "lint ",
        "slot",
        "diagnostic",
    ];
    let mut offenders = Vec::new();
    for lint in lints() {
        let docs = lint.docs.to_lowercase();
        offenders.extend(words.iter().filter(|word| docs.contains(*word)).map(|word| format!("{} {}: `{word}`", lint.code, lint.name)));
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn explanations_can_be_read_aloud() {
    let mut offenders = Vec::new();
    for lint in lints() {
        let mut offend = |why: String| offenders.push(format!("{} {}: {why}", lint.code, lint.name));
        let words = lint.docs.split_whitespace().count();
        if !(16..=105).contains(&words) {
            offend(format!("{words} words"));
        }
        // What is in backticks is one word to who listens.
        let heard: String = lint
            .docs
            .replace("key term", "term")
            .split('`')
            .enumerate()
            .map(|(at, part)| if at % 2 == 1 { "word" } else { part })
            .collect();
        let long = |sentence: &&str| sentence.split_whitespace().count() > 34;
        heard.split(". ").filter(long).for_each(|sentence| offend(format!("a long sentence: {sentence}")));
        for (word, explained) in [(" key ", "the word before"), (" id ", "short name after"), (" template ", "pattern of a page")] {
            if heard.contains(word) && !lint.docs.contains(explained) {
                offend(format!("`{}` is not explained", word.trim()));
            }
        }
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}
