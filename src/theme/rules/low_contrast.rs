//! Colours that cannot be told apart.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Colours that cannot be told apart.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0517",
    name: "low-contrast",
    severity: Severity::Error,
    docs: "Two colours of the theme are too much alike, and one has to stand out from the other. Many people cannot read such text, and \
           nobody can in the sun. Text needs a contrast of at least 4.5. Lines, marks and the frame around what is selected need at least \
           3, by day and in the dark (the light and the dark look). Choose a darker or a lighter colour. A colour in `:root` holds for \
           both; give the dark its own in `@media (prefers-color-scheme: dark)`. (WCAG 2.2, 1.4.3 and 1.4.11)",
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
