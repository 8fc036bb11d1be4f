//! Diagnostics as a JUnit report, which nearly every CI server can show.

use std::fmt::Write;

use anstream::adapter::strip_str;

use super::{Files, human, lines::Lines};
use crate::diag::Diagnostic;

/// A report that grows by a suite for each course.
#[derive(Debug, Default)]
pub struct Junit {
    suites: String,
    tests: usize,
    failures: usize,
}

impl Junit {
    /// Adds course `name`: each diagnostic is a test case, failed where it `fails`; a course without any is one that
    /// passed.
    pub fn add(&mut self, name: &str, diagnostics: &[Diagnostic], files: &dyn Files, fails: &dyn Fn(&Diagnostic) -> bool) {
        let mut lines = Lines::new(files);
        let cases: String = diagnostics.iter().map(|one| case(one, files, &mut lines, fails(one))).collect();
        let cases =
            if cases.is_empty() { "    <testcase name=\"no mistakes\" classname=\"coursec\" time=\"0\"/>\n".to_owned() } else { cases };
        let tests = diagnostics.len().max(1);
        let failures = diagnostics.iter().filter(|one| fails(one)).count();
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.suites,
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"0\">\n{cases}  </testsuite>",
            escape(name)
        );
        self.tests += tests;
        self.failures += failures;
    }

    /// The report.
    #[must_use]
    pub fn document(&self) -> String {
        let Self { suites, tests, failures } = self;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"coursec\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" time=\"0\">\n{suites}</testsuites>\n"
        )
    }
}

/// The test case that `diagnostic` is.
fn case(diagnostic: &Diagnostic, files: &dyn Files, lines: &mut Lines<'_>, failed: bool) -> String {
    let lint = diagnostic.lint;
    let (file, place) = match &diagnostic.primary {
        Some(label) => {
            let stretch = lines.stretch(label.span);
            (stretch.file, format!(" at {}:{}", stretch.start.line, stretch.start.column))
        }
        None => ("coursec".to_owned(), String::new()),
    };
    let shown = escape(&strip_str(&human(std::slice::from_ref(diagnostic), files)).to_string());
    let shown = shown.trim_end();
    let inner = if failed {
        format!("<failure type=\"{}\" message=\"{}\">{shown}</failure>", lint.code, escape(&diagnostic.message))
    } else {
        format!("<system-out>{shown}</system-out>")
    };
    format!(
        "    <testcase name=\"{} {}{place}\" classname=\"{}\" time=\"0\">\n      {inner}\n    </testcase>\n",
        lint.code,
        lint.name,
        escape(&file)
    )
}

/// `text` in XML 1.0, which has no way to write most control characters.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(c),
            _ if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn xml_can_hold_what_is_escaped() {
        assert_eq!(escape("a<b> & \"c\"\r\n\u{1b}"), "a&lt;b&gt; &amp; &quot;c&quot;&#13;\n\u{fffd}");
    }
}
