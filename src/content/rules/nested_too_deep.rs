//! Lists and quotes that stand in each other too deep.

use crate::diag::{Diagnostic, Lint, Severity, Span};

use super::LESSON;

/// Lists and quotes that stand in each other too deep.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0410",
    name: "nested-too-deep",
    severity: Severity::Error,
    docs: "Lists or quotes are more than twenty levels deep inside one another. Nobody can read that. Often it is a row of `>` or `*` that \
           was meant as a line across the page: write `---` for that. If not, take some levels out.",
    wrong: &[("lessons/how.md", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Rinse.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "> Rinse.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// What begins at `span` stands too deep.
pub(in crate::content) fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "lists or quotes are too many levels deep")
        .at(span, "too deep")
        .help("take some levels out; for a line across the page write `---`")
}
