//! Two files that would have one name in a package.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Two files that would have one name in a package.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0602",
    name: "clashing-file-names",
    severity: Severity::Error,
    docs: "Some systems take `Tap.svg` and `tap.svg` for one file, and none can hold a file and a folder of the same name. One of them would \
           be lost without a word.",
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
