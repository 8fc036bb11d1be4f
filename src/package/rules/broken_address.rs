//! An address in a page that leads to no file of the package.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// An address in a page that leads to no file of the package.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0607",
    name: "broken-address",
    severity: Severity::Error,
    docs: "A page or style sheet leads to a file that is not in the package, so learners would see a gap. Most often the reason is a file \
           in the folder `theme/`. Let it lead to a file that a text of the course shows too, or take it out.",
    wrong: &[("theme/css/brand.css", ".brand { background-image: url(\"../media/missing.svg\"); }\n")],
    right: &[("theme/css/brand.css", ".brand { background-color: transparent; }\n")],
};

/// File `name` of a package leads to `address`, which is written at `span`.
pub(in crate::package) fn diagnostic(name: &str, address: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{name}` of the package leads to `{address}`, which is not in it"));
    match span {
        Some(span) => {
            diagnostic.at(span, "not in the package").help("lead to a file that a text of the course uses too, or take the address out")
        }
        None => diagnostic.help("the theme wrote this address: take it out there"),
    }
}
