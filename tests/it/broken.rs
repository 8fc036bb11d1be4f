//! `tests/broken`: courses with one mistake each, and all that is said of them in every format.
//!
//! A folder is a case: files laid over `examples/minimal`, what is expected beside them, and its code before its name. With `BROKEN=update` the
//! expected texts are written anew, and a kind of mistake without a case gets one from its wrong example; the difference is for a person to read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anstream::adapter::strip_str;
use coursec::diag::emit::{Junit, Sarif, github, human, json};
use coursec::diag::{Diagnostic, Severity};
use coursec::source::Sources;
use coursec::{Options, check, lints};
use rayon::prelude::*;
use serde_json::Value;
use walkdir::WalkDir;

use crate::junit::against_junit;
use crate::registries::{NOT_IN_A_TEXT, minimal};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What is expected, beside the files of a case.
const EXPECTED: [&str; 6] = ["crowd.txt", "github.txt", "human.txt", "json.txt", "junit.xml", "sarif.json"];

/// Whether expected texts are written in place of being compared.
fn updating() -> bool {
    std::env::var_os("BROKEN").is_some_and(|value| value == "update")
}

fn folder() -> PathBuf {
    Path::new(ROOT).join("tests/broken")
}

/// The cases by name.
fn cases() -> Vec<String> {
    let listed = fs::read_dir(folder()).expect("there are cases").map(|entry| entry.expect("they can be listed"));
    let mut names: Vec<String> = listed.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.starts_with(['E', 'W']));
    names.sort();
    names
}

/// The course of a case: its files over the smallest course.
fn course(case: &Path) -> BTreeMap<String, String> {
    let mut files = minimal();
    for entry in WalkDir::new(case).into_iter().map(|entry| entry.expect("a case can be listed")) {
        let path = entry.path().strip_prefix(case).expect("it is below").display().to_string();
        if entry.file_type().is_file() && !EXPECTED.contains(&path.as_str()) {
            files.insert(path, fs::read_to_string(entry.path()).expect("cases are texts"));
        }
    }
    files
}

fn sources(files: &BTreeMap<String, String>) -> Sources {
    Sources::from_memory(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

fn found(sources: &Sources) -> Vec<Diagnostic> {
    check(sources, &Options::default())
}

fn plain(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    strip_str(&human(diagnostics, sources)).to_string()
}

/// All that is said, by the name of its file.
fn said(diagnostics: &[Diagnostic], sources: &Sources) -> BTreeMap<&'static str, String> {
    let mut sarif = Sarif::default();
    sarif.add(diagnostics, sources);
    let mut junit = Junit::default();
    junit.add(".", diagnostics, sources, &|one| one.severity == Severity::Error);
    let version = format!("ersion\": \"{}\"", env!("CARGO_PKG_VERSION"));
    BTreeMap::from([
        ("github.txt", github(diagnostics, sources)),
        ("human.txt", plain(diagnostics, sources)),
        ("json.txt", json(diagnostics, sources)),
        ("junit.xml", junit.document()),
        ("sarif.json", sarif.document().replace(&version, "ersion\": \"[VERSION]\"")),
    ])
}

/// Compares `text` with the file at `path`, or writes it there.
fn compare(path: &Path, text: &str) -> Option<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == text {
        return None;
    }
    if updating() {
        fs::write(path, text).expect("a case can be written");
        return None;
    }
    Some(format!("{} expects\n{expected}\nbut this was said\n{text}", path.display()))
}

/// What is said of a case, found once for every test.
struct Known {
    files: BTreeMap<String, String>,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
}

static KNOWN: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
    let read = |name: String| {
        let files = course(&folder().join(&name));
        let sources = sources(&files);
        let diagnostics = found(&sources);
        (name, Known { files, sources, diagnostics })
    };
    cases().into_par_iter().map(read).collect()
});

/// What is wrong with a case.
fn faults(name: &str) -> Vec<String> {
    let case = folder().join(name);
    let Known { sources, diagnostics, .. } = &KNOWN[name];
    let mut faults: Vec<String> = said(diagnostics, sources).iter().filter_map(|(file, text)| compare(&case.join(file), text)).collect();
    let codes = mistakes(name, diagnostics);
    if codes.len() != 1 || !name.starts_with(codes[0]) {
        faults.push(format!("{name}: a case has one mistake, of its code; it has {codes:?}"));
    }
    faults
}

/// The codes of what is wrong. That this version cannot build something yet (E0113) is no mistake of the author's.
fn mistakes(case: &str, diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|one| one.lint.code).filter(|code| *code != "E0113" || case.starts_with("E0113")).collect()
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\nIf that is as it should be: BROKEN=update cargo test --test it broken", faults.join("\n"));
}

