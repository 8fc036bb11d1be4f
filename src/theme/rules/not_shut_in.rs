//! A document that reaches out of its package, or brings code or style of its own.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A document that reaches out of its package, or brings code or style of its own.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0511",
    name: "not-shut-in",
    severity: Severity::Error,
    docs: "A template (the pattern of a page) in the folder `theme/` puts code or style into the page itself, or loads something from \
           elsewhere. Pages of a package forbid that, to keep learners' records safe, and a browser would leave it out. Put style into a \
           file `theme/css/<name>.css`, and pictures into `media/`.",
    wrong: &[("theme/components.html", "{% component sprite() %}<p style=\"color: red\">.</p>{% endcomponent sprite %}\n")],
    right: &[],
};

/// `template` makes `what`.
pub(in crate::theme) fn diagnostic(template: &str, what: &str, help: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes {what}"));
    match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    }
    .help(help)
}
