//! Diagnostics for programs: one JSON object a line. How places are counted: [`super`].

use serde::Serialize;

use super::Files;
use super::lines::{Lines, Stretch};
use crate::diag::Diagnostic;

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
struct Mend<'a> {
    title: &'a str,
    certain: bool,
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
    let spans = labels.map(|(primary, label)| Labelled { primary, stretch: lines.stretch(label.span), label: &label.text }).collect();
    let fixes = diagnostic.fixes.iter().map(|fix| {
        let edits = fix.edits.iter().map(|edit| Change { stretch: lines.stretch(edit.span), replacement: &edit.replacement });
        Mend { title: &fix.title, certain: fix.certain, edits: edits.collect() }
    });
    Object {
        code: diagnostic.lint.code,
        name: diagnostic.lint.name,
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        fixes: fixes.collect(),
        spans,
        help: &diagnostic.help,
        why: diagnostic.why.as_deref(),
    }
}
