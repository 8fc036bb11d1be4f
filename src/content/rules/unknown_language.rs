//! A language tag of which a part means nothing.

use super::LESSON;
use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// A language tag with a part that nobody registered.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0250",
    name: "unknown-language",
    severity: Severity::Error,
    docs: "A language tag (a short code such as `en-GB`) has a part that no list of languages knows. Screen readers choose their voice by \
           it, and would read the words wrongly. First comes the language, such as `en` or `cy`, then the country in capitals: Great \
           Britain is `GB`, not `UK`. Leave the country out where it makes no difference.",
    wrong: &[("lessons/how.md", "Say [bonjour]{lang=fr-UK}.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Say [bonjour]{lang=fr}.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// The `part` of the tag at `span` is no `kind`.
pub(super) fn unknown(kind: &str, part: &str, meant: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("there is no {kind} `{part}`")).at(span, "not a known language");
    match meant {
        Some(meant) => diagnostic
            .help(format!("did you mean `{meant}`?"))
            .fix(format!("write `{meant}`"), vec![Edit { span, replacement: meant.to_owned() }]),
        None => diagnostic.help("write a tag such as `en`, `en-GB`, `cy` or `zh-Hant`; the country may be left out"),
    }
}
