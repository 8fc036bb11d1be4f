//! A file that LMSs refuse, because a server could run it.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file that LMSs refuse, because a server could run it.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0610",
    name: "blocked-file",
    severity: Severity::Error,
    docs: "This file could be run as a program: its name ends in `.exe`, `.php` or the like. Many LMSs refuse the whole package because of \
           it. Take the file out, or put it on a web site and link to it.",
    wrong: with_picture!("media/tap.php", "A tap"),
    right: with_picture!("media/tap.txt", "A tap"),
};

/// File `path` is `what`: an ending, or what the file is.
pub(in crate::package) fn diagnostic(path: &str, what: &str, span: Option<Span>) -> Diagnostic {
    let is = if what.starts_with('.') { "ends in" } else { "is" };
    let what = if what.starts_with('.') { format!("`{what}`") } else { what.to_owned() };
    let message = format!("file `{path}` {is} {what}, which LMSs refuse");
    let diagnostic = Diagnostic::new(&LINT, message).help("take it out, or offer it on a web site and link to it");
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
