//! A table without a caption.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A table without a caption.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0413",
    name: "table-without-caption",
    severity: Severity::Error,
    docs: "A caption says what a table shows before anybody reads it cell by cell. It is a paragraph `Table: ...` right before the table, \
           with an empty line between. WCAG 2.2, 1.3.1.",
    wrong: &[("lessons/how.md", "| Part | Time |\n|---|---|\n| palms | 5 seconds |\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[
        ("lessons/how.md", "Table: How long to rub\n\n| Part | Time |\n|---|---|\n| palms | 5 seconds |\n"),
        ("units/hand-washing.yaml", LESSON),
    ],
};

/// The table that begins at `span` has no caption.
pub(in crate::content) fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a table has no caption")
        .at(span, "this table")
        .help("say before it what it shows: a paragraph `Table: How long to rub`, then an empty line, then the table")
}
