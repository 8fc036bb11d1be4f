//! A language tag that does not say in which script a text is.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A language tag that does not say in which script a text is.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0253",
    name: "language-without-script",
    severity: Severity::Warning,
    docs: "The language tag `zh` (Chinese) alone does not say which of two scripts the text is in: simplified or traditional. A browser may \
           show it in the wrong letters, and records of it name a language that many systems cannot place. Write `zh-Hans` for simplified, \
           `zh-Hant` for traditional, or a country with it, such as `zh-TW`. (xAPI 1.0.3, Data 4.2)",
    wrong: &[("lessons/how.md", "Say [你好]{lang=zh}.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Say [你好]{lang=zh-Hans}.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// Whether the tag at `span` leaves the script open.
pub(super) fn check(tag: &str, span: Span) -> Option<Diagnostic> {
    (tag == "zh").then(|| {
        Diagnostic::new(&LINT, "`zh` does not say in which script the text is")
            .at(span, "simplified or traditional?")
            .help("write `zh-Hans` for simplified letters, `zh-Hant` for traditional ones")
    })
}
