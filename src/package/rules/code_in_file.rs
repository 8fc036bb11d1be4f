//! Code that must not run in an LMS.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Code that must not run in an LMS.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0606",
    name: "code-in-file",
    severity: Severity::Error,
    docs: "A file holds a script, a small program that would run inside your LMS in the learner's name. Many LMSs block such a file, and \
           some scripts make learners lose their answers. Save a picture again without scripts: drawing programs call that \"plain SVG\". If \
           the file is part of the theme, take the script out there.",
    wrong: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    right: with_picture!("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
};

/// File `name` of a package holds `what`.
pub(in crate::package) fn diagnostic(what: &str, name: &str, span: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{name}` of the package has {what}"));
    match span {
        Some(span) => diagnostic.at(span, "used here").help("save the file without scripts: drawing programs call this \"plain SVG\""),
        None => diagnostic.help("the theme or the run-time wrote it: take it out there"),
    }
}

/// Picture `path` has `what` at `span`; it is used at `used`.
pub(in crate::package) fn in_picture(path: &str, what: &str, span: Span, used: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("picture `{path}` has {what}")).at(span, "this would run in the LMS");
    match used {
        Some(used) => diagnostic.related(used, "used here"),
        None => diagnostic,
    }
    .help("save the picture without scripts: drawing programs call this \"plain SVG\"")
}
