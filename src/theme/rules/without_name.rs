//! What a learner could not use, for it has no name or cannot be made larger.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// What a learner could not use, for it has no name or cannot be made larger.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0540",
    name: "control-without-name",
    severity: Severity::Error,
    docs: "A template (the pattern of a page) in the folder `theme/` makes a field, a button or a link without words. A screen reader would \
           only say that something is there. Or it forbids zooming, which many people need to read. Give each field a label, and each \
           button and link its words, and let people zoom. (WCAG 2.2, 4.1.2 and 1.4.4)",
    wrong: &[(
        "theme/section/lesson.html",
        concat!(include_str!("../../../themes/default/section/lesson.html"), "<p><input type=\"search\"></p>\n"),
    )],
    right: &[(
        "theme/section/lesson.html",
        concat!(
            include_str!("../../../themes/default/section/lesson.html"),
            "<p><label>Words to look for <input type=\"search\"></label></p>\n"
        ),
    )],
};

/// `template` makes `what`.
pub(in crate::theme) fn diagnostic(template: &str, what: &str, place: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("template `{template}` makes {what}"));
    let diagnostic = match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    };
    diagnostic.help("give a field a `<label>`, a button or a link words or an `aria-label`; and let the window be zoomed")
}
