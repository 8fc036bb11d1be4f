//! Themes: what a course may change of one, and what is said of a template, a word or a style that leaves something out.

use std::fs;
use std::path::Path;

use coursec::diag::emit::human;
use coursec::target::{SCORM12, WEB};
use coursec::theme::{Markup, Theme, contract};
use snapbox::{assert_data_eq, str};

use crate::render::{laid_over, made};

/// What is said where `files` are laid over the smallest course.
fn said(files: &[(&str, &str)]) -> String {
    let sources = laid_over(files);
    let made = made(&sources, &SCORM12, |theme| theme);
    anstream::adapter::strip_str(&human(&made.diagnostics, &sources)).to_string()
}

/// The template of the default theme called `name`.
fn template(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(name);
    fs::read_to_string(path).expect("the template is there")
}

/// A brand's colour for the day, and its own for the dark.
const BRAND: &str = ":root { --accent: #004080; }\n@media (prefers-color-scheme: dark) { :root { --accent: #9CC4F0; } }\n";

#[test]
fn a_course_lays_templates_words_and_style_over_the_theme() {
    let lesson = template("section/lesson.html").replace("<div class=\"lesson\">", "<div class=\"lesson ours\">");
    let files = [
        ("theme/section/lesson.html", lesson.as_str()),
        ("theme/messages/en.yaml", "page:\n  next: Onward\n"),
        ("theme/css/brand.css", BRAND),
    ];
    let made = made(&laid_over(&files), &SCORM12, |theme| theme);
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let rendered = made.output.expect("without fault");
    let html = &rendered.documents[0].html;
    assert!(html.contains("class=\"lesson ours\"") && html.contains("Onward") && !html.contains(">Next"));
    let css = &rendered.shared["assets/course.css"].html;
    let (_, chosen) = css.split_once(BRAND).expect("the brand's style comes last but for what learners choose");
    for (choice, accent) in [("light", "#004080"), ("dark", "#9CC4F0")] {
        let rule = chosen.lines().find(|line| line.starts_with(&format!(":root[data-scheme={choice}]"))).expect("each choice has a rule");
        assert!(rule.contains(&format!("--accent:{accent};")), "{rule}");
    }
}

