//! Every kind of mistake is in its registry, told in full, and shown by examples that do what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use coursec::diag::{Diagnostic, Example, Lint, Severity};
use coursec::source::Sources;
use coursec::{Options, check, lints};
use rayon::prelude::*;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Kinds that no example in a text can show; a story elsewhere does.
pub(crate) const NOT_IN_A_TEXT: [&str; 18] = [
    "clashing-courses",
    "clashing-file-names",
    "clashing-texts",
    "course-state-too-large",
    "file-too-large",
    "large-file",
    "large-package",
    "large-statement",
    "link-out",
    "lock-would-change",
    "not-utf8",
    "package-too-large",
    "release-needs-lock",
    "state-too-large",
    "template-output-too-large",
    "unreadable-file",
    "unwritable-character",
    "version-not-higher",
];

/// The folders called `rules`.
fn folders() -> Vec<std::path::PathBuf> {
    let walk = WalkDir::new(Path::new(ROOT).join("src")).sort_by_file_name().into_iter().map(|entry| entry.expect("src can be listed"));
    walk.filter(|entry| entry.file_type().is_dir() && entry.file_name() == "rules").map(walkdir::DirEntry::into_path).collect()
}

#[test]
fn every_rule_of_a_folder_is_in_its_slice() {
    let mut offenders = Vec::new();
    for folder in folders() {
        let registry = fs::read_to_string(folder.join("mod.rs")).expect("a folder of rules has a registry");
        for entry in
            WalkDir::new(&folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter().map(|entry| entry.expect("it can be listed"))
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(rule) = name.strip_suffix(".rs").filter(|rule| *rule != "mod") else { continue };
            if !listed(&registry).any(|name| name == rule) {
                offenders.push(format!("{}: `&{rule}::LINT` is missing in RULES", folder.display()));
            }
        }
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn every_folder_of_rules_is_joined() {
    let lib = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).expect("lib.rs is there");
    for folder in folders() {
        let stage = folder.parent().and_then(Path::file_name).expect("rules stand in a stage").to_string_lossy().into_owned();
        assert!(lib.contains(&format!("{stage}::rules::RULES")), "the rules of `{stage}` are not joined in lib.rs");
    }
}

#[test]
fn slices_are_sorted_by_code() {
    for folder in folders() {
        let registry = fs::read_to_string(folder.join("mod.rs")).expect("a folder of rules has a registry");
        let codes: Vec<String> = listed(&registry).map(|rule| code(&folder, rule)).collect();
        assert!(codes.is_sorted(), "{}: {codes:?}", folder.display());
    }
}

/// The rules in the slice of a registry, in its order.
fn listed(registry: &str) -> impl Iterator<Item = &str> {
    registry.split('&').filter_map(|piece| piece.split_once("::LINT").map(|(rule, _)| rule))
}

/// The code of a rule, by its file.
fn code(folder: &Path, rule: &str) -> String {
    let text = fs::read_to_string(folder.join(format!("{rule}.rs"))).expect("a rule has a file");
    text.split_once("code: \"").and_then(|(_, rest)| rest.split_once('"')).map(|(code, _)| code.to_owned()).expect("a rule has a code")
}

#[test]
fn codes_and_names_are_given_once_and_in_their_form() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for lint in lints() {
        assert!(codes.insert(lint.code), "{} is given twice", lint.code);
        assert!(names.insert(lint.name), "{} is given twice", lint.name);
        let (band, number) = lint.code.split_at(1);
        assert!(number.len() == 4 && number.parse::<u32>().is_ok_and(|number| (100..700).contains(&number)), "{}", lint.code);
        assert_eq!(band == "E", lint.severity == Severity::Error, "{}", lint.code);
        assert!(lint.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", lint.name);
        assert!(lint.docs.split_whitespace().count() >= 8, "{} is hardly explained", lint.code);
    }
}

/// The files of `examples/minimal`.
pub(crate) fn minimal() -> BTreeMap<String, String> {
    let minimal = Path::new(ROOT).join("examples/minimal");
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for entry in WalkDir::new(&minimal).into_iter().map(|entry| entry.expect("the example can be listed")) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&minimal).expect("it is below").display().to_string();
            files.insert(path, fs::read_to_string(entry.path()).expect("the example is text"));
        }
    }
    files
}

/// `examples/minimal` with `example` laid over it.
fn laid_over(example: Example) -> Sources {
    let mut files = minimal();
    files.extend(example.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Sources::from_memory(&files)
}

/// What is said of an example, as codes; notes of what cannot be built are left out, unless they are what it shows.
fn codes(example: Example, shown: &str) -> Vec<&'static str> {
    let said = check(&laid_over(example), &Options::default());
    let counts = |one: &&Diagnostic| one.severity != Severity::Note || one.lint.code == shown;
    let mut codes: Vec<_> = said.iter().filter(counts).map(|diagnostic| diagnostic.lint.code).collect();
    codes.dedup();
    codes
}

/// Why the examples of a kind do not show it, if they do not.
fn fault(lint: &Lint) -> Option<String> {
    if lint.wrong.is_empty() {
        let known = NOT_IN_A_TEXT.contains(&lint.name);
        return (!known).then(|| format!("{} {}: it has no wrong example", lint.code, lint.name));
    }
    let (wrong, right) = (codes(lint.wrong, lint.code), codes(lint.right, lint.code));
    (wrong != [lint.code] || !right.is_empty())
        .then(|| format!("{} {}: the wrong example gives {wrong:?}, the right one {right:?}", lint.code, lint.name))
}

#[test]
fn explanations_reproduce() {
    let faults: Vec<String> = lints().par_iter().filter_map(|lint| fault(lint)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
