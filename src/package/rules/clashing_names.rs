//! Two files that would have one name in a package.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Two files that would have one name in a package.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0602",
    name: "clashing-file-names",
    severity: Severity::Error,
    docs: "Two files have names that some computers take for one, such as `Tap.svg` and `tap.svg`. Or a file has the same name as a folder. \
           One of them would get lost unnoticed. Rename one of the two.",
    // A folder that is read on such a system cannot hold both; tests/it/packages.rs shows it.
    wrong: &[],
    right: &[],
};

/// The course's files `first` and `second` clash.
pub(in crate::package) fn diagnostic(first: &str, second: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("files `{first}` and `{second}` cannot both go into a package"))
        .help("rename one of them so that they differ in more than upper and lower case");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
