//! What each standard asks of a package: docs/checks.md says where each of it is held; here is what holds by how packages are made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use coursec::lints;
use regex::Regex;

use crate::harness::CourseTest;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A text of the one package of example `name` for `target`, after `edit`.
fn text(name: &str, target: &str, file: &str, edit: impl Fn(CourseTest) -> CourseTest) -> String {
    let test = CourseTest::empty().run(&format!("new course --example {name}")).status(0).then();
    let test = edit(test).run(&format!("build course -q --target {target} --out dist")).status(0).then();
    let dist = fs::read_dir(test.path().join("dist")).expect("it was built").map(|entry| entry.expect("an entry").path());
    let zip = dist.into_iter().find(|path| path.extension().is_some_and(|one| one == "zip")).expect("a package");
    let mut zip = zip::ZipArchive::new(fs::File::open(zip).expect("it opens")).expect("a zip");
    let mut text = String::new();
    zip.by_name(file).expect("it is there").read_to_string(&mut text).expect("a text");
    text
}

/// The manifest of example `name` for `target`.
fn manifest(name: &str, target: &str) -> String {
    text(name, target, "imsmanifest.xml", |test| test)
}

/// The value of each attribute called `name`.
fn attributes(xml: &str, name: &str) -> Vec<String> {
    let pattern = Regex::new(&format!(" {name}=\"([^\"]*)\"")).expect("a pattern");
    pattern.captures_iter(xml).map(|found| found[1].to_owned()).collect()
}

const EDITIONS: [&str; 2] = ["scorm2004-3", "scorm2004-4"];

#[test]
fn every_row_of_the_table_is_held() {
    let table = fs::read_to_string(Path::new(ROOT).join("docs/checks.md")).expect("the table is there");
    let codes: BTreeSet<&str> = lints().iter().map(|lint| lint.code).collect();
    let tests: String = fs::read_dir(Path::new(ROOT).join("tests/it"))
        .expect("tests are there")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a text"))
        .collect();
    let rows: Vec<&str> =
        table.lines().filter(|line| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit())).collect();
    let held = Regex::new("`([EW]\\d{4}|[a-z_0-9]+)`").expect("a pattern");
    for row in &rows {
        let last = row.trim_end_matches(" |").rsplit(" | ").next().expect("a row has cells");
        let names: Vec<String> = held.captures_iter(last).map(|found| found[1].to_owned()).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            let is_code = codes.contains(name.as_str());
            assert!(is_code || tests.contains(&format!("fn {name}(")), "{name} is neither a message nor a test: {row}");
        }
    }
    let numbers: Vec<&str> = rows.iter().filter_map(|row| row[2..].split(' ').next()).collect();
    let asked =
        ["9", "15", "16", "21", "22", "28", "29", "30", "35", "60", "64", "65", "67", "70", "71", "72", "75", "76", "77", "78", "79", "93"];
    assert_eq!(numbers, asked);
}

