//! Documents: what they hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use coursec::diag::{Warned, sort};
use coursec::lock::{self, Lock};
use coursec::model::{self, Course};
use coursec::render::{Document, Material, Rendered, render};
use coursec::source::Sources;
use coursec::target::{SCORM12, Target, WEB};
use coursec::theme::{Element, Markup, Theme};
use coursec::{activity, syntax};
use snapbox::{assert_data_eq, str};

/// The smallest course with `files` laid over it.
pub(crate) fn laid_over(files: &[(&str, &str)]) -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal");
    let own =
        ["course.yaml", "units/hand-washing.yaml"].map(|path| (path, fs::read_to_string(root.join(path)).expect("the example is there")));
    let mut all: BTreeMap<&str, &str> = own.iter().map(|(path, text)| (*path, text.as_str())).collect();
    all.extend(files.iter().copied());
    Sources::from_memory(&all.into_iter().collect::<Vec<_>>())
}

fn course(sources: &Sources) -> Course {
    let files = syntax::parse(sources);
    assert!(files.diagnostics.is_empty(), "{:#?}", files.diagnostics);
    let course = model::lower(files.output.expect("it was read"), sources);
    assert!(course.diagnostics.is_empty(), "{:#?}", course.diagnostics);
    course.output
}

/// The documents of `sources` for `target`, in a theme that `change` may still change.
pub(crate) fn made(sources: &Sources, target: &'static Target, change: impl Fn(Theme) -> Theme) -> Warned<Option<Rendered>> {
    let course = course(sources);
    let theme = Theme::load(&course, sources, None);
    let mut diagnostics = theme.diagnostics;
    let output = theme.output.and_then(|theme| {
        let theme = change(theme);
        let lock = lock::update(&course, Lock::default(), lock::Mode::Write).output.expect("a new lock");
        let delivery = activity::plan(&course, &lock);
        let material = Material { course: &course, delivery: &delivery, target, theme: &theme, sources, lock: &lock, origins: &[] };
        let rendered = render(&material, |document| document);
        diagnostics.extend(rendered.diagnostics);
        rendered.output
    });
    sort(&mut diagnostics);
    Warned { output, diagnostics }
}

/// The document of the smallest course with `files` over it, which has to be without fault.
fn document(files: &[(&str, &str)]) -> Document {
    let made = made(&laid_over(files), &SCORM12, |theme| theme);
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    made.output.expect("without fault").documents.remove(0)
}

/// The elements of `markup` that hold attribute `name` with `value`.
fn with<'a>(markup: &'a Markup, name: &'a str, value: &'a str) -> Vec<&'a Element> {
    markup.elements.iter().filter(|element| element.attribute(name) == Some(value)).collect()
}

/// What stands in `html` from `start` up to and with `end`.
fn cut<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("`{start}` is in {html}"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("`{end}` is in {html}")) + from + end.len();
    &html[from..to]
}

