//! Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines.

use serde_json::{Value, json};

use super::Files;
use super::lines::{Lines, Stretch};
use crate::diag::{Diagnostic, Label, Lint};

/// Where the format is defined.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log of one run that grows by the results of each course.
#[derive(Debug, Default)]
pub struct Sarif {
    /// The kinds of mistakes that results speak of, as results number them.
    rules: Vec<&'static Lint>,
    results: Vec<Value>,
}

impl Sarif {
    /// Adds what was found in `files`.
    pub fn add(&mut self, diagnostics: &[Diagnostic], files: &dyn Files) {
        let mut lines = Lines::new(files);
        for diagnostic in diagnostics {
            let rule = self.rule(diagnostic.lint);
            self.results.push(result(diagnostic, rule, &mut lines));
        }
    }

    /// The number of `lint`.
    fn rule(&mut self, lint: &'static Lint) -> usize {
        let known = self.rules.iter().position(|rule| rule.code == lint.code);
        known.unwrap_or_else(|| {
            self.rules.push(lint);
            self.rules.len() - 1
        })
    }

    /// The log.
    #[must_use]
    pub fn document(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let rules: Vec<Value> = self.rules.iter().map(|lint| rule(lint)).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {"name": "coursec", "version": version, "semanticVersion": version, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        format!("{log:#}\n")
    }
}

/// A kind of mistake. SARIF 2.1.0 3.49.
fn rule(lint: &Lint) -> Value {
    json!({
        "id": lint.code,
        "name": lint.name,
        "shortDescription": {"text": lint.name.replace('-', " ")},
        "fullDescription": {"text": lint.docs},
        "help": {"text": format!("{}\n\nFor more: coursec explain {}", lint.docs, lint.code), "markdown": format!("{}\n\nFor more: `coursec explain {}`", lint.docs, lint.code)},
        "defaultConfiguration": {"level": lint.severity.word()},
    })
}

/// A diagnostic. SARIF 2.1.0 3.27.
fn result(diagnostic: &Diagnostic, rule: usize, lines: &mut Lines<'_>) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.lint.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.word(),
        "message": {"text": diagnostic.told()},
        "locations": diagnostic.primary.iter().map(|label| location(label, lines)).collect::<Vec<_>>(),
    });
    if !diagnostic.related.is_empty() {
        result["relatedLocations"] = diagnostic.related.iter().map(|label| location(label, lines)).collect();
    }
    if !diagnostic.fixes.is_empty() {
        let fixes = diagnostic.fixes.iter().map(|fix| {
            // One change an edit: edits of one file may stand in several.
            let changes: Vec<Value> = fix.edits.iter().map(|edit| change(&lines.stretch(edit.span), &edit.replacement)).collect();
            json!({"description": {"text": fix.title}, "artifactChanges": changes})
        });
        result["fixes"] = fixes.collect();
    }
    result
}

fn location(label: &Label, lines: &mut Lines<'_>) -> Value {
    let stretch = lines.stretch(label.span);
    let mut location = json!({"physicalLocation": {"artifactLocation": {"uri": uri(&stretch.file)}, "region": region(&stretch)}});
    if !label.text.is_empty() {
        location["message"] = json!({"text": label.text});
    }
    location
}

fn change(stretch: &Stretch, replacement: &str) -> Value {
    json!({
        "artifactLocation": {"uri": uri(&stretch.file)},
        "replacements": [{"deletedRegion": region(stretch), "insertedContent": {"text": replacement}}],
    })
}

/// The same stretch in lines and in bytes; the end column is the one after the last character. SARIF 2.1.0 3.30.
fn region(stretch: &Stretch) -> Value {
    let Stretch { start, end, .. } = stretch;
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": start.byte,
        "byteLength": end.byte - start.byte,
    })
}

/// A path as a relative URI reference. RFC 3986 3.3, 4.2.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("units/a.yaml"), "units/a.yaml");
        assert_eq!(uri("shared:é 1.yaml"), "shared%3A%C3%A9%201.yaml");
    }
}
