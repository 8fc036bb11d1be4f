//! A mistake in a text is shown at its very characters, however the text is written down.

use coursec::diag::Diagnostic;
use coursec::diag::emit::{human, json};
use coursec::source::Sources;
use coursec::{model, syntax};

/// A course with one lesson, whose text is in `lesson`.
const COURSE: &str = "coursec: 1\nid: hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nmeta: {image: media/tap.svg}\nbase_iri: https://learn.example.org/hands\nunits: [units/a.yaml]\n";

/// The unit before and after its lesson.
const BEFORE: &str = "id: a\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria:\n      - id: 1.1\n        statement: wash hands in a way that removes germs\nlessons:\n";
const AFTER: &str = "assessments: [{id: test, title: Test, purpose: summative, items: [t-dry]}]\nitems:\n  - id: t-dry\n    type: true-false\n    prompt: Dry hands pass on fewer germs than wet hands.\n    assesses: [LO1, 1.1]\n    answer: true\n";

/// A way to write a text: what stands around one of its lines, and whether that line begins a block.
struct Form {
    name: &'static str,
    before: &'static str,
    after: &'static str,
    block: bool,
}

const fn form(name: &'static str, before: &'static str, after: &'static str, block: bool) -> Form {
    Form { name, before, after, block }
}

const ENTRY: &str = "  - id: how\n    title: How\n    teaches: [LO1, 1.1]\n";

/// Every way that YAML has.
const FORMS: [Form; 15] = [
    form("a file", "", "\n", true),
    form("a file after white space", "Intro, 漢字 🧼.\n\n\n", "", true),
    form("literal", "    body: |\n      Intro, 漢字 🧼.\n\n      ", "\n", true),
    form("literal, stripped", "    body: |-\n      ", "\n", true),
    form("literal, kept", "    body: |+\n      - one\n        two\n\n      ", "\n\n\n", true),
    form("literal, indented", "    body: |2-\n          code\n\n      ", "\n", true),
    form("folded", "    body: >\n      Intro\n      goes on\n\n\n      ", "\n", true),
    form("folded, deeper lines", "    body: >-\n      Intro\n\n        - deeper\n        - lines\n\n      ", "\n", true),
    form("double quotes", "    body: \"Intro \\u00e9\\x41 \\\"so\\\".\\n\\n", "\"\n", true),
    form("double quotes, lines", "    body: \"Intro\n      goes on.\n\n\n      ", "\n\n      to the end\"\n", true),
    form("double quotes, a line continued", "    body: \"Intro, \\\n      and ", "\"\n", false),
    form("single quotes", "    body: 'It''s ", " it''s'\n", false),
    form("single quotes, lines", "    body: 'It''s\n      so.\n\n\n      ", "\n\n      It''s.'\n", true),
    form("plain", "    body: Intro, ", "\n", false),
    form("plain, lines", "    body:\n      Intro\n      goes on.\n\n      Then ", "\n      and ends # a note\n", false),
];

/// A line of a text, the token in it that is wrong, the code, and whether it begins a block.
const MISTAKES: [(&str, &str, &str, bool); 12] = [
    ("read [the guide](guide.html) now", "guide.html", "E0403", false),
    ("read [guide.html](guide.html 'guide.html') now", "guide.html", "E0403", false),
    ("say `{lang=x y}` *[a]{lang=fr}* and [bonjour]{lang=x y} now", "{lang=x y}", "E0409", false),
    ("wash <u>well</u> now", "<u>", "E0401", false),
    ("see ![a tap](https://x.org/tap.svg) now", "https://x.org/tap.svg", "E0404", false),
    ("see ![](media/tap.svg) now", "![](media/tap.svg)", "E0405", false),
    ("go to [the lesson](lesson:nowhere) now", "lesson:nowhere", "E0201", false),
    ("# How", "# How", "E0402", true),
    ("> [!HINT] HINT", "HINT", "E0407", true),
    ("- one\n- [two](two.html)", "two.html", "E0403", true),
    ("- one\n  - two\n    - <u>three</u>", "<u>", "E0401", true),
    ("Table: T\n\n| a | b |\n|---|---|\n| c | [d](d.html) |", "d.html", "E0403", true),
];

