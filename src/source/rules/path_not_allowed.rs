//! A path that leads nowhere in the course.

use crate::diag::{Diagnostic, Lint, Severity};

/// A path that leads nowhere in the course.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0132",
    name: "path-not-allowed",
    severity: Severity::Error,
    docs: "This path (the folders and the name that lead to a file) leads to a place where coursec does not look. A path begins at the \
           course folder, with `/` between folders, and never has `..` in it. Units, banks and lessons are in `units/`, `banks/` and \
           `lessons/`; pictures, sound, films and downloads are in `media/`. Nothing else is read, so a course that somebody sends you \
           cannot reach your other files. Put the file into one of these folders, and write its new path.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [../hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `path` has a form that no path may have.
pub(in crate::source) fn at_fault(path: &str, fault: &str) -> Diagnostic {
    // What is written stays readable: only what cannot be seen is escaped.
    let shown: String = path.chars().flat_map(|c| if c.is_control() { c.escape_debug().collect() } else { vec![c] }).collect();
    Diagnostic::new(&LINT, format!("`{shown}` is not a path in the course: {fault}"))
        .help("write the path from the course folder, such as `units/first.yaml` or `media/plan.svg`")
}

/// `path` is in none of `folders`.
pub(in crate::source) fn elsewhere(path: &str, folders: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`{path}` is not in a folder that is read for this"))
        .help(format!("move the file to {folders}, and write its new path here"))
}
