//! How diagnostics look.

use coursec::diag::emit::{Junit, Sarif, github, human, json};
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
{"code":"E0201","name":"undefined-criterion","severity":"error","message":"criterion `1.4` is not defined in unit `a`","spans":[{"primary":true,"file":"course-src/x/units/a.yaml","start":{"byte":139,"line":13,"column":20},"end":{"byte":142,"line":13,"column":23},"label":"not found"},{"primary":false,"file":"course-src/x/units/a.yaml","start":{"byte":55,"line":5,"column":13},"end":{"byte":58,"line":5,"column":16},"label":"a criterion with a similar id"}],"help":["did you mean `1.3`?"],"fixes":[{"title":"write `1.3`","certain":true,"edits":[{"file":"course-src/x/units/a.yaml","start":{"byte":139,"line":13,"column":20},"end":{"byte":142,"line":13,"column":23},"replacement":"1.3"}]}]}

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

#[test]
fn github_gets_commands() {
    let sources = sources();
    let wide = Diagnostic::new(&LINT, "from here\nto there: 100%").at(Span { end: 80, ..at(&sources, "LO1") }, "");
    let mut all = vec![undefined(&sources), wide, Diagnostic::new(&LINT, "nowhere")];
    all[2].severity = Severity::Note;
    snapbox::assert_data_eq!(
        github(&all, &sources),
        str![[r#"
::error file=units/a.yaml,line=13,endLine=13,col=20,endColumn=23,title=E0201 undefined-criterion::criterion `1.4` is not defined in unit `a`%0Ahelp: did you mean `1.3`?
::error file=units/a.yaml,line=3,endLine=7,title=E0201 undefined-criterion::from here%0Ato there: 100%25
::notice title=E0201 undefined-criterion::nowhere

"#]]
    );
}

#[test]
#[allow(clippy::too_many_lines, reason = "the whole log is shown")]
fn sarif_is_one_log() {
    let sources = Sources::shown_in(sources(), "course src/");
    let mut sarif = Sarif::default();
    sarif.add(&[undefined(&sources)], &sources);
    sarif.add(&[Diagnostic::new(&LINT, "nowhere")], &sources);
    snapbox::assert_data_eq!(
        sarif.document(),
        str![[r#"
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "coursec",
          "version": "0.1.0",
          "semanticVersion": "0.1.0",
          "rules": [
            {
              "id": "E0201",
              "name": "undefined-criterion",
              "shortDescription": {
                "text": "undefined criterion"
              },
              "fullDescription": {
                "text": ""
              },
              "help": {
                "text": "/n/nFor more: coursec explain E0201",
                "markdown": "/n/nFor more: `coursec explain E0201`"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "E0201",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "criterion `1.4` is not defined in unit `a`/nhelp: did you mean `1.3`?"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "course%20src/units/a.yaml"
                },
                "region": {
                  "startLine": 13,
                  "startColumn": 20,
                  "endLine": 13,
                  "endColumn": 23,
                  "byteOffset": 139,
                  "byteLength": 3
                }
              },
              "message": {
                "text": "not found"
              }
            }
          ],
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "course%20src/units/a.yaml"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 13,
                  "endLine": 5,
                  "endColumn": 16,
                  "byteOffset": 55,
                  "byteLength": 3
                }
              },
              "message": {
                "text": "a criterion with a similar id"
              }
            }
          ],
          "fixes": [
            {
              "description": {
                "text": "write `1.3`"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "course%20src/units/a.yaml"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 13,
                        "startColumn": 20,
                        "endLine": 13,
                        "endColumn": 23,
                        "byteOffset": 139,
                        "byteLength": 3
                      },
                      "insertedContent": {
                        "text": "1.3"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        },
        {
          "ruleId": "E0201",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "nowhere"
          },
          "locations": []
        }
      ]
    }
  ]
}

"#]]
    );
}