#[test]
fn every_mistake_is_told_in_every_format() {
    let faults: Vec<String> = cases().par_iter().flat_map(|name| faults(name)).collect();
    report(&faults);
}

#[test]
fn every_kind_of_mistake_has_a_case() {
    let cases = cases();
    let mut faults = Vec::new();
    for lint in lints() {
        if NOT_IN_A_TEXT.contains(&lint.name) || cases.iter().any(|case| case.starts_with(lint.code)) {
            continue;
        }
        if !updating() {
            faults.push(format!("tests/broken has no case of {} {}", lint.code, lint.name));
            continue;
        }
        for (path, text) in lint.wrong {
            let file = folder().join(format!("{}-{}", lint.code, lint.name)).join(path);
            fs::create_dir_all(file.parent().expect("a file stands in a folder")).expect("a case can be made");
            fs::write(file, text).expect("a case can be written");
        }
    }
    let codes: BTreeSet<&str> = lints().iter().map(|lint| lint.code).collect();
    faults.extend(cases.iter().filter(|case| !codes.contains(&case[..5])).map(|case| format!("{case}: there is no such code")));
    report(&faults);
}

/// Three standing mistakes of a kind of file: lines to put before or after its text.
struct Crowd {
    before: &'static [(&'static str, &'static str)],
    after: &'static str,
}

/// Of a unit: pairs of a key and its line, of which the first three whose keys the unit has not stand before it.
const UNIT: Crowd = Crowd {
    before: &[
        ("synopsys:", "synopsys: Clean hands keep food safe.\n"),
        ("marking_points:", "marking_points: [{id: crowd, stem: check-that, text: Hands are clean., for: [no-such]}]\n"),
        ("inherit:", "inherit: {guidance: som}\n"),
        ("key_skills:", "key_skills: none\n"),
    ],
    after: "",
};

/// Of course.yaml.
const COURSE: Crowd = Crowd {
    before: &[
        ("subtitle:", "subtitle: For everybody who touches food\n"),
        ("meta:", "meta: {image: media/no-such-picture.svg}\n"),
        ("tracking:", "tracking: {after_completion: revew}\n"),
        ("description:", "description: []\n"),
    ],
    after: "",
};

/// Of a text.
const TEXT: Crowd =
    Crowd { before: &[], after: "\nSee [the list](lesson:no-such-lesson).\n\nHands are <u>clean</u>.\n\n> [!HNT]\n> Sing a song.\n" };

/// The course of a case, with three more mistakes in the file that its own is in.
fn crowded(files: &BTreeMap<String, String>, own: Option<&str>) -> BTreeMap<String, String> {
    let unit = "units/hand-washing.yaml";
    let path = own.filter(|path| path.starts_with("units/") || path.starts_with("lessons/") || *path == "course.yaml").unwrap_or(unit);
    let crowd = match path.split('/').next() {
        Some("units") => UNIT,
        Some("lessons") => TEXT,
        _ => COURSE,
    };
    let mut files = files.clone();
    let text = files.get(path).cloned().unwrap_or_default();
    let free = crowd.before.iter().filter(|(key, _)| !text.lines().any(|line| line.starts_with(key)));
    let before: String = free.take(3).map(|(_, line)| *line).collect();
    files.insert(path.to_owned(), format!("{before}{text}{}", crowd.after));
    files
}

/// What is wrong with a case in a crowd.
fn crowd_faults(name: &str) -> Vec<String> {
    let case = folder().join(name);
    let Known { files, sources: alone, diagnostics: own } = &KNOWN[name];
    let Some(mistake) = own.iter().find(|one| name.starts_with(one.lint.code)) else { return vec![format!("{name}: no mistake")] };
    let path = mistake.primary.as_ref().map(|label| alone.name(label.span.file));
    let crowd = sources(&crowded(files, path));
    let all = found(&crowd);
    let mut faults: Vec<String> = compare(&case.join("crowd.txt"), &plain(&all, &crowd)).into_iter().collect();
    let there = all.iter().any(|one| one.lint.code == mistake.lint.code && one.message == mistake.message);
    let codes = mistakes(name, &all);
    if codes.len() != 4 || !there {
        faults.push(format!("{name}: three more mistakes give {codes:?}{}", if there { "" } else { ", and its own is hidden" }));
    }
    faults
}

#[test]
fn no_mistake_hides_another() {
    let faults: Vec<String> = cases().par_iter().flat_map(|name| crowd_faults(name)).collect();
    report(&faults);
}

