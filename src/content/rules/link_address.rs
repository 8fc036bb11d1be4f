//! A link that leads to no place that is allowed.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A link that leads to no place that is allowed.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0403",
    name: "link-address",
    severity: Severity::Error,
    docs: "A link leads to a thing of the course (`lesson:id`, `unit:id`, `term:id`, `media:id`, `media/file.pdf`) or, by `https`, `http`, \
           `mailto` or `tel`, out of it.",
    wrong: &[("lessons/how.md", "Read [about soap](more.html).\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Read [about soap](https://example.org/more).\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `address` at `span` leads nowhere.
pub(in crate::content) fn diagnostic(address: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("a link cannot lead to `{address}`"))
        .at(span, "no such place")
        .help("write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`")
}
