//! What YAML does to prose, one slip at a time: told once, where it is, with the replacement; and mended by its fix.

use std::fmt::Write as _;

use coursec::diag::{Diagnostic, Severity};
use coursec::source::Sources;
use coursec::{Options, check};
use snapbox::str;

const COURSE: &str = include_str!("../../examples/minimal/course.yaml");
const UNIT: &str = include_str!("../../examples/minimal/units/hand-washing.yaml");

/// What is written in the unit, and what stands there with a slip.
const SLIPS: &[(&str, &str)] = &[
    ("  - id: LO1\n    statement", "  - id: LO1\n	statement"),
    ("prompt: 'Name", "prompt: \"Name"),
    ("prompt: Alcohol gel alone", "prompt: 'Gel' alone"),
    ("prompt: Alcohol gel", "prompt: 'don't"),
    ("prompt: Alcohol gel alone", "prompt: \"a\\gel\" # alone"),
    ("prompt: Alcohol gel alone", "prompt: \"手é\\gel\" # alone"),
    ("    body: |\n", "    body:\n"),
    ("    statement: keep", "   statement: keep"),
    ("    statement: keep", "      statement: keep"),
    ("  - id: q-gel", "  -id: q-gel"),
    ("type: true-false", "type:true-false"),
    ("      1. Wet your", "    1. Wet your"),
    ("q-gel, q-seconds]", "q-gel, q-seconds"),
    ("Alcohol gel", "You have: gel"),
    ("Alcohol gel", "“Gel: no”  # so"),
    ("Alcohol gel", "Alcohol #1 gel"),
    ("Alcohol gel", "Alcohol # gel"),
    ("Alcohol gel", "#1 gel"),
    ("Alcohol gel", "Alcohol  # gel"),
    ("assesses: [1.2]", "assesses: [1.2] # gel"),
    ("Alcohol", "**Alcohol**"),
    ("Alcohol", "@Alcohol"),
    ("Alcohol", "- gel"),
    ("Alcohol", "? gel"),
    ("Alcohol", "> gel"),
    ("Alcohol", "`gel`"),
    ("Alcohol", "%gel"),
    ("Alcohol", "& gel"),
    ("Alcohol", "&gel"),
    ("Alcohol", "!Gel"),
    ("Alcohol", "!%é"),
    ("Alcohol", "[gel]"),
    ("Alcohol", "{gel}"),
    ("Alcohol gel alone", "Gel\n      and: soap alone"),
    ("Alcohol gel alone", "Gel\n      and more: soap alone"),
    ("Alcohol gel alone", "Gel\n    and more: soap alone"),
    ("answer: false", "answer: no"),
    ("answer: false", "answer: “false”"),
    ("title: Test", "title: “Test”"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: Go: on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id:go-on, text: Go on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {text: Go on, id:go-on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: Go #1 on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: Go # on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: *Go* on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: 'Go' on, correct: false}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: Go, then wash, correct: false}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: I say, \"go\" on}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: Note: go, then [x]}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: [x] y, z}"),
    ("- id: go-on\n        text: Go on with the salad", "- {id: go-on, text: don't, won't}"),
];

fn said(unit: &str) -> Vec<Diagnostic> {
    check(&Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", unit)]), &Options::default())
}

/// Code, message, what is pointed at, what to do.
fn told(one: &Diagnostic, unit: &str) -> String {
    let mut told = format!("  {} {}", one.lint.code, one.message);
    if let Some(label) = &one.primary {
        let pointed = &unit[label.span.start as usize..label.span.end as usize];
        write!(told, "\n    at {pointed:?}: {}", label.text).expect("a string takes any text");
    }
    one.help.iter().fold(told, |told, help| told + "\n    = " + help)
}

/// The unit with the fixes of `said` applied.
fn mended(unit: &str, said: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = said.iter().flat_map(|one| &one.fixes).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.span.start, edit.span.end)));
    edits.into_iter().fold(unit.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.replacement);
        text
    })
}

