//! A colour whose contrast cannot be checked.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A colour whose contrast cannot be checked.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "W0515",
    name: "unread-colour",
    severity: Severity::Warning,
    docs: "The contrast of this colour cannot be checked, because of the way it is written. Some learners may not be able to read what has \
           this colour, and nobody would notice. Write it as `#rrggbb`, `rgb(...)` or `hsl(...)`, without transparency.",
    wrong: &[("theme/css/brand.css", ":root { --good: color-mix(in srgb, green, black); }\n")],
    right: &[("theme/css/brand.css", ":root { --good: #0B5A3C; }\n@media (prefers-color-scheme: dark) { :root { --good: #78D3A6; } }\n")],
};

/// Token `name` has `value` at `span`.
pub(in crate::theme) fn diagnostic(name: &str, value: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the colour of `{name}` cannot be checked"))
        .at(span, if value.is_empty() { "nothing" } else { "not a form that is read" })
        .help("write it as `#rrggbb`, `rgb(...)` or `hsl(...)`, without transparency")
}
