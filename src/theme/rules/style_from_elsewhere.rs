//! A style sheet that loads something from outside the package.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A style sheet that loads something from outside the package.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0516",
    name: "style-from-elsewhere",
    severity: Severity::Error,
    docs: "A style sheet in the folder `theme/` loads something from elsewhere. A package holds all that it shows: it works without a \
           network, and no other site learns who reads it. Take the line out, or let its `url(...)` lead to a file of the package. A style \
           sheet cannot use `@import`.",
    wrong: &[("theme/css/brand.css", "h1 { background-image: url(https://example.org/paper.png); }\n")],
    right: &[("theme/css/brand.css", "h1 { background-image: none; }\n")],
};

/// A style sheet reaches out at `span`, with `what`.
pub(in crate::theme) fn diagnostic(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the style sheet loads something from elsewhere, with `{what}`"))
        .at(span, "outside the package")
        .help("take it out; fonts come from the device, and a small picture can stand in the style sheet as `data:image/...`")
}
