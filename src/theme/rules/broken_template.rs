//! A template that the template engine refuses.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A template that the template engine refuses.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0502",
    name: "broken-template",
    severity: Severity::Error,
    docs: "A template (the pattern of a page) in the folder `theme/` has a mistake, or asks for something that does not exist. A page with \
           a hole in it could lose learners' answers, so nothing is built. Compare it with the default theme's template of that name. Or \
           take it out: then the default theme's is used.",
    wrong: &[("theme/section/lesson.html", "<section>{{ page.titel }}</section>\n")],
    right: &[],
};

/// Template `name` cannot be used; `text` is what the engine says.
pub(in crate::theme) fn diagnostic(name: &str, text: &str, place: Option<Span>) -> Diagnostic {
    let message = format!("template `{name}` cannot be used");
    match place {
        Some(span) => Diagnostic::new(&LINT, message).at(span, text),
        None => Diagnostic::new(&LINT, format!("{message}: {text}")),
    }
    .help(format!("compare it with the default theme's `{name}`, or remove it from `theme/`"))
}