#[test]
fn an_item_is_a_fieldset_whose_controls_have_names() {
    let html = document(&[]).html;
    assert_data_eq!(
        cut(&html, "<fieldset class=\"item\" data-item=\"1\"", "</fieldset>"),
        str![[r##"
<fieldset class="item" data-item="1" data-type="true-false" aria-describedby="m-0-1 e-0-1">
<legend class="prompt"><p>Alcohol gel alone is enough for hands with grease on them.</p></legend>
<div class="item-margin"><p class="item-number" data-number>Question 2 of 3</p><p class="meta" id="m-0-1"><span>Criterion 1.2</span> <span data-points>1 point</span> </p></div>
<div class="item-body">

<div class="options">
<label class="option" data-part="1"><input type="radio" name="i0-1" value="1"><span class="option-mark" aria-hidden="true"><span class="if-right"><svg class="icon" aria-hidden="true"><use href="#icon-checked"/></svg></span><span class="if-wrong"><svg class="icon" aria-hidden="true"><use href="#icon-crossed"/></svg></span></span><span class="option-text">True<span class="option-result" data-result><span class="if-right">Your answer, right</span><span class="if-wrong">Your answer, not right</span><span class="if-missed">Right answer</span> <span data-answer></span></span></span></label>
<label class="option" data-part="0"><input type="radio" name="i0-1" value="0"><span class="option-mark" aria-hidden="true"><span class="if-right"><svg class="icon" aria-hidden="true"><use href="#icon-checked"/></svg></span><span class="if-wrong"><svg class="icon" aria-hidden="true"><use href="#icon-crossed"/></svg></span></span><span class="option-text">False<span class="option-result" data-result><span class="if-right">Your answer, right</span><span class="if-wrong">Your answer, not right</span><span class="if-missed">Right answer</span> <span data-answer></span></span></span></label>
</div>

<div id="e-0-1" role="status"><p class="lacking"><svg class="icon" aria-hidden="true"><use href="#icon-warn"/></svg>Choose an answer first.</p></div>
<div class="feedback-box" data-feedback role="status"></div>
<div class="actions item-actions">
<button class="button primary" type="button" data-check>Check answer</button>

<button class="button quiet" type="button" data-retry hidden><svg class="icon" aria-hidden="true"><use href="#icon-retry"/></svg>Try again</button>
<p class="again" data-again><a class="link" href="#/when-and-how" data-to="1">Read again: When and how to wash</a> </p>
</div>
<template data-feedback-for="right"><div class="feedback feedback-right"><svg class="icon" aria-hidden="true"><use href="#icon-checked"/></svg><div><p class="feedback-title" data-feedback-title>That’s right</p><div data-feedback-more></div><p>Grease shields germs from the alcohol, so soap and water come first.</p></div></div></template>
<template data-feedback-for="wrong"><div class="feedback feedback-wrong"><svg class="icon" aria-hidden="true"><use href="#icon-crossed"/></svg><div><p class="feedback-title" data-feedback-title>Not yet</p><div data-feedback-more></div><p>Grease shields germs from the alcohol. Wash with soap and water first.</p></div></div></template>
<template data-feedback-for="empty"><div class="feedback feedback-empty"><svg class="icon" aria-hidden="true"><use href="#icon-minus"/></svg><div><p class="feedback-title" data-feedback-title>Not answered</p><p>Grease shields germs from the alcohol. Wash with soap and water first.</p></div></div></template>
<template data-feedback-for="final"><div class="feedback feedback-final"><svg class="icon" aria-hidden="true"><use href="#icon-crossed"/></svg><div><p class="feedback-title" data-feedback-title>Not right</p><div data-feedback-more></div><p>Grease shields germs from the alcohol. Wash with soap and water first.</p></div></div></template>
<template data-feedback-for="partial"><div class="feedback feedback-partial"><svg class="icon" aria-hidden="true"><use href="#icon-partly"/></svg><div><p class="feedback-title" data-feedback-title>Partly right</p><div data-feedback-more></div></div></div></template>


</div>
</fieldset>
"##]]
    );
}

#[test]
fn a_document_asks_for_three_files_and_shuts_all_else_out() {
    let markup = Markup::read(&document(&[]).html);
    let asks: Vec<&str> = markup
        .elements
        .iter()
        .filter(|element| element.name != "a" && element.name != "use")
        .filter_map(|element| element.attribute("src").or_else(|| element.attribute("href")))
        .collect();
    assert_eq!(asks, ["data:,", "../assets/course.css", "../assets/course.js"]);
    let policy = with(&markup, "http-equiv", "Content-Security-Policy")[0].attribute("content");
    assert_data_eq!(
        policy.expect("it has a policy"),
        str![
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
        ]
    );
}

#[test]
fn statements_may_go_where_the_course_allows_it_and_nowhere_else() {
    let course = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nbase_iri: https://learn.example.org/x\n\
                  units: [units/hand-washing.yaml]\nxapi:\n  lrs:\n    from: [launch]\n    allowed_origins: [https://lrs.example.org]\n";
    let html = document(&[("course.yaml", course)]).html;
    assert!(html.contains("connect-src &#39;self&#39; https://lrs.example.org;"), "{}", cut(&html, "<meta http-equiv", ">"));
}

#[test]
fn hostile_titles_stay_text() {
    let hostile = "</script><!--<img src=x onerror=alert(1)> & \u{201c}q\u{201d} ' \\ {{ t }}";
    let unit = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal/units/hand-washing.yaml"));
    let unit = unit.expect("the example is there");
    let unit = unit.replace("Wash your hands so that food stays safe", &format!("'{}'", hostile.replace('\'', "''")));
    let markup = Markup::read(&document(&[("units/hand-washing.yaml", &unit)]).html);
    assert!(markup.faults.is_empty(), "{:?}", markup.faults);
    assert!(markup.elements.iter().all(|element| element.name != "img"));
    let title = markup.elements.iter().find(|element| element.name == "title").expect("it has a title");
    assert_eq!(title.text, hostile);
    let player = markup.having("data-player").next().expect("it has its data");
    let data: serde_json::Value = serde_json::from_str(&markup.elements[player].text).expect("its data is JSON");
    assert_eq!(data["title"], hostile);
}

#[test]
fn every_page_is_there_without_javascript() {
    let markup = Markup::read(&document(&[]).html);
    let pages: Vec<&str> = markup.having("data-page").filter_map(|at| markup.elements[at].attribute("id")).collect();
    assert_eq!(pages, ["/overview", "/when-and-how", "/check", "/test", "/results"]);
    for page in pages {
        let link = format!("#{page}");
        assert!(!with(&markup, "href", &link).is_empty(), "{page} has a link");
    }
}

#[test]
fn the_home_of_a_course_leads_to_its_units_where_no_lms_does() {
    let sources = laid_over(&[]);
    let web = made(&sources, &WEB, |theme| theme).output.expect("without fault");
    let home = web.home.expect("the web has a home");
    assert_eq!(home.file, "index.html");
    assert_data_eq!(
        cut(&home.html, "<ol class", "</ol>"),
        str![[r##"
<ol class="block-body rows unit-list">
<li class="unit"><div><a class="unit-link" href="units/hand-washing.html">Wash your hands so that food stays safe</a><p class="meta">1 lesson · 6 questions · About 5 minutes in all</p></div><span class="unit-go" aria-hidden="true"><svg class="icon" aria-hidden="true"><use href="#icon-arrow"/></svg></span></li>
</ol>
"##]]
    );
    assert!(web.documents[0].html.contains("<a href=\"../index.html\">Clean hands in a kitchen</a>"));
    let scorm = made(&sources, &SCORM12, |theme| theme).output.expect("without fault");
    assert!(scorm.home.is_none() && !scorm.documents[0].html.contains("index.html"));
}

#[test]
fn the_script_is_the_fragments_that_the_course_uses() {
    let only =
        "id: hand-washing\ntitle: Wash\noutcomes: []\nitems:\n  - id: q\n    type: true-false\n    prompt: Is it?\n    answer: true\n";
    let small = made(&laid_over(&[("units/hand-washing.yaml", only)]), &WEB, |theme| theme).output.expect("without fault");
    let whole = made(&laid_over(&[]), &WEB, |theme| theme).output.expect("without fault");
    let size = |rendered: &Rendered| rendered.shared["assets/course.js"].html.len();
    assert!(size(&small) < size(&whole));
    assert_eq!(small.shared.keys().collect::<Vec<_>>(), ["assets/course.css", "assets/course.js", "assets/debug.js"]);
}

#[test]
fn what_holds_for_all_criteria_is_said_once() {
    let evidence = |first: &str, second: &str| {
        let unit = format!(
            "id: u\ntitle: U\noutcomes:\n  - id: LO1\n    kind: knowledge\n    statement: S\n    criteria:\n      - {{id: 1.1, statement: A, evidence: {first}}}\n      - {{id: 1.2, statement: B, evidence: {second}}}\nlessons:\n  - {{id: l, title: L, body: Text}}\n"
        );
        let html = document(&[("units/hand-washing.yaml", &unit)]).html;
        assert!(html.contains("<p class=\"band-title\" data-resume-title>Lesson 1: L</p>"), "{html}");
        let note = cut(&html, "By the end", "</p>").replace("</p>", "");
        let rows: Vec<&str> = html.split("<p class=\"meta\">Evidence: ").skip(1).filter_map(|row| row.split("</p>").next()).collect();
        format!("{}\n{}", note.split_once(". ").expect("a rule on simulations").1, rows.join("\n"))
    };
    let cases = [
        (
            "{routes: [observation], simulation: false}",
            "{routes: [work-product], min: 2, simulation: false}",
            "A simulation does not count as evidence.\nobservation\nwork product, at least 2 pieces",
        ),
        (
            "{routes: [observation], simulation: true}",
            "{routes: [work-product], simulation: true}",
            "A simulation may be used for each of them.\nobservation\nwork product",
        ),
        (
            "{routes: [observation], simulation: true}",
            "{routes: [work-product], simulation: false}",
            "A simulation counts only where one is named.\nobservation, simulation\nwork product",
        ),
    ];
    for (first, second, expected) in cases {
        assert_eq!(evidence(first, second), expected);
    }
}

#[test]
fn what_to_read_again_names_criteria_in_the_order_of_the_lesson() {
    let unit =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal/units/hand-washing.yaml")).expect("it is there");
    // The first question of the test is on 1.2 now, the second on 1.1.
    let (practice, test) = unit.split_once("  - id: t-moments").expect("the first question of the test");
    let test = test.replacen("[1.1]", "[x]", 1).replacen("[1.2]", "[1.1]", 1).replacen("[x]", "[1.2]", 1);
    let turned = format!("{practice}  - id: t-moments{test}");
    let html = document(&[("units/hand-washing.yaml", &turned)]).html;
    assert!(html.contains("data-refs=\"1.1, 1.2\""), "{}", cut(&html, "data-weakest", "</ul>"));
}
