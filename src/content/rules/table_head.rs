//! A table whose columns have no headings.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A table whose columns have no headings.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0412",
    name: "table-without-headings",
    severity: Severity::Error,
    docs: "A table has no headings for its columns: its first row is empty. A screen reader says the heading before each cell, and without \
           it a table is a heap of words. Name the columns in the first row. (WCAG 2.2, 1.3.1)",
    wrong: &[
        ("lessons/how.md", "Table: How long to rub\n\n| | |\n|---|---|\n| palms | 5 seconds |\n"),
        ("units/hand-washing.yaml", LESSON),
    ],
    right: &[
        ("lessons/how.md", "Table: How long to rub\n\n| Part | Time |\n|---|---|\n| palms | 5 seconds |\n"),
        ("units/hand-washing.yaml", LESSON),
    ],
};

/// The table that begins at `span` has an empty first row.
pub(in crate::content) fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "the columns of a table have no headings")
        .at(span, "an empty first row")
        .help("name the columns in the first row: `| Part | Time |`")
}
