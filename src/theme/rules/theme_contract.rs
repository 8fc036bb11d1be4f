//! A theme made for another version of coursec.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A theme made for another version of coursec.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0515",
    name: "theme-contract",
    severity: Severity::Error,
    docs: "The theme was made for another version of coursec: `contract` in `theme/theme.yaml` has another number. Its templates could \
           leave out something that a page needs to keep learners' answers. Compare them with those of the default theme, and then write \
           the number that the message names.",
    wrong: &[("theme/theme.yaml", "contract: 3\n")],
    right: &[("theme/theme.yaml", "contract: 1\n")],
};

/// `written` at `span` is not `known`.
pub(in crate::theme) fn diagnostic(written: &str, known: u32, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the theme was made for contract `{written}`; this version of coursec has contract {known}"))
        .at(span, "another contract")
        .help(format!("compare its templates with the default theme's, and then write `contract: {known}`"))
}
