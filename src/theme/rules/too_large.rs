//! A template that makes too much.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A template that makes too much.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0512",
    name: "template-output-too-large",
    severity: Severity::Error,
    docs: "A template (the pattern of a page) in the folder `theme/` writes a page that no browser could open, so large is it. The usual \
           reason is a loop inside a loop. Take one of them out.",
    // An example would take seconds to build; tests/it/render.rs makes one.
    wrong: &[],
    right: &[],
};

/// `template` makes more than `most` bytes.
pub(in crate::theme) fn diagnostic(template: &str, most: usize, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes more than {} MiB", most >> 20));
    match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    }
    .help("look for a loop that repeats what it should not")
}
