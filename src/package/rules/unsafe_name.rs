//! A file whose name some LMS or file system changes or refuses.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::target::NameFault;

/// A file whose name some LMS or file system changes or refuses.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0601",
    name: "unsafe-file-name",
    severity: Severity::Error,
    docs: "The name of this file does not work everywhere. A package is unpacked on many kinds of computers, and spaces, accents, `#`, `%` \
           or words such as `aux` do not survive that: learners would miss the file. Rename it with the letters `a` to `z`, digits, `.`, \
           `_` and `-`. Then correct its name in the course.",
    wrong: with_picture!("media/wash#1.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    right: with_picture!("media/wash-1.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

/// The course's file `path` has `fault`.
pub(in crate::package) fn diagnostic(path: &str, fault: &NameFault, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` cannot go into a package under this name: {fault}"))
        .help("rename the file to letters, digits, `-` and `_`, and correct its name in the course");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
