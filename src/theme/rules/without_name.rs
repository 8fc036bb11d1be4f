//! What a learner could not use, for it has no name or cannot be made larger.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// What a learner could not use, for it has no name or cannot be made larger.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0540",
    name: "control-without-name",
    severity: Severity::Error,
    docs: "A template of the course's `theme/` folder makes a field without a label, or a button or a link without words: a screen reader would say \
           only that there is something. Or it forbids to zoom, which many people need to read. WCAG 2.2, 4.1.2 and 1.4.4.",
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
