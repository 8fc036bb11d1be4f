//! How diagnostics look.

use coursec::diag::emit::{human, json};
use coursec::diag::{Diagnostic, Edit, Lint, Severity, Span};
use coursec::source::Sources;
use snapbox::str;

static LINT: Lint = Lint { code: "E0201", name: "undefined-criterion", severity: Severity::Error, docs: "", wrong: &[], right: &[] };

const UNIT: &str = "id: é\noutcomes:\n  - id: LO1\n    criteria:\n      - id: 1.3\n        statement: x\n        range: []\n\n\n\nlessons:\n  - id: a\n    teaches: [LO1, 1.4]\n";

fn sources() -> Sources {
    Sources::from_memory(&[("units/a.yaml", UNIT)])
}

/// The place of `words` in the unit.
fn at(sources: &Sources, words: &str) -> Span {
    let start = UNIT.find(words).expect("the words are there");
    Span::new(sources.text("units/a.yaml").expect("the unit is there"), start, start + words.len())
}

fn undefined(sources: &Sources) -> Diagnostic {
    Diagnostic::new(&LINT, "criterion `1.4` is not defined in unit `a`")
        .at(at(sources, "1.4"), "not found")
        .related(at(sources, "1.3"), "a criterion with a similar id")
        .help("did you mean `1.3`?")
        .fix("write `1.3`", vec![Edit { span: at(sources, "1.4"), replacement: "1.3".to_owned() }])
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn people_see_the_line_the_place_and_the_next_action() {
    let sources = sources();
    snapbox::assert_data_eq!(
        plain(&human(&[undefined(&sources)], &sources)),
        str![[r#"
error[E0201]: criterion `1.4` is not defined in unit `a`
  --> units/a.yaml:13:20
   |
13 |     teaches: [LO1, 1.4]
   |                    ^^^ not found
  ::: units/a.yaml:5:13
   |
 5 |       - id: 1.3
   |             --- a criterion with a similar id
   |
   = help: did you mean `1.3`?
   = for more: coursec explain E0201


"#]]
    );
}

#[test]
fn near_places_share_a_piece_of_source() {
    let sources = sources();
    let diagnostic = Diagnostic::new(&LINT, "two things").at(at(&sources, "1.3"), "").related(at(&sources, "LO1"), "near");
    snapbox::assert_data_eq!(
        plain(&human(&[diagnostic], &sources)),
        str![[r#"
error[E0201]: two things
 --> units/a.yaml:5:13
  |
3 |   - id: LO1
  |         --- near
4 |     criteria:
5 |       - id: 1.3
  |             ^^^
  |
  = for more: coursec explain E0201


"#]]
    );
}

#[test]
fn programs_get_an_object_a_line() {
    let sources = Sources::shown_in(sources(), "course-src/x/");
    snapbox::assert_data_eq!(
        json(&[undefined(&sources)], &sources),
        str![[r#"
{"code":"E0201","name":"undefined-criterion","severity":"error","message":"criterion `1.4` is not defined in unit `a`","spans":[{"primary":true,"file":"course-src/x/units/a.yaml","start":{"byte":139,"line":13,"column":20},"end":{"byte":142,"line":13,"column":23},"label":"not found"},{"primary":false,"file":"course-src/x/units/a.yaml","start":{"byte":55,"line":5,"column":13},"end":{"byte":58,"line":5,"column":16},"label":"a criterion with a similar id"}],"help":["did you mean `1.3`?"],"fixes":[{"title":"write `1.3`","edits":[{"file":"course-src/x/units/a.yaml","start":{"byte":139,"line":13,"column":20},"end":{"byte":142,"line":13,"column":23},"replacement":"1.3"}]}]}

"#]]
    );
}

#[test]
fn places_outside_the_text_are_pulled_into_it() {
    let sources = sources();
    let span = Span { start: 5, end: 9999, ..at(&sources, "1.3") };
    let text = human(&[Diagnostic::new(&LINT, "far\u{1b}[31m").at(span, "here")], &sources);
    assert!(!plain(&text).contains('\u{1b}'));
    assert!(json(&[Diagnostic::new(&LINT, "none")], &sources).contains("\"spans\":[]"));
}
