//! More than one document in a file.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// More than one document in a file.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0105",
    name: "several-documents",
    severity: Severity::Error,
    docs: "A line with only `---` begins a second document inside the same file. coursec reads one document from each file, so all that \
           follows would be lost. Remove the line, or move what follows to a file of its own. If the `---` belongs to a text, put `|` after \
           the colon of that text, and begin each of its lines with two more spaces.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n---\ntheme: default\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntheme: default\n",
    )],
};

/// Where the second begins.
pub(in crate::yaml) fn second(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a second YAML document begins here")
        .at(span, "second document")
        .help("keep one document in a file: remove this line, or move the rest to another file")
}