#[test]
fn junit_is_one_report() {
    let sources = sources();
    let mut junit = Junit::default();
    let mut mild = Diagnostic::new(&LINT, "a \"note\" & <more>\u{1b}");
    mild.severity = Severity::Warning;
    junit.add("one", &[undefined(&sources), mild], &sources, &|one| one.severity == Severity::Error);
    junit.add("two", &[], &sources, &|_| true);
    let report = junit.document();
    roxmltree::Document::parse(&report).expect("it is XML");
    snapbox::assert_data_eq!(
        report,
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="coursec" tests="3" failures="1" errors="0" time="0">
  <testsuite name="one" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="E0201 undefined-criterion at 13:20" classname="units/a.yaml" time="0">
      <failure type="E0201" message="criterion `1.4` is not defined in unit `a`">error[E0201]: criterion `1.4` is not defined in unit `a`
  --&gt; units/a.yaml:13:20
   |
13 |     teaches: [LO1, 1.4]
   |                    ^^^ not found
  ::: units/a.yaml:5:13
   |
 5 |       - id: 1.3
   |             --- a criterion with a similar id
   |
   = help: did you mean `1.3`?
   = for more: coursec explain E0201</failure>
    </testcase>
    <testcase name="E0201 undefined-criterion" classname="coursec" time="0">
      <system-out>warning[E0201]: a &quot;note&quot; &amp; &lt;more&gt;␛
 |
 = for more: coursec explain E0201</system-out>
    </testcase>
  </testsuite>
  <testsuite name="two" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="no mistakes" classname="coursec" time="0"/>
  </testsuite>
</testsuites>

"#]]
    );
}

/// Columns are characters, whatever their width; a byte order mark counts in bytes alone; a line ends with its line feed.
#[test]
fn every_format_counts_places_the_same_way() {
    const TEXT: &str = "\u{feff}title: x\r\n\tname:\t\u{65e5}\u{672c} \u{1f9fc} e\u{301} word here\r\nlast: y\r\n";
    for (words, byte, line, column) in
        [("title", 3, 1, 1), ("x", 10, 1, 8), ("\u{1f9fc}", 27, 2, 11), ("word", 36, 2, 16), ("last", 47, 3, 1)]
    {
        let sources = Sources::from_memory(&[("units/a.yaml", TEXT)]);
        let content = &TEXT['\u{feff}'.len_utf8()..];
        let start = content.find(words).expect("the words are there");
        let span = Span::new(sources.text("units/a.yaml").expect("it is there"), start, start + words.len());
        let diagnostics = [Diagnostic::new(&LINT, "here").at(span, "")];
        let end = column + words.chars().count();

        let object: serde_json::Value = serde_json::from_str(&json(&diagnostics, &sources)).expect("it is JSON");
        let place = |of: &str| ["byte", "line", "column"].map(|key| object["spans"][0][of][key].as_u64().expect("a number"));
        let as_u64 = |number: usize| u64::try_from(number).expect("it is small");
        assert_eq!(place("start"), [byte, line, column].map(as_u64), "{words}");
        assert_eq!(place("end"), [byte + words.len(), line, end].map(as_u64), "{words}");
        assert_eq!(TEXT.find(words), Some(byte), "the byte is that of the file as it is on disk");

        let text = plain(&human(&diagnostics, &sources));
        assert!(text.contains(&format!("--> units/a.yaml:{line}:{column}\n")), "{text}");
        let command = github(&diagnostics, &sources);
        assert!(command.contains(&format!(",line={line},endLine={line},col={column},endColumn={end},")), "{command}");
        let mut sarif = Sarif::default();
        sarif.add(&diagnostics, &sources);
        let log: serde_json::Value = serde_json::from_str(&sarif.document()).expect("it is JSON");
        assert_eq!(
            log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"],
            serde_json::json!({"startLine": line, "startColumn": column, "endLine": line, "endColumn": end, "byteOffset": byte, "byteLength": words.len()})
        );
    }
}
