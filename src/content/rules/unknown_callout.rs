//! A callout of a kind that does not exist.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A callout of a kind that does not exist.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0407",
    name: "unknown-callout",
    severity: Severity::Error,
    docs: "A callout (a box that stands out from the text) is of a kind that does not exist. Its first line says the kind: `> [!NOTE]`, `> \
           [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` or `> [!CAUTION]`. Any other would have no look, and no name that a screen reader \
           could say. Write one of these five.",
    wrong: &[("lessons/how.md", "> [!HINT]\n> Sing a song.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "> [!TIP]\n> Sing a song.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `name` at `span` is no kind of callout.
pub(in crate::content) fn diagnostic(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("there is no callout `{name}`"))
        .at(span, "not a kind of callout")
        .help("write `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`")
}
