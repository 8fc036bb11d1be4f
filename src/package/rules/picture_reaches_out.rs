//! A picture that loads something from elsewhere.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture that loads something from elsewhere.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0611",
    name: "picture-reaches-out",
    severity: Severity::Error,
    docs: "A picture in SVG can load other files, and hold pieces of other documents. Browsers refuse that inside a page, so a part of the picture would be missing; and where they do not, somebody learns who looks at it. What a picture shows has to be in it.",
    wrong: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/tap.png'/></svg>"),
    right: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

/// Picture `path` has `what` at `span`; it is used at `used`.
pub(in crate::package) fn diagnostic(path: &str, what: &str, span: Span, used: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("picture `{path}` has {what}")).at(span, "not in the picture itself");
    match used {
        Some(used) => diagnostic.related(used, "used here"),
        None => diagnostic,
    }
    .help("open the picture in a drawing program, embed what it links to, and save it as \"plain SVG\"")
}