#[test]
fn twelve_mistakes_are_twelve_messages() {
    let case = folder().join("twelve");
    let sources = sources(&course(&case));
    let diagnostics = found(&sources);
    report(&compare(&case.join("human.txt"), &plain(&diagnostics, &sources)).into_iter().collect::<Vec<_>>());
    assert_eq!(diagnostics.len(), 12);
    let names: BTreeSet<&str> =
        diagnostics.iter().filter_map(|one| one.primary.as_ref()).map(|label| sources.name(label.span.file)).collect();
    assert_eq!(names, BTreeSet::from(["banks/spare.yaml", "lessons/how.md", "units/hand-washing.yaml"]));
}

/// What in a log breaks the rules of SARIF 2.1.0 that its schema states.
fn against_sarif(log: &Value) -> Option<String> {
    let text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    let number = |value: &Value, least: u64| value.as_u64().is_some_and(|number| number >= least);
    let region = |region: &Value| {
        ["startLine", "startColumn", "endLine", "endColumn"].iter().all(|key| number(&region[key], 1))
            && ["byteOffset", "byteLength"].iter().all(|key| number(&region[key], 0))
            && (region["startLine"].as_u64(), region["startColumn"].as_u64()) <= (region["endLine"].as_u64(), region["endColumn"].as_u64())
    };
    // A URI reference: RFC 3986.
    let uri =
        |value: &Value| value.as_str().is_some_and(|uri| uri.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|^`:".contains(&byte)));
    let location = |one: &Value| {
        let place = &one["physicalLocation"];
        uri(&place["artifactLocation"]["uri"])
            && region(&place["region"])
            && (one.get("message").is_none() || text(&one["message"]["text"]))
    };
    let change = |one: &Value| {
        uri(&one["artifactLocation"]["uri"])
            && list(&one["replacements"]).iter().all(|new| region(&new["deletedRegion"]) && new["insertedContent"]["text"].is_string())
            && !list(&one["replacements"]).is_empty()
    };
    if log["version"] != "2.1.0" || !uri_of_schema(&log["$schema"]) || list(&log["runs"]).len() != 1 {
        return Some("head".to_owned());
    }
    let driver = &log["runs"][0]["tool"]["driver"];
    let rules = list(&driver["rules"]);
    let levels = ["error", "warning", "note"];
    let sound = |rule: &Value| {
        ["id", "name"].iter().all(|key| text(&rule[key]))
            && ["shortDescription", "fullDescription", "help"].iter().all(|key| text(&rule[key]["text"]))
            && levels.iter().any(|level| rule["defaultConfiguration"]["level"] == *level)
    };
    if !text(&driver["name"]) || !rules.iter().all(sound) {
        return Some("driver".to_owned());
    }
    let wrong = list(&log["runs"][0]["results"]).iter().find(|result| {
        let rule = result["ruleIndex"].as_u64().and_then(|at| rules.get(usize::try_from(at).ok()?));
        let fixes = result.get("fixes").map(list).unwrap_or_default();
        !(rule.is_some_and(|rule| rule["id"] == result["ruleId"])
            && levels.iter().any(|level| result["level"] == *level)
            && text(&result["message"]["text"])
            && list(&result["locations"]).iter().all(location)
            && result.get("relatedLocations").map(list).unwrap_or_default().iter().all(location)
            && fixes.iter().all(|fix| text(&fix["description"]["text"]) && list(&fix["artifactChanges"]).iter().all(change)))
    });
    wrong.map(ToString::to_string)
}

/// The elements of a list.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn uri_of_schema(value: &Value) -> bool {
    value.as_str().is_some_and(|uri| uri.starts_with("https://") && uri.ends_with("sarif-schema-2.1.0.json"))
}

#[test]
fn every_log_is_sarif_and_every_report_is_junit() {
    let mut faults = Vec::new();
    for name in cases() {
        let read = |file: &str| fs::read_to_string(folder().join(&name).join(file)).expect("it is there");
        let log: Value = serde_json::from_str(&read("sarif.json")).expect("it is JSON");
        faults.extend(against_sarif(&log).map(|fault| format!("{name}: {fault}")));
        let report = read("junit.xml");
        faults.extend(against_junit(&report).map(|fault| format!("{name}: {fault}")));
    }
    report(&faults);
}

#[test]
fn a_log_that_is_no_sarif_is_found_out() {
    let text = fs::read_to_string(folder().join("E0201-undefined-reference/sarif.json")).expect("it is there");
    for (from, to) in [
        ("\"ruleIndex\": 0", "\"ruleIndex\": 1"),
        ("\"startLine\": 8", "\"startLine\": 0"),
        ("\"level\": \"error\"", "\"level\": \"fatal\""),
        ("units/hand", "units hand"),
    ] {
        assert!(text.contains(from), "{from}");
        let log: Value = serde_json::from_str(&text.replace(from, to)).expect("it is JSON");
        assert!(against_sarif(&log).is_some(), "{from}");
    }
}
