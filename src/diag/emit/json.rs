//! Diagnostics for programs: one JSON object a line.

use serde::Serialize;

use super::{Files, lines::Lines};
use crate::diag::{Diagnostic, Severity, Span};

#[derive(Serialize)]
struct Object<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    spans: Vec<Labelled<'a>>,
    help: &'a [String],
    fixes: Vec<Mend<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    primary: bool,
    #[serde(flatten)]
    stretch: Stretch,
    label: &'a str,
}

#[derive(Serialize)]
struct Stretch {
    file: String,
    start: Point,
    end: Point,
}

/// A byte from the file's first, line and column from 1; a column is a character.
#[derive(Serialize)]
struct Point {
    byte: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Mend<'a> {
    title: &'a str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(flatten)]
    stretch: Stretch,
    replacement: &'a str,
}

/// The diagnostics as JSON, one object a line: code, name, severity, message, spans, help, fixes.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let mut lines = Lines::new(files);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let object = object(diagnostic, &mut lines);
        out.push_str(&serde_json::to_string(&object).expect("strings and numbers are always JSON"));
        out.push('\n');
    }
    out
}

fn object<'a>(diagnostic: &'a Diagnostic, lines: &mut Lines<'_>) -> Object<'a> {
    let primary = diagnostic.primary.iter().map(|label| (true, label));
    let labels = primary.chain(diagnostic.related.iter().map(|label| (false, label)));
    let spans = labels.map(|(primary, label)| Labelled { primary, stretch: stretch(label.span, lines), label: &label.text }).collect();
    let fixes = diagnostic.fixes.iter().map(|fix| {
        let edits = fix.edits.iter().map(|edit| Change { stretch: stretch(edit.span, lines), replacement: &edit.replacement });
        Mend { title: &fix.title, edits: edits.collect() }
    });
    Object {
        code: diagnostic.lint.code,
        name: diagnostic.lint.name,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: &diagnostic.message,
        fixes: fixes.collect(),
        spans,
        help: &diagnostic.help,
        why: diagnostic.why.as_deref(),
    }
}

fn stretch(span: Span, lines: &mut Lines<'_>) -> Stretch {
    let bytes = lines.bytes(span);
    let mut point = |at: usize| {
        let place = lines.place(span.file, at);
        Point { byte: at + lines.files().skipped(span.file), line: place.line, column: place.column }
    };
    Stretch { start: point(bytes.start), end: point(bytes.end), file: lines.files().name(span.file) }
}
