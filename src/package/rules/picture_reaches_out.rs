//! A picture that loads something from elsewhere.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture that loads something from elsewhere.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0611",
    name: "picture-reaches-out",
    severity: Severity::Error,
    docs: "A picture loads something from outside itself, such as another picture. Browsers refuse that, so learners would see only a part. \
           Where it is not refused, another site learns who looks at it. Open the picture in a drawing program, embed what it links to, and \
           save it as \"plain SVG\".",
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
