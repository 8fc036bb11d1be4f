//! A file that is not what its name says.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file that is not what its name says.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0609",
    name: "wrong-kind-of-file",
    severity: Severity::Error,
    docs: "The ending of the file's name does not fit what is in it. A GIF picture is called `.png`, for example, or a web page was saved \
           in place of a picture. Browsers go by the ending, so learners would see nothing. Change the ending, also in the course, or save \
           the file again in the form that its name promises.",
    wrong: with_picture!("media/tap.png", "GIF89a"),
    right: with_picture!("media/tap.gif", "GIF89a"),
};

/// File `path` should be `said`, and is `is`, where that is known.
pub(in crate::package) fn diagnostic(path: &str, said: &str, is: Option<&str>, span: Option<Span>) -> Diagnostic {
    let diagnostic = match is {
        Some(is) => Diagnostic::new(&LINT, format!("file `{path}` is called {said}, and is {is}"))
            .help("give it the ending of what it is, or save it again as what its name says"),
        None => Diagnostic::new(&LINT, format!("file `{path}` is called {said}, and is none"))
            .help("open the file: perhaps a download failed, and a page was saved in its place"),
    };
    match span {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    }
}
