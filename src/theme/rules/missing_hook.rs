//! A document without something that the run-time needs.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A document without something that the run-time needs.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0510",
    name: "missing-hook",
    severity: Severity::Error,
    docs: "A template (the pattern of a page) in the folder `theme/` leaves out something that every page needs, such as its heading, its \
           end, or a place for an answer. Without it, keyboards and screen readers would not work there, or answers would be lost \
           unnoticed. Add what the message names. All of it is listed in docs/runtime-contract.md, section 6.",
    wrong: &[(
        "theme/section/lesson.html",
        "<section data-page=\"{{ page.slot }}\" id=\"{{ page.address }}\">{{ lesson.body | safe }}</section>\n",
    )],
    right: &[],
};

/// `template` does not hold `hook`, which is there for `reason`.
pub(in crate::theme) fn diagnostic(template: &str, hook: &str, reason: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes no `{hook}`"));
    let diagnostic = match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    };
    diagnostic.help(format!("add it: {reason}"))
}

/// Two elements have the id `id`.
pub(in crate::theme) fn twice(template: &str, id: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes two elements with the id `{id}`"));
    let diagnostic = match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    };
    diagnostic.help("give each element an id of its own: links and labels find them by it")
}

/// The document is not well made.
pub(in crate::theme) fn malformed(template: &str, fault: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes HTML that is malformed: {fault}"));
    let diagnostic = match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    };
    diagnostic.help("close each element in the order in which it was opened")
}
