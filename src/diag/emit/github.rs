//! Diagnostics as workflow commands, which GitHub Actions shows beside the lines of a change.

use std::fmt::Write;

use super::Files;
use super::lines::Lines;
use crate::diag::{Diagnostic, Severity};

/// The diagnostics, one command a line: `::error file=..,line=..,endLine=..,col=..,endColumn=..,title=..::message`.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let mut lines = Lines::new(files);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = place(diagnostic, &mut lines);
        let title = property(&format!("{} {}", diagnostic.lint.code, diagnostic.lint.name));
        let message = data(&diagnostic.told());
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::{command} {place}title={title}::{message}");
    }
    out
}

/// The properties that tell the place, each with a comma after it.
fn place(diagnostic: &Diagnostic, lines: &mut Lines<'_>) -> String {
    let Some(label) = &diagnostic.primary else { return String::new() };
    let stretch = lines.stretch(label.span);
    let (file, first, last) = (property(&stretch.file), stretch.start.line, stretch.end.line);
    // Columns are for marks within one line; GitHub refuses them elsewhere.
    if first != last {
        return format!("file={file},line={first},endLine={last},");
    }
    format!("file={file},line={first},endLine={last},col={},endColumn={},", stretch.start.column, stretch.end.column)
}

/// The text of a command: `%` and line ends would end or change it, and a terminal could act on other control characters.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    escaped.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The value of a property: `:` and `,` would end it too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100%: a,\r\nb\u{1b}"), "100%25: a,%0D%0Ab\u{fffd}");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
