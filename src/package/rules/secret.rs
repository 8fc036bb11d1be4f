//! A password, key or token.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A password, key or token.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0605",
    name: "secret",
    severity: Severity::Error,
    docs: "There is a password, a token or another secret in the course. All who open a course can read all of its files. They could use \
           the secret to read every learner's record, or to write false ones. Take it out. Then change it in the system that it belongs to, \
           because somebody may have seen it already. The course needs no secret: your LMS gives it what it needs when a learner opens it.",
    wrong: with_picture!(
        "media/tap.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\n\
             description: Results go to https://course:Xk29vQ7Lm4Tz@lrs.example.edu/ by themselves.\nunits: [units/hand-washing.yaml]\n"
        )
    ),
    right: with_picture!(
        "media/tap.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\n\
             description: Results go to https://lrs.example.edu/ by themselves.\nunits: [units/hand-washing.yaml]\n"
        )
    ),
};

/// A source holds `kind` at `span`.
pub(in crate::package) fn in_source(kind: &str, span: Span) -> Diagnostic {
    told(Diagnostic::new(&LINT, format!("{kind} is in a file of the course")).at(span, "everybody who has the course can read this"))
}

/// File `name` of a package holds `kind`, as `excerpt` shows.
pub(in crate::package) fn in_file(kind: &str, name: &str, excerpt: &str, used: Option<Span>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("{kind} (`{excerpt}`) would stand in file `{name}` of the package"));
    told(match used {
        Some(span) => diagnostic.at(span, "used here"),
        None => diagnostic,
    })
}

fn told(diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.help("take it out, then change it in the system that it belongs to: anybody who has seen this file knows it")
}
