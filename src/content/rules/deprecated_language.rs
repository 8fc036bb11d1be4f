//! A language tag that is no longer used.

use super::LESSON;
use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// A language tag that a newer one has replaced.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0251",
    name: "deprecated-language",
    severity: Severity::Warning,
    docs: "This language tag (a short code such as `en-GB`) is no longer used: the language has another one now. Some programs do not know \
           the old tag, and a screen reader could take the wrong voice. Write the new tag. `coursec check --fix` does that for you.",
    wrong: &[("lessons/how.md", "Say [shalom]{lang=iw}.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Say [shalom]{lang=he}.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// `now` stands for the tag `written` at `span`.
pub(super) fn replaced(written: &str, now: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the language tag `{written}` is no longer used"))
        .at(span, "an old tag")
        .help(format!("write `{now}`"))
        .fix(format!("write `{now}`"), vec![Edit { span, replacement: now.to_owned() }])
}
