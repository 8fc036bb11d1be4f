//! JUnit reports: what CI servers read of them is there, and true.
//!
//! There is no official schema. The rules are those that Jenkins, GitLab and Azure Pipelines read by: a root with suites, each with test cases that have a
//! name and a class name; counts that are those of what is inside; one outcome a case; failures with a type, a message and a text.

use coursec::lints;
use regex::Regex;
use roxmltree::{Document, Node};

use crate::harness::CourseTest;

/// What in a report breaks the rules.
pub(crate) fn against_junit(report: &str) -> Option<String> {
    let document = match Document::parse(report) {
        Ok(document) => document,
        Err(fault) => return Some(fault.to_string()),
    };
    let root = document.root_element();
    if !report.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") || root.tag_name().name() != "testsuites" {
        return Some("head".to_owned());
    }
    let suites: Vec<Node<'_, '_>> = root.children().filter(Node::is_element).collect();
    let whole = ["tests", "failures", "errors"].iter().find(|name| {
        let sum: Option<usize> = suites.iter().map(|suite| number(*suite, name)).sum();
        sum.is_none() || sum != number(root, name)
    });
    if let Some(name) = whole {
        return Some(format!("`{name}` of the root is not that of its suites"));
    }
    attributes(root, &["name", "tests", "failures", "errors", "time"]).or_else(|| suites.into_iter().find_map(suite))
}

fn number(node: Node<'_, '_>, name: &str) -> Option<usize> {
    node.attribute(name)?.parse().ok()
}

/// Whether a node has exactly these attributes, none empty.
fn attributes(node: Node<'_, '_>, names: &[&str]) -> Option<String> {
    let there: Vec<&str> = node.attributes().map(|one| one.name()).collect();
    let empty = node.attributes().any(|one| one.value().is_empty());
    (there != names || empty).then(|| format!("{there:?} of a `{}`", node.tag_name().name()))
}

fn suite(suite: Node<'_, '_>) -> Option<String> {
    let cases: Vec<Node<'_, '_>> = suite.children().filter(Node::is_element).collect();
    let failed = cases.iter().filter(|case| case.children().any(|child| child.has_tag_name("failure"))).count();
    let counts = [("tests", cases.len()), ("failures", failed), ("errors", 0), ("skipped", 0)];
    if !suite.has_tag_name("testsuite") || cases.is_empty() {
        return Some("a suite without a case".to_owned());
    }
    if let Some((name, count)) = counts.into_iter().find(|(name, count)| number(suite, name) != Some(*count)) {
        return Some(format!("`{name}` of a suite is not {count}"));
    }
    attributes(suite, &["name", "tests", "failures", "errors", "skipped", "time"]).or_else(|| cases.into_iter().find_map(case))
}

/// A case is `CODE name at line:column` in a file, or the one of a course without mistakes.
fn case(case: Node<'_, '_>) -> Option<String> {
    if !case.has_tag_name("testcase") {
        return Some(format!("`{}` in a suite", case.tag_name().name()));
    }
    if let Some(fault) = attributes(case, &["name", "classname", "time"]) {
        return Some(fault);
    }
    let (name, class) = (case.attribute("name").unwrap_or_default(), case.attribute("classname").unwrap_or_default());
    let inner: Vec<Node<'_, '_>> = case.children().filter(Node::is_element).collect();
    if name == "no mistakes" {
        return (class != "coursec" || !inner.is_empty()).then(|| "a course without mistakes has some".to_owned());
    }
    let form = Regex::new(r"^([EW]\d{4}) ([a-z0-9-]+)(?: at ([1-9]\d*):([1-9]\d*))?$").expect("a pattern");
    let Some(said) = form.captures(name) else { return Some(format!("the name `{name}`")) };
    if !lints().iter().any(|lint| lint.code == &said[1] && lint.name == &said[2]) {
        return Some(format!("no kind of mistake is `{name}`"));
    }
    let [outcome] = inner.as_slice() else { return Some(format!("{} outcomes of `{name}`", inner.len())) };
    let text = outcome.text().unwrap_or_default();
    let place = match (said.get(3), said.get(4)) {
        (Some(line), Some(column)) => format!("--> {class}:{}:{}", line.as_str(), column.as_str()),
        _ => String::new(),
    };
    let level = ["error", "warning", "note"].iter().any(|level| text.starts_with(&format!("{level}[{}]: ", &said[1])));
    if !level || !text.contains(&place) || place.is_empty() != (class == "coursec") {
        return Some(format!("the text of `{name}`: {text}"));
    }
    let failure = outcome.has_tag_name("failure");
    let message = outcome.attribute("message").unwrap_or_default();
    let told = failure
        && outcome.attribute("type") == Some(&said[1])
        && text.lines().next().is_some_and(|line| line.ends_with(message))
        && !message.is_empty();
    (!told && !outcome.has_tag_name("system-out")).then(|| format!("the outcome of `{name}`"))
}