/// What stands before the mistake in its line: nothing, wide and joined characters, a tab.
const LEADS: [&str; 3] = ["", "漢字 🧼 e\u{301} ﷽ ", "a\tb\t"];

/// A place as people count: byte in the file, line and column from 1.
fn place(file: &str, byte: usize) -> (usize, usize, usize) {
    let before = &file[..byte];
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    (byte, before.matches('\n').count() + 1, before[line..].chars().count() + 1)
}

/// The sources with a lesson in `form`, the path of the file that holds it, and the byte in it where `text` begins.
fn written(form: &Form, text: &str, ends: &str, mark: &str) -> (String, String, &'static str, usize) {
    let indent = if form.name.starts_with("a file") { "" } else { "      " };
    // A break in quotes is an empty line more, as YAML folds.
    let folds = form.name.contains("quotes") || form.name.starts_with("folded");
    let text = text.replace('\n', &format!("{}{indent}", if folds { "\n\n" } else { "\n" })).replace("\n      \n", "\n\n");
    let text = if form.name.starts_with("single") { text.replace('\'', "''") } else { text };
    let crlf = |text: String| format!("{mark}{}", text.replace('\n', ends));
    let (unit, lesson, path, before) = if indent.is_empty() {
        let unit = format!("{BEFORE}{ENTRY}    body_file: lessons/how.md\n{AFTER}");
        (unit, format!("{}{text}{}", form.before, form.after), "lessons/how.md", form.before.to_owned())
    } else {
        let before = format!("{BEFORE}{ENTRY}{}", form.before);
        (format!("{before}{text}{}{AFTER}", form.after), String::new(), "units/a.yaml", before)
    };
    (crlf(unit), crlf(lesson), path, crlf(before).len())
}

fn said(unit: &str, lesson: &str) -> (Sources, Vec<Diagnostic>) {
    let files = [("course.yaml", COURSE), ("media/tap.svg", "<svg/>"), ("units/a.yaml", unit), ("lessons/how.md", lesson)];
    let sources = Sources::from_memory(&files[..if lesson.is_empty() { 3 } else { 4 }]);
    let mut parsed = syntax::parse(&sources);
    parsed.diagnostics.extend(model::lower(parsed.output.expect("the course can be read"), &sources).diagnostics);
    // That a plain text loses its lines is told beside what is looked at here.
    parsed.diagnostics.retain(|one| !["W0120", "W0122"].contains(&one.lint.code));
    (sources, parsed.diagnostics)
}

