//! A link that anybody on the way can read.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A link that anybody on the way can read.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0413",
    name: "open-address",
    severity: Severity::Warning,
    docs: "A link begins with `http://`, which is not protected: what goes over it can be read and changed on its way. Many LMSs and \
           browsers block such a link. Write `https://`, and open the link once; nearly every site answers to it.",
    wrong: &[("lessons/how.md", "See [the film on washing hands](http://example.org/film).\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "See [the film on washing hands](https://example.org/film).\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `address` at `span` begins with `http://`.
pub(in crate::content) fn diagnostic(address: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the address `{address}` is not protected"))
        .at(span, "`http`, without an `s`")
        .help("write `https://`, and open the address once to see that it answers")
}
