//! A line that is not indented like those it belongs to: one diagnostic, where the author slipped, and a mend that gives back what was there.

use coursec::source::Sources;
use coursec::{Options, check};

use crate::harness::{loaded, whole};

/// What is said where the line `number` of `file`, which reads `line`, reads `slipped`; and `file` with the mends that are certain.
fn said(file: &str, number: usize, line: &str, slipped: &str) -> (Vec<String>, String, String) {
    let mut files = whole();
    let text = String::from_utf8(files[file].clone()).expect("a text");
    let mut lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[number - 1], line, "line {number} of {file}");
    lines[number - 1] = slipped;
    let written = lines.join("\n") + "\n";
    files.insert(file.to_owned(), written.clone().into_bytes());
    let (_folder, sources) = loaded(&files);
    let found = check(&sources, &Options::default());
    let mut mended = written.clone();
    for edit in found.iter().flat_map(|one| &one.fixes).filter(|fix| fix.certain).flat_map(|fix| fix.edits.iter().rev()) {
        mended.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.replacement);
    }
    let told = |one: &coursec::diag::Diagnostic| {
        let at = one.primary.as_ref().map_or(0, |label| label.span.start as usize);
        let line = written[..at.min(written.len())].matches('\n').count() + 1;
        let label = one.primary.as_ref().map_or("", |label| &label.text);
        format!("{} {line}: {label} | {}", one.lint.code, one.help.join(" | "))
    };
    (found.iter().map(told).collect(), mended, text)
}

const COURSE: &str = "course.yaml";
const UNIT: &str = "units/online.yaml";

#[test]
fn a_line_at_the_wrong_column_is_told_once_and_put_back() {
    for (file, number, line, slipped, told) in [
        (
            UNIT,
            120,
            "items:",
            " items:",
            "E0126 120: 1 space too many | take 1 space away before `items`, so that it begins below `assessments`",
        ),
        (
            COURSE,
            2,
            "coursec: 1",
            " coursec: 1",
            "E0126 2: 1 space too many | take 1 space away before `coursec`, so that it begins above `id`",
        ),
        (
            UNIT,
            9,
            "  - id: LO1",
            "   - id: LO1",
            "E0126 9: 1 space too many | take 1 space away before `id`, so that it begins above `kind`",
        ),
        (
            UNIT,
            102,
            "  - id: check-1",
            " - id: check-1",
            "E0126 102: 1 space too few | put in 1 space before `id`, so that it begins above `title`",
        ),
        (
            COURSE,
            12,
            "  awarding_body: City & Guilds",
            "awarding_body: City & Guilds",
            "E0126 12: 2 spaces too few | put in 2 spaces before `awarding_body`, so that it begins below `title`",
        ),
        (
            UNIT,
            84,
            "            text: Ask what they see on the screen",
            "\ttext: Ask what they see on the screen",
            "E0124 84: a tab | indent with spaces: YAML takes no tabs",
        ),
        (
            UNIT,
            137,
            "      - id: c",
            "     - id: c",
            "E0126 137: 1 space too few | put in 1 space before `id`, so that it begins below `feedback`",
        ),
        (
            COURSE,
            66,
            "  order-left-to-lms: {level: allow, reason: \"the LMS holds the order\"}",
            "order-left-to-lms: {level: allow, reason: \"the LMS holds the order\"}",
            "E0110 66: unknown key | put in 2 spaces before `order-left-to-lms`, so that it begins below `criterion-not-evidenced`",
        ),
        (
            UNIT,
            8,
            "outcomes:",
            "  outcomes:",
            "E0126 8: 2 spaces too many | take 2 spaces away before `outcomes`, so that it begins below `synopsis`",
        ),
    ] {
        let (said, mended, text) = said(file, number, line, slipped);
        assert_eq!(said, [told], "{slipped}");
        assert_eq!(mended, text, "{slipped}");
    }
}

#[test]
fn every_third_line_with_a_space_too_many_is_told_once() {
    const COURSE: &str = include_str!("../../examples/minimal/course.yaml");
    const UNIT: &str = include_str!("../../examples/minimal/units/hand-washing.yaml");
    let lines: Vec<&str> = UNIT.lines().collect();
    let in_body = |number: usize| lines[..number].iter().rposition(|line| line.ends_with("body: |")).is_some_and(|head| number < head + 10);
    // A key that is alone in its mapping may begin further right.
    let alone = |number: usize| lines[number].starts_with("      time: [") && lines[number - 1].ends_with("answers:");
    let prose = |number: usize| in_body(number) || !lines[number].contains(':') || alone(number);
    let mut told = 0;
    for (number, _) in lines.iter().enumerate().filter(|(number, _)| !prose(*number)).step_by(3) {
        let mut slipped: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        slipped[number].insert(0, ' ');
        let unit = slipped.join("\n") + "\n";
        let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", &unit)]);
        let said = check(&sources, &Options::default());
        assert_eq!(said.len(), 1, "{}: {said:#?}", slipped[number]);
        let mut mended = unit.clone();
        for edit in said.iter().flat_map(|one| &one.fixes).filter(|fix| fix.certain).flat_map(|fix| fix.edits.iter().rev()) {
            mended.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.replacement);
        }
        assert_eq!(mended, UNIT, "{}: {said:#?}", slipped[number]);
        told += 1;
    }
    assert!(told > 16, "{told} lines were tried");
}

#[test]
fn slips_in_a_long_file_are_each_told() {
    const COURSE: &str = include_str!("../../examples/minimal/course.yaml");
    const UNIT: &str = include_str!("../../examples/minimal/units/hand-washing.yaml");
    let item = |number: usize| {
        let space = if number.is_multiple_of(40) { " " } else { "" };
        format!(
            "  - id: x{number}\n    type: true-false\n    prompt: Statement {number} is right\n{space}    assesses: [1.2]\n    answer: true\n    feedback:\n      correct: It is, as {number} says\n"
        )
    };
    let unit = format!("{UNIT}{}", (1..400).map(item).collect::<String>());
    let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", &unit)]);
    let said = check(&sources, &Options::default());
    let line = |one: &coursec::diag::Diagnostic| {
        let at = one.primary.as_ref().map_or(0, |label| label.span.start as usize);
        (one.lint.code, unit[at..].lines().next().unwrap_or_default().to_owned(), one.fixes.len())
    };
    assert_eq!(said.iter().map(line).collect::<Vec<_>>(), vec![("E0126", "assesses: [1.2]".to_owned(), 1); 9]);
}