#[test]
fn every_verb_and_type_is_of_a_vocabulary_that_is_known() {
    // xAPI vocabularies of ADL, and cmi5 9.3, 9.6; written by hand.
    let verbs = [
        "answered",
        "completed",
        "experienced",
        "failed",
        "initialized",
        "passed",
        "progressed",
        "resumed",
        "scored",
        "suspended",
        "terminated",
    ];
    let types = ["assessment", "cmi.interaction", "course", "lesson", "module", "objective", "profile"];
    let known: BTreeSet<String> = verbs
        .map(|verb| format!("http://adlnet.gov/expapi/verbs/{verb}"))
        .into_iter()
        .chain(types.map(|name| format!("http://adlnet.gov/expapi/activities/{name}")))
        .collect();
    let iri = Regex::new("http://adlnet.gov/expapi/(?:verbs|activities)/[A-Za-z.]+").expect("a pattern");
    let mut seen = 0;
    for example in ["two-units", "every-item-type", "minimal"] {
        let ran = CourseTest::empty().run(&format!("new course --example {example}")).status(0).then().run("statements course").status(0);
        for found in iri.find_iter(&ran.out()) {
            assert!(known.contains(found.as_str()), "{example}: {}", found.as_str());
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_language_is_marked_only_as_every_lms_reads_it() {
    for (lang, mark) in [("en-GB", "{lang=en}"), ("cy", "{lang=cy}"), ("zh-Hant-TW", "{lang=zh}"), ("haw", ""), ("sgn-GB", "")] {
        let page = text("minimal", "scorm2004-4", "units/hand-washing.html", |test| {
            test.edit("course/course.yaml", "lang: en-GB", &format!("lang: {lang}\nlints:\n  no-words: {{level: allow, reason: a test}}"))
        });
        assert!(page.contains(&format!("\"language_mark\":\"{mark}\"")), "{lang}");
    }
}

#[test]
fn all_that_cmi5_names_is_described() {
    let said = Regex::new("<langstring lang=\"[^\"]+\">([^<]*)</langstring>").expect("a pattern");
    for example in ["minimal", "two-units", "every-item-type"] {
        let xml = text(example, "cmi5", "cmi5.xml", |test| test);
        assert!(said.captures_iter(&xml).all(|found| !found[1].trim().is_empty()), "{xml}");
        for list in ["<course ", "<au ", "<objective id="] {
            let of: usize = xml.matches(list).count();
            assert!(of > 0, "{example}: {list}");
        }
        let named = xml.matches("<course ").count() + xml.matches("<au ").count() + xml.matches("<objective id=").count();
        assert_eq!(xml.matches("<description>").count(), named, "{xml}");
    }
}

#[test]
fn no_pattern_has_more_ways_than_lms_take() {
    let page = text("minimal", "scorm2004-4", "units/hand-washing.html", |test| {
        test.edit("course/units/hand-washing.yaml", "time: ['20', twenty]\n    hint", "time: ['20', twenty, a, b, c, d, e, f]\n    hint")
    });
    let lists = Regex::new("\"correct\":\\[(.*?)\\],\"tokens\"").expect("a pattern");
    let counts: Vec<usize> = lists.captures_iter(&page).map(|found| found[1].matches("\",\"").count() + 1).collect();
    assert!(counts.contains(&5) && counts.iter().all(|count| *count <= 5), "{counts:?}");
}

#[test]
fn ids_of_parts_have_no_white_space() {
    let ran = CourseTest::new().edit("units/hand-washing.yaml", "id: wipe", "id: wipe off").run("check").status(1);
    assert!(ran.err().contains("error[E0114]"), "{}", ran.err());
    let ran = ran.then().edit("units/hand-washing.yaml", "id: wipe off", "id: wash").run("check").status(1);
    assert!(ran.err().contains("error[E0202]"), "{}", ran.err());
}

#[test]
fn a_mastery_score_has_few_decimals() {
    for (mark, score) in [("66.7%", "0.667"), ("66.6%", "0.666"), ("100%", "1"), ("5%", "0.05")] {
        let xml = text("minimal", "cmi5", "cmi5.xml", |test| {
            test.edit("course/units/hand-washing.yaml", "pass_mark: 60%", &format!("pass_mark: {mark}"))
        });
        assert_eq!(attributes(&xml, "masteryScore"), [score]);
    }
}

#[test]
fn only_what_is_judged_has_a_pass_mark() {
    let formative = |test: CourseTest| test.edit("course/units/hand-washing.yaml", "purpose: summative", "purpose: formative");
    let xml = text("minimal", "cmi5", "cmi5.xml", formative);
    assert_eq!((attributes(&xml, "moveOn"), attributes(&xml, "masteryScore")), (vec!["Completed".to_owned()], Vec::new()));
    let xml = text("minimal", "scorm12", "imsmanifest.xml", formative);
    assert!(!xml.contains("masteryscore"), "{xml}");
    for edition in EDITIONS {
        let xml = text("minimal", edition, "imsmanifest.xml", formative);
        assert!(!xml.contains("satisfiedByMeasure") && !xml.contains("minNormalizedMeasure"), "{xml}");
        assert!(manifest("minimal", edition).contains("satisfiedByMeasure=\"true\""));
    }
}

#[test]
fn manifests_hold_nothing_that_lmss_read_otherwise() {
    for example in ["minimal", "two-units", "in-order"] {
        for edition in EDITIONS {
            let xml = manifest(example, edition);
            assert!(!xml.contains("completionThreshold") && !xml.contains("dataFromLMS") && !xml.contains("timeLimitAction"), "{xml}");
            assert!(attributes(&xml, "parameters").is_empty());
            assert_eq!(attributes(&xml, "adlseq:objectivesGlobalToSystem"), ["false"]);
        }
        let xml = manifest(example, "scorm12");
        assert!(!xml.contains("datafromlms") && !xml.contains("maxtimeallowed") && !xml.contains("timelimitaction"), "{xml}");
        assert!(attributes(&xml, "parameters").is_empty());
    }
    let address = Regex::new("<(?:url|launch lang=\"[^\"]*\")>([^<]*)<").expect("a pattern");
    for (target, file) in [("cmi5", "cmi5.xml"), ("xapi", "tincan.xml")] {
        let xml = text("two-units", target, file, |test| test);
        assert!(address.captures_iter(&xml).count() > 0 && address.captures_iter(&xml).all(|found| !found[1].contains('?')), "{xml}");
    }
}

#[test]
fn each_shared_objective_has_one_writer() {
    for edition in EDITIONS {
        let xml = text("in-order", edition, "imsmanifest.xml", |test| {
            let test = test.edit("course/course.yaml", "navigation: linear", "navigation: free");
            test.edit("course/units/oven.yaml", "id: oven\n", "id: oven\nopens_after: [dough]\n")
        });
        let read = roxmltree::Document::parse(&xml).expect("XML");
        let mut writers: BTreeMap<String, usize> = BTreeMap::new();
        let mut readers = 0;
        for node in read.descendants().filter(|node| node.tag_name().name() == "mapInfo") {
            let of = node.attribute("targetObjectiveID").expect("it is required").to_owned();
            if node.attribute("writeSatisfiedStatus") == Some("true") {
                *writers.entry(of).or_default() += 1;
            } else {
                readers += 1;
            }
        }
        for objective in read.descendants().filter(|node| node.tag_name().name() == "objective") {
            let maps = objective.children().filter(roxmltree::Node::is_element).count();
            assert!(maps <= 1, "{xml}");
        }
        assert!(readers > 0 && !writers.is_empty() && writers.values().all(|count| *count == 1), "{writers:?} {xml}");
    }
}

#[test]
fn what_opens_a_unit_is_a_list_of_items_that_are_there() {
    let xml = manifest("in-order", "scorm12");
    let read = roxmltree::Document::parse(&xml).expect("XML");
    let items: BTreeSet<&str> =
        read.descendants().filter(|node| node.tag_name().name() == "item").filter_map(|node| node.attribute("identifier")).collect();
    let scripts: Vec<&str> =
        read.descendants().filter(|node| node.tag_name().name() == "prerequisites").filter_map(|node| node.text()).collect();
    assert!(!scripts.is_empty(), "{xml}");
    for script in scripts {
        assert!(script.len() <= 200 && script.split('&').all(|item| items.contains(item)), "{script}");
    }
}
