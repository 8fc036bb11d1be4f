//! Colours that cannot be told apart.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Colours that cannot be told apart.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0517",
    name: "low-contrast",
    severity: Severity::Error,
    docs: "Text has to stand out from what is behind it by a contrast of 4.5, and lines, marks and the focus by 3, by day and in the dark: else many \
           people cannot read it, and nobody can in the sun. A colour in `:root` holds by day and in the dark; give the dark its own in \
           `@media (prefers-color-scheme: dark)`. WCAG 2.2, 1.4.3 and 1.4.11.",
    wrong: &[("theme/css/brand.css", ":root { --good: #9ADBB8; }\n@media (prefers-color-scheme: dark) { :root { --good: #78D3A6; } }\n")],
    right: &[("theme/css/brand.css", ":root { --good: #0B5A3C; }\n@media (prefers-color-scheme: dark) { :root { --good: #78D3A6; } }\n")],
};

/// Of two tokens the first on the second has a contrast of `has`, and needs `least`, at the time `when`.
pub(in crate::theme) fn diagnostic(
    (front, back): (&str, &str),
    (has, least): (f64, f64),
    when: &str,
    span: Span,
    other: Option<Span>,
) -> Diagnostic {
    // Cut, not rounded: 4.49 is not 4.5.
    let has = (has * 10.0).floor() / 10.0;
    let diagnostic = Diagnostic::new(&LINT, format!("`{front}` on `{back}` has a contrast of {has} {when}; it needs {least}"))
        .at(span, "too near to the other colour")
        .help("take a darker colour on a light one, or a lighter one on a dark one; by day and in the dark may have a colour each");
    match other {
        Some(other) => diagnostic.related(other, "the other colour"),
        None => diagnostic,
    }
}
