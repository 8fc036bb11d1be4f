//! Lines of a text are joined, because it has no `|`.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::yaml::Text;

/// Lines of a text are joined, because it has no `|`.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "W0122",
    name: "joined-lines",
    severity: Severity::Warning,
    docs: "The lines of a text are joined into one, because there is no `|` after its colon. What you wrote as a list, a heading or a new \
           paragraph becomes part of one long paragraph. Put `|` after the colon, and leave the lines of the text below it as they are.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nqualification:\n  title: Hygiene\n  overview:\n    Two rules.\n\n    1. Wash your hands.\n    2. Dry them.\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nqualification:\n  title: Hygiene\n  overview: |\n    Two rules.\n\n    1. Wash your hands.\n    2. Dry them.\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// Says so of blocks of Markdown that lost their lines.
pub fn check(text: &Text) -> Option<Diagnostic> {
    let line = text.joined?;
    let found = Diagnostic::new(&LINT, "the lines of this text are joined into one").at(line, "no line of its own without `|`");
    Some(found.help("put `|` after the key, and the text on the lines below it"))
}
