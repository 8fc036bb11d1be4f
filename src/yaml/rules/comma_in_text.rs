//! A comma in braces ends a text.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};
use crate::yaml::{Text, quoted};

/// A comma in braces ends a text.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0121",
    name: "comma-in-text",
    severity: Severity::Error,
    docs: "A comma inside `{...}` ends a text, and the words after it are taken for something else. Of `{text: Wash, then dry}` learners \
           would read only `Wash`. Put the text in quotes, or give each key (the word before a colon) a line of its own. `coursec fmt` does \
           that for a whole course.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nmeta: {author: Ana, Ben and Chi, licence: CC-BY-4.0}\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nmeta: {author: 'Ana, Ben and Chi', licence: CC-BY-4.0}\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong.
pub(in crate::yaml) const MESSAGE: &str = "a comma in `{...}` ends a text";

/// The text at `text` goes on after a comma with `rest`, which was read as keys.
pub(in crate::yaml) fn ended(text: &Text, rest: &[&Text]) -> Option<Diagnostic> {
    let (first, last) = (rest.first()?, rest.last()?);
    let whole = rest.iter().fold(text.text.clone(), |whole, more| whole + ", " + &more.text);
    let span = Span { end: last.span.end, ..text.span };
    let rest = Span { end: last.span.end, ..first.span };
    let made = quoted(&whole);
    let found = Diagnostic::new(&LINT, MESSAGE)
        .at(rest, "YAML reads this as another key")
        .related(text.span, "the text ends here")
        .help(format!("put the text in quotes: `{made}`"));
    // A text of several lines is folded: what is written there is not what was read.
    let one_line = (span.end - span.start) as usize == whole.len();
    Some(if one_line { found.fix("put the text in quotes", vec![Edit { span, replacement: made }]) } else { found })
}
