//! A table without a caption.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A table without a caption.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0413",
    name: "table-without-caption",
    severity: Severity::Error,
    docs: "A table has no caption. A caption tells learners what the table shows before they go through it cell by cell. Write it above the \
           table, as a paragraph that begins with `Table:`, and leave an empty line between the two. (WCAG 2.2, 1.3.1)",
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