#[test]
fn every_mistake_is_shown_at_its_characters_in_every_form() {
    let mut faults = Vec::new();
    for form in &FORMS {
        for (text, token, code, block) in MISTAKES.iter().filter(|(.., block)| form.block || !block) {
            // Folding and quotes join the lines of a table; a list needs none of its lines.
            if text.contains('\n') && !(form.name.starts_with("a file") || form.name.starts_with("literal")) {
                continue;
            }
            for lead in LEADS.iter().filter(|lead| !block || lead.is_empty()) {
                for (ends, mark) in [("\n", ""), ("\r\n", ""), ("\n", "\u{feff}"), ("\r\n", "\u{feff}")] {
                    let what = format!("{}, {text:?} after {lead:?}, {ends:?} {mark:?}", form.name);
                    faults
                        .extend(fault(form, &format!("{lead}{text}"), (token, code), (ends, mark)).map(|fault| format!("{what}: {fault}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults, such as\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
}

/// What is wrong with how the mistake is told, if something is.
fn fault(form: &Form, text: &str, (token, code): (&str, &str), (ends, mark): (&str, &str)) -> Option<String> {
    let (unit, lesson, path, start) = written(form, text, ends, mark);
    let file = if path == "units/a.yaml" { &unit } else { &lesson };
    let (sources, found) = said(&unit, &lesson);
    let [one] = found.as_slice() else { return Some(format!("said {:?}", found.iter().map(|one| &one.message).collect::<Vec<_>>())) };
    if one.lint.code != code {
        return Some(format!("said {}", one.message));
    }
    // The mistake is the last place of its token but for a callout's name, which is the first.
    let rest = &file[start..];
    let rest = &rest[..rest.find(AFTER).unwrap_or(rest.len())];
    let at = match token {
        "HINT" => rest.find(token),
        "guide.html" => rest.find("](guide.html").map(|at| at + 2),
        _ => rest.rfind(token),
    };
    let at = start + at.expect("the token is there");
    let (from, to) = (place(file, at), place(file, at + token.len()));
    let mark_bytes = |column: usize, line: usize| if line == 1 { column - mark.chars().count() } else { column };
    let point = |(byte, line, column): (usize, usize, usize)| {
        format!("{{\"byte\":{byte},\"line\":{line},\"column\":{}}}", mark_bytes(column, line))
    };
    let json = json(&found, &sources);
    let expected = format!("\"primary\":true,\"file\":\"{path}\",\"start\":{},\"end\":{}", point(from), point(to));
    if !json.contains(&expected) {
        return Some(format!("expected {expected} in {json}"));
    }
    let human = anstream::adapter::strip_str(&human(&found, &sources)).to_string();
    let arrow = format!("--> {path}:{}:{}\n", from.1, mark_bytes(from.2, from.1));
    (!human.contains(&arrow)).then(|| format!("expected {arrow} in {human}"))
}

#[test]
fn a_mend_mends_in_every_form() {
    for form in &FORMS {
        for (text, from) in [("wash <u>well</u> now", "<u>"), ("# How", "# How")] {
            if text.starts_with('#') && !form.block {
                continue;
            }
            let (unit, lesson, path, _) = written(form, text, "\n", "");
            let (_, found) = said(&unit, &lesson);
            assert_eq!(found.len(), 1, "{}: {from}", form.name);
            let mut file = if path == "units/a.yaml" { unit.clone() } else { lesson.clone() };
            let mut edits: Vec<_> = found[0].fixes[0].edits.iter().collect();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
            for edit in edits {
                file.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.replacement);
            }
            let (unit, lesson) = if path == "units/a.yaml" { (file, lesson) } else { (unit, file) };
            let messages: Vec<String> = said(&unit, &lesson).1.into_iter().map(|one| one.message).collect();
            assert!(messages.is_empty(), "{}: {messages:?} in\n{unit}{lesson}", form.name);
        }
    }
}

#[test]
fn what_goes_over_lines_is_shown_whole() {
    for (body, from, to) in [
        ("    body: >\n      read ![a tap\n      that runs](tap.svg) now\n", "tap.svg)", "tap.svg"),
        ("    body: \"see ![](media/\\u0074ap.svg)\"\n", "![](", "![](media/\\u0074ap.svg)"),
        ("    body: \"see [x]{lang=\\u0021}\"\n", "{lang", "{lang=\\u0021}"),
        ("    body: |\n      wash <u\n      title=x>well</u>\n", "<u", "<u\n      title=x>"),
    ] {
        let unit = format!("{BEFORE}{ENTRY}{body}{AFTER}");
        let (_, found) = said(&unit, "");
        let span = found.first().and_then(|one| one.primary.as_ref()).expect("it is told at a place").span;
        let start = unit.find(from).expect("the token is there");
        assert_eq!(&unit[span.start as usize..span.end as usize], to, "{body}");
        assert_eq!(span.start as usize, start, "{body}");
    }
}
