//! A picture with more dots than anybody sees.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture with more dots than anybody sees.
pub(in crate::package) static LINT: Lint = Lint {
    code: "W0441",
    name: "large-picture",
    severity: Severity::Warning,
    docs: "A picture is more than 2,000 pixels wide. No page shows it that large, so it only makes learners wait. Save it smaller: 1,600 \
           pixels are sharp on any screen.",
    wrong: with_picture!("media/tap.gif", "GIF89a\u{40}\u{1f}\u{40}\u{1f}"),
    right: with_picture!("media/tap.gif", "GIF89a\u{40}\u{1}\u{40}\u{1}"),
};

/// Picture `path` is `wide` and `high`.
pub(in crate::package) fn diagnostic(path: &str, wide: u32, high: u32, span: Option<Span>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&LINT, format!("picture `{path}` has {wide} x {high} pixels; pages show no more than 2,000 side by side"))
            .help("save it smaller, 1,600 pixels wide or less");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
