//! A style sheet that loads something from outside the package.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A style sheet that loads something from outside the package.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0516",
    name: "style-from-elsewhere",
    severity: Severity::Error,
    docs: "A package loads nothing from elsewhere, so that it works without a network and nobody learns who reads it. A style sheet of a theme \
           has no `@import`, and its `url(...)` leads to files of the package only.",
    wrong: &[("theme/css/brand.css", "h1 { background-image: url(https://example.org/paper.png); }\n")],
    right: &[("theme/css/brand.css", "h1 { background-image: none; }\n")],
};

/// A style sheet reaches out at `span`, with `what`.
pub(in crate::theme) fn diagnostic(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the style sheet loads something from elsewhere, with `{what}`"))
        .at(span, "outside the package")
        .help("take it out; fonts come from the device, and a small picture can stand in the style sheet as `data:image/...`")
}
