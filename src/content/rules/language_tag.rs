//! Words in a language whose tag is none.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Words in a language whose tag is none.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0409",
    name: "language-tag",
    severity: Severity::Error,
    docs: "The part after `lang=` is no language tag (a short code such as `fr`). In `[words]{lang=fr}` it says in which language the words \
           are, so that a screen reader takes the right voice. Write the code and not the name: `fr` for French, `de-AT` for the German of \
           Austria, `zh-Hant` for traditional Chinese.",
    wrong: &[("lessons/how.md", "Say [bonjour]{lang=french language}.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Say [bonjour]{lang=fr}.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `tag` at `span` is no language tag.
pub(in crate::content) fn diagnostic(tag: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{tag}` is not a language tag"))
        .at(span, "not a language tag")
        .help("write a tag such as `fr`, `de-AT` or `zh-Hant`")
}