/// A catalog: a course with an error and a warning, one with a warning, one with nothing.
fn catalog() -> CourseTest {
    let minimal = |test: CourseTest, id: &str, from: &str, to: &str| {
        let title = if id == "bad" { "<Clean>" } else { "Wash & \"dry\"" };
        let unit = include_str!("../../examples/minimal/units/hand-washing.yaml");
        assert!(unit.contains(from), "{from}");
        let course = format!("coursec: 1\nid: {id}\nversion: 1.0.0\nlang: en-GB\ntitle: {title}\nunits: [units/hand-washing.yaml]\n");
        test.file(&format!("{id}/course.yaml"), course).file(&format!("{id}/units/hand-washing.yaml"), unit.replacen(from, to, 1))
    };
    let test = CourseTest::empty().file("catalog.yaml", "coursec: 1\ncourses: [bad, so-so, good]\n");
    let test = minimal(test, "bad", "    assesses: [LO1, 1.1]\n", "    assesses: [LO1, 1.7]\n");
    let test = minimal(test, "so-so", "    assesses: [LO1, 1.1]\n", "");
    minimal(test, "good", "id: q-when", "id: q-when")
}

#[test]
fn counts_are_those_of_what_is_denied() {
    let count = |line: &str, status: i32| {
        let report = catalog().run(line).status(status).out();
        assert_eq!(against_junit(&report), None, "{report}");
        let document = Document::parse(&report).expect("it was read");
        let of =
            |node: Node<'_, '_>| (node.attribute("name").unwrap_or_default().to_owned(), number(node, "tests"), number(node, "failures"));
        let suites: Vec<_> = document.root_element().children().filter(Node::is_element).map(of).collect();
        suites
    };
    let suites = |failures: [usize; 3], tests: [usize; 3]| {
        let names = ["bad", "so-so", "good"].into_iter().map(str::to_owned);
        names.zip(tests).zip(failures).map(|((name, tests), failures)| (name, Some(tests), Some(failures))).collect::<Vec<_>>()
    };
    let plain = count("check --format junit", 1);
    let denied = count("check --format junit --deny warnings", 1);
    let tests = [0, 1, 2].map(|at| plain[at].1.unwrap_or_default());
    assert!(tests[0] > 1 && tests[1] > 0 && tests[2] == 1, "{plain:?}");
    assert_eq!(plain, suites([1, 0, 0], tests));
    assert_eq!(denied, suites([tests[0], tests[1], 0], tests));
}

#[test]
fn a_report_that_is_none_is_found_out() {
    let report = catalog().run("check --format junit").status(1).out();
    for (from, to) in [
        ("failures=\"1\" errors", "failures=\"2\" errors"),
        ("tests=\"1\" failures=\"0\"", "tests=\"2\" failures=\"0\""),
        ("<failure type=\"E0201\"", "<failure type=\"E0202\""),
        ("<failure ", "<error "),
        (" classname=\"coursec\"", ""),
        (" at 41:", " at 40:"),
        ("name=\"E0201 undefined-reference", "name=\"E0201 undefined"),
        ("</system-out>", "</system-out><skipped/>"),
    ] {
        assert!(report.contains(from), "{from} in {report}");
        let broken = report.replacen(from, to, 1).replacen(if to.starts_with("<error") { "</failure>" } else { "</none>" }, "</error>", 1);
        assert!(against_junit(&broken).is_some(), "{from}");
    }
}
