//! A file that is not there.

use crate::diag::{Diagnostic, Lint, Severity};

/// A file that is not there.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0130",
    name: "missing-file",
    severity: Severity::Error,
    docs: "The course names a file that is not in the course folder. Its name is misspelt, it was moved, or it was never put there. Names \
           begin at the course folder: a unit is `units/name.yaml`, a picture `media/name.svg`. Put the file there, or correct its name.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml, units/drying.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `path` is not there; `near` looks like it.
pub(in crate::source) fn diagnostic(path: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("file `{path}` is not in the course folder"));
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("put the file there, or correct the path"),
    }
}
