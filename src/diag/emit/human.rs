//! Diagnostics for people: the lines of the source, what is wrong there, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use anstream::adapter::strip_str;

use super::{Files, lines::Lines};
use crate::diag::{Diagnostic, FileId, Label, Severity, Span};

/// Labels that are at most so many lines apart are shown in one piece of source.
const NEAR: usize = 5;

/// So many bytes of what is wrong are shown at most.
const LONGEST: u32 = 2000;

/// Source of more bytes is not shown.
const WIDEST: usize = 10_000;

/// The diagnostics as text with colours (`anstream` takes them out where nobody wants them), an empty line after each.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let mut lines = Lines::new(files);
    let renderer = Renderer::styled();
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, &mut lines, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one<'a>(diagnostic: &'a Diagnostic, lines: &mut Lines<'a>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.lint.code);
    let mut group = title.elements(pieces(diagnostic, lines).into_iter().map(|piece| piece.element(lines)));
    for help in helps(diagnostic) {
        group = group.element(Level::HELP.message(help));
    }
    if let Some(why) = &diagnostic.why {
        group = group.element(Level::NOTE.message(why.as_str()));
    }
    group = group.element(Level::NOTE.with_name("for more").message(format!("coursec explain {}", diagnostic.lint.code)));
    joined(&renderer.render(&[group]))
}

/// The text without the empty line before a second place (`:::`): both places are of one mistake.
fn joined(text: &str) -> String {
    let bare = |line: &str| strip_str(line).to_string();
    let lines: Vec<&str> = text.lines().collect();
    let gap = |at: usize| bare(lines[at]).trim() == "|" && lines.get(at + 1).is_some_and(|next| bare(next).trim_start().starts_with(":::"));
    let kept: Vec<&str> = (0..lines.len()).filter(|at| !gap(*at)).map(|at| lines[at]).collect();
    kept.join("\n")
}

/// Next actions; where there is none, what the mends do.
fn helps(diagnostic: &Diagnostic) -> impl Iterator<Item = &str> {
    let titles = diagnostic.fixes.iter().map(|fix| &fix.title).filter(|_| diagnostic.help.is_empty());
    diagnostic.help.iter().chain(titles).map(String::as_str)
}

/// The bytes of `label` that are shown: no more than people look at, however much is wrong.
fn shown(label: &Label, lines: &Lines<'_>) -> Range<usize> {
    lines.bytes(Span { end: label.span.end.min(label.span.start.saturating_add(LONGEST)), ..label.span })
}

/// Some lines of one file, with their labels.
struct Piece<'a> {
    file: FileId,
    first: usize,
    last: usize,
    labels: Vec<(AnnotationKind, &'a Label)>,
}

/// The primary label comes first; a related one joins a piece that it is near to.
fn pieces<'a>(diagnostic: &'a Diagnostic, lines: &mut Lines<'_>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let primary = diagnostic.primary.iter().map(|label| (AnnotationKind::Primary, label));
    for (kind, label) in primary.chain(diagnostic.related.iter().map(|label| (AnnotationKind::Context, label))) {
        let file = label.span.file;
        let bytes = shown(label, lines);
        let first = lines.place(file, bytes.start).line;
        let last = lines.place(file, bytes.end.saturating_sub(1).max(bytes.start)).line;
        let near = |piece: &&mut Piece<'_>| piece.file == file && first <= piece.last + NEAR && piece.first <= last + NEAR;
        match pieces.iter_mut().find(near) {
            Some(piece) => {
                (piece.first, piece.last) = (piece.first.min(first), piece.last.max(last));
                piece.labels.push((kind, label));
            }
            None => pieces.push(Piece { file, first, last, labels: vec![(kind, label)] }),
        }
    }
    pieces
}

impl<'a> Piece<'a> {
    /// Its lines with the labels; the bare place where a line is longer than anybody reads.
    fn element(self, lines: &mut Lines<'a>) -> Element<'a> {
        let window = lines.window(self.file, self.first, self.last);
        if window.len() > WIDEST {
            let place = self.labels.first().map(|(_, label)| lines.place(self.file, shown(label, lines).start));
            let origin = Origin::path(lines.files().name(self.file)).line(self.first);
            return place.map_or(origin.clone(), |place| origin.line(place.line).char_column(place.column)).into();
        }
        let annotations = self.labels.iter().map(|(kind, label)| {
            let bytes = shown(label, lines);
            let annotation = kind.span(bytes.start - window.start..bytes.end - window.start);
            if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) }
        });
        let annotations: Vec<_> = annotations.collect();
        let files = lines.files();
        Snippet::source(&files.content(self.file)[window])
            .path(files.name(self.file))
            .line_start(self.first)
            .annotations(annotations)
            .into()
    }
}
