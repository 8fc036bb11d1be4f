//! A picture that not every program can read.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture that not every program can read.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0612",
    name: "broken-picture",
    severity: Severity::Error,
    docs: "A picture cannot be read: there is a mistake in its code. A picture in SVG is written in tags, and perhaps one of them is not \
           closed. Learners would see nothing. Open the picture in a drawing program, and save it as \"plain SVG\".",
    wrong: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"),
    right: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

/// Picture `path` has `what` at `span`; it is used at `used`.
pub(in crate::package) fn diagnostic(path: &str, what: &str, span: Span, used: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("picture `{path}` cannot be read: it has {what}")).at(span, "here");
    match used {
        Some(used) => diagnostic.related(used, "used here"),
        None => diagnostic,
    }
    .help("open the picture in a drawing program and save it as \"plain SVG\"")
}
