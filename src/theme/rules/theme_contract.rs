//! A theme made for another version of coursec.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A theme made for another version of coursec.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0515",
    name: "theme-contract",
    severity: Severity::Error,
    docs: "`contract` in `theme/theme.yaml` says which promises between templates and coursec a theme was made for. Templates of another \
           version could leave out what a page needs to keep a learner's answers.",
    wrong: &[("theme/theme.yaml", "contract: 3\n")],
    right: &[("theme/theme.yaml", "contract: 1\n")],
};

/// `written` at `span` is not `known`.
pub(in crate::theme) fn diagnostic(written: &str, known: u32, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the theme was made for contract `{written}`; this version of coursec has contract {known}"))
        .at(span, "another contract")
        .help(format!("compare its templates with the default theme's, and then write `contract: {known}`"))
}