#[test]
#[allow(clippy::too_many_lines, reason = "every slip is shown with its whole message")]
fn each_slip_is_told_once_with_its_replacement() {
    let mut all = String::new();
    for (from, to) in SLIPS {
        assert_eq!(UNIT.matches(from).count().min(1), 1, "`{from}` is in the unit");
        let unit = UNIT.replacen(from, to, 1);
        writeln!(all, "{}", to.replace('\n', "⏎")).expect("a string takes any text");
        let said = said(&unit);
        assert!(said.len() <= 1, "{to}: {said:#?}");
        for one in &said {
            writeln!(all, "{}", told(one, &unit)).expect("a string takes any text");
        }
        if said.iter().any(|one| !one.fixes.is_empty()) {
            let mended = mended(&unit, &said);
            let left: Vec<String> = self::said(&mended).iter().map(|one| told(one, &mended)).collect();
            assert!(left.is_empty(), "{to}: the mended unit has {left:#?}");
            let changed = mended.lines().zip(unit.lines()).find(|(after, before)| after != before);
            writeln!(all, "    > {}", changed.map_or("", |(after, _)| after.trim())).expect("a string takes any text");
        }
    }
    snapbox::assert_data_eq!(
        all,
        str![[r##"
  - id: LO1⏎	statement
  E0124 a tab stands where spaces belong
    at "/t": a tab
    = indent with spaces: YAML takes no tabs
    > statement: keep hands clean while handling food
prompt: "Name
  E0127 this quotation mark is not closed
    at "/"": opens here
    = close the quotation mark where the text ends; inside `'...'` an apostrophe is written twice: `''`
prompt: 'Gel' alone
  E0127 more text stands after the closing quotation mark
    at "alone is enough for hands with grease on them.": outside the quotes
    = put the text in quotes: `"'Gel' alone is enough for hands with grease on them."`
    > prompt: "'Gel' alone is enough for hands with grease on them."
prompt: 'don't
  E0127 more text stands after the closing quotation mark
    at "t alone is enough for hands with grease on them.": outside the quotes
    = close the quotation mark where the text ends; inside `'...'` an apostrophe is written twice: `''`
prompt: "a/gel" # alone
  E0127 in double quotes `/` has a meaning of its own
    at "//": here
    = write `//` for one `/`, or put the text in single quotes: `'...'`
    > prompt: "a//gel" # alone is enough for hands with grease on them.
prompt: "手é/gel" # alone
  E0127 in double quotes `/` has a meaning of its own
    at "//": here
    = write `//` for one `/`, or put the text in single quotes: `'...'`
    > prompt: "手é//gel" # alone is enough for hands with grease on them.
    body:⏎
  E0128 a text of several lines needs a `|` after its key
    at "body:": no `|` after it
    = write `body: |`
    > body: |
   statement: keep
  E0126 this line is not indented like those it belongs to
    at "statement": 1 space too few
    = put in 1 space before `statement`, so that it begins below `id`
    > statement: keep hands clean while handling food
      statement: keep
  E0126 this line is not indented like those it belongs to
    at "statement": 2 spaces too many
    = take 2 spaces away before `statement`, so that it begins below `id`
    > statement: keep hands clean while handling food
  -id: q-gel
  E0125 a space is missing after `-`
    at "-": no space after it
    = put a space after the `-`
    > - id: q-gel
type:true-false
  E0125 a space is missing after `:`
    at ":": no space after it
    = put a space after the `:`
    > type: true-false
    1. Wet your
  E0126 this line is not indented like those it belongs to
    at "1.": 2 spaces too few
    = put in 2 spaces before `1.`
    > 1. Wet your hands with warm water and take soap.
q-gel, q-seconds
  E0101 this file is not valid YAML
    at "[": this `[` is not closed
    = close it: `[` with `]`, `{` with `}`
You have: gel
  E0122 a text that holds `: ` needs quotes
    at ":": YAML reads what stands before it as a key
    = put the text in quotes: `'You have: gel alone is enough for hands with grease on them.'`
    > prompt: 'You have: gel alone is enough for hands with grease on them.'
“Gel: no”  # so
  E0122 a text that holds `: ` needs quotes
    at ":": YAML reads what stands before it as a key
    = put the text in quotes: `'Gel: no'`
    > prompt: 'Gel: no'  # so alone is enough for hands with grease on them.
Alcohol #1 gel
  E0120 a ` #` in a text drops the rest of the line
    at "#1 gel alone is enough for hands with grease on them.": YAML reads this as a remark
    = put the text in quotes: `'Alcohol #1 gel alone is enough for hands with grease on them.'`
    > prompt: 'Alcohol #1 gel alone is enough for hands with grease on them.'
Alcohol # gel
  W0120 what follows ` #` is not part of the text
    at "# gel alone is enough for hands with grease on them.": YAML reads this as a remark
    = put the text in quotes: `'Alcohol # gel alone is enough for hands with grease on them.'`
    = if it is a remark, put two spaces before the `#`, or move it to the line above
#1 gel
  E0120 a ` #` in a text drops the rest of the line
    at "#1 gel alone is enough for hands with grease on them.": YAML reads this as a remark
    = put the text in quotes: `'#1 gel alone is enough for hands with grease on them.'`
    > prompt: '#1 gel alone is enough for hands with grease on them.'
Alcohol  # gel
assesses: [1.2] # gel
**Alcohol**
  E0123 a text cannot begin with `*` unless it is in quotes
    at "*": a sign of YAML
    = put the text in quotes: `'**Alcohol** gel alone is enough for hands with grease on them.'`
    > prompt: '**Alcohol** gel alone is enough for hands with grease on them.'
@Alcohol
  E0123 a text cannot begin with `@` unless it is in quotes
    at "@": a sign of YAML
    = put the text in quotes: `'@Alcohol gel alone is enough for hands with grease on them.'`
    > prompt: '@Alcohol gel alone is enough for hands with grease on them.'
- gel
  E0123 a text cannot begin with `- ` unless it is in quotes
    at "-": a sign of YAML
    = put the text in quotes: `'- gel gel alone is enough for hands with grease on them.'`
    > prompt: '- gel gel alone is enough for hands with grease on them.'
? gel
  E0123 a text cannot begin with `? ` unless it is in quotes
    at "?": a sign of YAML
    = put the text in quotes: `'? gel gel alone is enough for hands with grease on them.'`
    > prompt: '? gel gel alone is enough for hands with grease on them.'
> gel
  E0123 a text cannot begin with `>` unless it is in quotes
    at ">": a sign of YAML
    = put the text in quotes: `'> gel gel alone is enough for hands with grease on them.'`
    > prompt: '> gel gel alone is enough for hands with grease on them.'
`gel`
  E0123 a text cannot begin with a backtick unless it is in quotes
    at "`": a sign of YAML
    = put the text in quotes: `'`gel` gel alone is enough for hands with grease on them.'`
    > prompt: '`gel` gel alone is enough for hands with grease on them.'
%gel
  E0123 a text cannot begin with `%` unless it is in quotes
    at "%": a sign of YAML
    = put the text in quotes: `'%gel gel alone is enough for hands with grease on them.'`
    > prompt: '%gel gel alone is enough for hands with grease on them.'
& gel
  E0123 a text cannot begin with `&` unless it is in quotes
    at "&": a sign of YAML
    = put the text in quotes: `'& gel gel alone is enough for hands with grease on them.'`
    > prompt: '& gel gel alone is enough for hands with grease on them.'
&gel
  E0123 a text cannot begin with `&` unless it is in quotes
    at "&": a sign of YAML
    = put the text in quotes: `'&gel gel alone is enough for hands with grease on them.'`
    > prompt: '&gel gel alone is enough for hands with grease on them.'
!Gel
  E0123 a text cannot begin with `!` unless it is in quotes
    at "!": a sign of YAML
    = put the text in quotes: `'!Gel gel alone is enough for hands with grease on them.'`
    > prompt: '!Gel gel alone is enough for hands with grease on them.'
!%é
  E0123 a text cannot begin with `!` unless it is in quotes
    at "!": a sign of YAML
    = put the text in quotes: `'!%é gel alone is enough for hands with grease on them.'`
    > prompt: '!%é gel alone is enough for hands with grease on them.'
[gel]
  E0123 a text cannot begin with `[` unless it is in quotes
    at "[": a sign of YAML
    = put the text in quotes: `'[gel] gel alone is enough for hands with grease on them.'`
    > prompt: '[gel] gel alone is enough for hands with grease on them.'
{gel}
  E0123 a text cannot begin with `{` unless it is in quotes
    at "{": a sign of YAML
    = put the text in quotes: `'{gel} gel alone is enough for hands with grease on them.'`
    > prompt: '{gel} gel alone is enough for hands with grease on them.'
Gel⏎      and: soap alone
  E0126 this line is not indented like those it belongs to
    at "and": indented deeper than the line above
    = indent it like the keys beside it; a text of several lines stands below a `|`
Gel⏎      and more: soap alone
  E0122 a text that holds `: ` needs quotes
    at ":": YAML reads what stands before it as a key
    = put the text in quotes, or write it below a `|`
    > prompt: 'Gel
Gel⏎    and more: soap alone
  E0126 this line is read as a key, not as part of the text above
    at "and more": YAML reads this as a key
    = put a text of several lines below a `|`, and indent each of its lines
answer: no
  E0112 expected `true` or `false`, found `no`
    at "no": expected `true` or `false`
    = write `false`
    > answer: false
answer: “false”
  E0112 expected `true` or `false`, found `“false”`
    at "“false”": expected `true` or `false`
    = write `false`
    > answer: false
title: “Test”
  W0121 these quotation marks are part of the text
    at "“Test”": learners see the quotation marks
    = write `Test` without them, or `'“Test”'` if learners should see them
- {id: go-on, text: Go: on}
  E0122 a text that holds `: ` needs quotes
    at ":": YAML reads what stands before it as a key
    = put the text in quotes: `'Go: on'`
    > - {id: go-on, text: 'Go: on'}
- {id:go-on, text: Go on}
  E0125 a space is missing after `:`
    at ":": no space after it
    = put a space after the `:`
    > - {id: go-on, text: Go on}
- {text: Go on, id:go-on}
  E0125 a space is missing after `:`
    at ":": no space after it
    = put a space after the `:`
    > - {text: Go on, id: go-on}
- {id: go-on, text: Go #1 on}
  E0120 a ` #` in a text drops the rest of the line
    at "#1 on}": YAML reads this as a remark
    = put the text in quotes: `'Go #1 on'`
    > - {id: go-on, text: 'Go #1 on'}
- {id: go-on, text: Go # on}
  E0120 a ` #` in a text drops the rest of the line
    at "# on}": YAML reads this as a remark
    = put the whole text in quotes; if this is a remark, move it to a line of its own above the text
- {id: go-on, text: *Go* on}
  E0123 a text cannot begin with `*` unless it is in quotes
    at "*": a sign of YAML
    = put the text in quotes: `'*Go* on'`
    > - {id: go-on, text: '*Go* on'}
- {id: go-on, text: 'Go' on, correct: false}
  E0127 more text stands after the closing quotation mark
    at "on": outside the quotes
    = put the text in quotes: `"'Go' on"`
    > - {id: go-on, text: "'Go' on", correct: false}
- {id: go-on, text: Go, then wash, correct: false}
  E0121 a comma in `{...}` ends a text
    at "then wash": YAML reads this as another key
    = put the text in quotes: `'Go, then wash'`
    > - {id: go-on, text: 'Go, then wash', correct: false}
- {id: go-on, text: I say, "go" on}
  E0121 a comma in `{...}` ends a text
    at ",": YAML ends the text here
    = put the text in quotes: `'I say, "go" on'`
    > - {id: go-on, text: 'I say, "go" on'}
- {id: go-on, text: Note: go, then [x]}
  E0122 a text that holds `: ` needs quotes
    at ":": YAML reads what stands before it as a key
    = put the text in quotes: `'Note: go, then [x]'`
    > - {id: go-on, text: 'Note: go, then [x]'}
- {id: go-on, text: [x] y, z}
  E0123 a text cannot begin with `[` unless it is in quotes
    at "[": a sign of YAML
    = put the text in quotes: `'[x] y, z'`
    > - {id: go-on, text: '[x] y, z'}
- {id: go-on, text: don't, won't}
  E0121 a comma in `{...}` ends a text
    at "won't": YAML reads this as another key
    = put the text in quotes: `"don't, won't"`
    > - {id: go-on, text: "don't, won't"}

"##]]
    );
}

#[test]
fn a_slip_hides_nothing_else_of_its_file() {
    let unit = UNIT
        .replacen("Alcohol gel", "**Alcohol** gel: so", 1)
        .replacen("purpose: formative", "porpose: formative", 1)
        .replacen("Dry hands", "@Dry hands", 1)
        .replacen("teaches: [LO1, 1.1", "teaches: [LO1, 1.4", 1)
        .replacen("answer: true", "answer: yes", 1);
    let said: Vec<String> = said(&unit).iter().map(|one| format!("{} {}", one.lint.code, one.message)).collect();
    assert_eq!(
        said,
        [
            "E0201 criterion `1.4` is not defined in unit `hand-washing`",
            "E0110 an assessment has no key `porpose`",
            "E0123 a text cannot begin with `*` unless it is in quotes",
            "E0123 a text cannot begin with `@` unless it is in quotes",
            "E0112 expected `true` or `false`, found `yes`",
        ]
    );
}

#[test]
fn a_remark_after_a_text_is_for_the_author_to_judge() {
    let unit = UNIT.replacen("Alcohol gel", "Alcohol # gel", 1);
    let [one] = &said(&unit)[..] else { panic!("one warning") };
    assert_eq!(one.severity, Severity::Warning);
    let course = format!("{COURSE}lints: {{remark-after-text: {{level: allow, reason: 'we write remarks so'}}}}\n");
    let sources = Sources::from_memory(&[("course.yaml", &course), ("units/hand-washing.yaml", &unit)]);
    assert!(check(&sources, &Options::default()).is_empty());
}
