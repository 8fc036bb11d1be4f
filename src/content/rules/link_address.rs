//! A link that leads to no place that is allowed.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A link that leads to no place that is allowed.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0403",
    name: "link-address",
    severity: Severity::Error,
    docs: "A link leads to an address that a package cannot open. A link leads to something in the course (`lesson:id`, `unit:id`, \
           `term:id`, `media:id`, or a file such as `media/plan.pdf`), or out of it with `https://`, `http://`, `mailto:` or `tel:`. \
           Learners would click and find nothing. Write one of these.",
    wrong: &[("lessons/how.md", "Read [about soap](more.html).\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Read [about soap](https://example.org/more).\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `address` at `span` leads nowhere.
pub(in crate::content) fn diagnostic(address: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("a link cannot lead to `{address}`"))
        .at(span, "no such place")
        .help("write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`")
}