#[test]
fn a_template_that_loses_an_answer_is_named() {
    let choice = template("item/choice.html").replace(" name=\"{{ item.name }}\"", "");
    assert_data_eq!(
        said(&[("theme/item/choice.html", &choice)]),
        str![[r#"
error[E0510]: template `item/choice.html` makes no `[name="i0-0"][value="0"]`
 --> theme/item/choice.html:1:1
  |
1 | {% extends "item/frame.html" %}
  | ^
  |
  = help: add it: an answer is given with it
  = for more: coursec explain E0510


"#]]
    );
}

#[test]
fn a_page_without_its_end_is_named() {
    let lesson = template("section/lesson.html").replace("<p class=\"end\" data-end></p>", "").replace(" tabindex=\"-1\"", "");
    assert_data_eq!(
        said(&[("theme/section/lesson.html", &lesson)]),
        str![[r#"
error[E0510]: template `section/lesson.html` makes no `[data-end]`
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: add it: the page is read when it was on screen
  = for more: coursec explain E0510

error[E0510]: template `section/lesson.html` makes no `h1[tabindex="-1"]`
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: add it: focus goes there when the page is opened
  = for more: coursec explain E0510


"#]]
    );
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_shown() {
    let lesson = template("section/lesson.html").replace("page.title", "page.titel");
    assert_data_eq!(
        said(&[("theme/section/lesson.html", &lesson)]),
        str![[r#"
error[E0502]: template `section/lesson.html` cannot be used
 --> theme/section/lesson.html:4:45
  |
4 | <h1 tabindex="-1" id="h-{{ page.slot }}">{{ page.titel | whole }}</h1>
  |                                             ^^^^ Invalid type for the value, expected `&str` but got `undefined`
  |
  = help: compare it with the default theme's `section/lesson.html`, or remove it from `theme/`
  = for more: coursec explain E0502


"#]]
    );
}

#[test]
fn a_word_that_is_not_there_is_shown() {
    let lesson = template("section/lesson.html").replace("key=\"lesson-of\"", "key=\"leson-of\"");
    assert_data_eq!(
        said(&[("theme/section/lesson.html", &lesson)]),
        str![[r#"
error[E0502]: template `section/lesson.html` cannot be used
 --> theme/section/lesson.html:3:23
  |
3 | <p class="eyebrow">{{ t(key="leson-of", page=lesson.number, total=lesson.total) }}</p>
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no message has the key `leson-of`
  |
  = help: compare it with the default theme's `section/lesson.html`, or remove it from `theme/`
  = for more: coursec explain E0502


"#]]
    );
    assert_data_eq!(
        said(&[("theme/messages/en.yaml", "page:\n  strat: Begin\n")]),
        str![[r#"
error[E0503]: no word of the theme has the key `page.strat`
 --> theme/messages/en.yaml:2:3
  |
2 |   strat: Begin
  |   ^^^^^
  |
  = help: did you mean `start`?
  = for more: coursec explain E0503


"#]]
    );
}

#[test]
fn style_and_code_between_the_lines_are_refused() {
    let lesson = template("section/lesson.html").replace(
        "<div class=\"lesson\">",
        "<div class=\"lesson\" style=\"x\" onclick=\"y\"><img src=\"https://example.org/a.png\" alt=\"\">",
    );
    assert_data_eq!(
        said(&[("theme/section/lesson.html", &lesson)]),
        str![[r#"
error[E0511]: template `section/lesson.html` makes `src="https://example.org/a.png"` on `<img>`, which is outside the package
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: put the file into `media/` and lead there
  = for more: coursec explain E0511

error[E0511]: template `section/lesson.html` makes an attribute `onclick` on `<div>`
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: code belongs into the run-time, and style into a file `theme/css/<name>.css`
  = for more: coursec explain E0511

error[E0511]: template `section/lesson.html` makes an attribute `style` on `<div>`
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: code belongs into the run-time, and style into a file `theme/css/<name>.css`
  = for more: coursec explain E0511


"#]]
    );
}

#[test]
fn two_elements_with_one_id_are_refused() {
    let lesson = template("section/lesson.html").replace("<div class=\"lesson\">", "<div class=\"lesson\" id=\"main\">");
    assert_data_eq!(
        said(&[("theme/section/lesson.html", &lesson)]),
        str![[r#"
error[E0510]: template `section/lesson.html` makes two elements with the id `main`
 --> theme/section/lesson.html:1:1
  |
1 | <section class="page" data-page="{{ page.slot }}" id="{{ page.address }}" aria-labelledby="h-{{ page.slot }}">
  | ^
  |
  = help: give each element an id of its own: links and labels find them by it
  = for more: coursec explain E0510


"#]]
    );
}

#[test]
fn a_template_that_never_stops_writing_is_stopped() {
    let line = "{% for a in range(end=10000) %}{% for b in range(end=10000) %}0123456789{% endfor %}{% endfor %}";
    assert_data_eq!(
        said(&[("theme/section/lesson.html", line)]),
        str![[r#"
error[E0512]: template `section/lesson.html` makes more than 8 MiB
 --> theme/section/lesson.html:1:1
  |
1 | {% for a in range(end=10000) %}{% for b in range(end=10000) %}0123456789{% endfor %}{% endfor %}
  | ^
  |
  = help: look for a loop that repeats what it should not
  = for more: coursec explain E0512


"#]]
    );
}

#[test]
fn a_theme_of_another_character_has_every_sheet_of_the_default_one() {
    let sheets = |theme: &str| -> Vec<String> {
        let manifest =
            std::fs::read_to_string(format!("{}/themes/{theme}/theme.yaml", env!("CARGO_MANIFEST_DIR"))).expect("it is in the repository");
        manifest
            .lines()
            .filter_map(|line| line.trim().strip_prefix("- css/"))
            .filter(|sheet| *sheet != "workshop.css")
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(sheets("workshop"), sheets("default"));
}

#[test]
fn style_sheets_hold_whole_rules_and_nothing_else() {
    for theme in ["default", "workshop"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes").join(theme).join("css");
        for entry in fs::read_dir(folder).expect("it is in the repository") {
            let path = entry.expect("it can be read").path();
            let css = fs::read_to_string(&path).expect("it is a text");
            assert_eq!(css.matches('{').count(), css.matches('}').count(), "{}", path.display());
            let strange = css.lines().find(|line| line.trim_start().starts_with(['<', '=', '>']));
            assert_eq!(strange, None, "{}", path.display());
        }
    }
}

#[test]
fn what_is_explained_of_themes_can_be_seen() {
    for lint in coursec::theme::rules::RULES.iter().filter(|lint| !lint.wrong.is_empty()) {
        let wrong = said(lint.wrong);
        assert!(wrong.contains(&format!("[{}]", lint.code)), "{}: {wrong}", lint.code);
        assert_eq!(said(lint.right), "", "{}", lint.code);
    }
}

#[test]
fn every_hook_is_in_the_contract() {
    let contract_page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/runtime-contract.md")).expect("it is there");
    for (selector, _) in contract::hooks() {
        for name in selector.split(['[', ']', '=', '"']).filter(|name| name.starts_with("data-")) {
            assert!(contract_page.contains(name), "docs/runtime-contract.md says nothing of `{name}`");
        }
    }
}

/// A course whose authors use no letters, so that every letter on its pages is the theme's.
const LETTERLESS: &str = r"id: u
title: '1'
identity: {number: '2', uan: '3', level: '4', credit: '5', glh: '6'}
synopsis: '7'
outcomes:
  - id: LO1
    kind: knowledge
    statement: '8'
    criteria:
      - id: 1.1
        statement: '9'
        range: ['10', '11']
        evidence: {routes: [observation, work-product], min: 2, simulation: true}
marking_points:
  - {id: mp, stem: check-that, text: '12', for: [1.1]}
key_concepts:
  - {id: kc, term: '13', explanation: '14'}
key_terms:
  - {id: kt, term: '15', definition: '16'}
misconceptions:
  - {id: mc, claim: '17', correction: '18'}
faq:
  - {id: fq, question: '19', answer: '20'}
common_mistakes:
  - {id: cm, text: '21', for: [1.1]}
key_skills:
  - {id: ks, text: '22'}
lessons:
  - id: l
    title: '23'
    teaches: [1.1]
    duration: PT5M
    body: |
      24 [25](term:kt)

      > [!NOTE]
      > 26

      Table: 26

      | 27 | 28 |
      |----|----|
      | 29 | 30 |

      31[^1]

      [^1]: 32
assessments:
  - {id: a, title: '33', purpose: formative, items: [q, r]}
  - {id: b, title: '34', purpose: summative, items: [s], attempts: 3}
items:
  - id: q
    type: choice
    prompt: '35'
    assesses: [1.1]
    options:
      - {id: x, text: '36', correct: true, feedback: '37'}
      - {id: y, text: '38', misconception: mc}
    hint: '39'
    feedback: {correct: '40', incorrect: '41'}
  - {id: r, type: fill-in, prompt: '42 [[g]]', assesses: [LO1], answers: {g: ['43']}}
  - {id: s, type: true-false, prompt: '44', answer: true, assesses: [1.1]}
  - {id: p, type: fill-in, prompt: '45', answers: ['46']}
";

#[test]
fn every_word_on_a_page_is_in_the_messages() {
    let course = "coursec: 1\nid: c\nversion: 1.0.0\nlang: en\ntitle: '100'\ndescription: '101'\nunits: [units/hand-washing.yaml]\nqualification:\n  title: '102'\n  \
                  awarding_body: '103'\n  level: 3\n  size: {tqt: 1, glh: 2, credits: 3}\n  overview: '104'\n  guidance:\n    - {id: g, text: '105', applies_to: '106'}\n  \
                  prerequisites:\n    - {id: p, text: '107'}\n";
    let sources = laid_over(&[("course.yaml", course), ("units/hand-washing.yaml", LETTERLESS)]);
    let made = made(&sources, &WEB, Theme::marked);
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let rendered = made.output.expect("without fault");
    for document in rendered.home.iter().chain(&rendered.documents) {
        let markup = Markup::read(&document.html);
        for element in markup.elements.iter().filter(|element| element.name != "script") {
            let attributes =
                ["aria-label", "alt", "title", "placeholder", "aria-description"].iter().filter_map(|name| element.attribute(name));
            for text in attributes.chain([element.text.as_str()]) {
                assert_eq!(unmarked(text), "", "`{text}` in `<{}>` of {}", element.name, document.file);
            }
        }
        for at in markup.having("data-player") {
            let data: serde_json::Value = serde_json::from_str(&markup.elements[at].text).expect("its data is JSON");
            for message in data["messages"].as_object().expect("messages").values().flat_map(forms) {
                assert_eq!(unmarked(&message), "", "{message}");
            }
            for title in data["pages"].as_array().expect("pages").iter().map(|page| page["title"].as_str().expect("a title")) {
                assert_eq!(unmarked(title), "", "{title}");
            }
        }
    }
}

/// The texts of a message.
fn forms(message: &serde_json::Value) -> Vec<String> {
    let texts = message.as_object().map_or_else(|| vec![message], |forms| forms.values().collect());
    texts.into_iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// The letters of `text` that are neither between marks nor in an id that an author gave.
fn unmarked(text: &str) -> String {
    let mut depth = 0;
    let mut left = String::new();
    for c in text.replace("LO1", "").chars() {
        match c {
            '\u{27e6}' => depth += 1,
            '\u{27e7}' => depth -= 1,
            c if depth == 0 && c.is_alphabetic() => left.push(c),
            _ => {}
        }
    }
    left
}
