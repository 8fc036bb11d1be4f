//! The file is no YAML.

use crate::diag::{Diagnostic, Edit, FileId, Lint, Severity, Span};
use crate::yaml::mended::{Mended, Patch};
use crate::yaml::slip::Slip;

/// The file is no YAML.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0101",
    name: "yaml-syntax",
    severity: Severity::Error,
    docs: "The file cannot be read: a bracket, a colon, a dash, a quotation mark or a space is missing or in the wrong place. Course files are \
           written in YAML, plain text in which such signs show what belongs together. Most often a bracket was left open: `[` needs a `]`, \
           and `{` needs a `}`. Or signs came with words from a word processor, such as a bullet in place of a `-`. Look at the line in the \
           message, then at the line above it.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What is wrong where nothing more is known.
pub(in crate::yaml) const MESSAGE: &str = "this file is not valid YAML";

/// What `slip` says in `file`, whose text is `mended` so far.
pub(in crate::yaml) fn told(file: FileId, slip: Slip, mended: &Mended) -> Diagnostic {
    let span = |from: usize, to: usize| {
        let start = mended.original(from);
        Span::new(file, start, mended.original(to).max(start))
    };
    let mut diagnostic = Diagnostic::new(slip.lint, slip.message).at(span(slip.at.start, slip.at.end), slip.label);
    diagnostic.help = slip.help;
    if let Some(at) = slip.stopped {
        diagnostic = diagnostic.related(span(at, at), if slip.lint.code == LINT.code { "still open here" } else { "noticed here" });
    }
    // A mend of a mend is none of the file.
    let of_file = |patch: &Patch| mended.is_original(patch.at.clone());
    match slip.fix.filter(|(_, patches)| patches.iter().all(of_file)) {
        Some((title, patches)) => {
            let edit = |patch: Patch| Edit { span: span(patch.at.start, patch.at.end), replacement: patch.text };
            diagnostic.fix(title, patches.into_iter().map(edit).collect())
        }
        None => diagnostic,
    }
}

/// A key that is a list or a mapping.
pub(in crate::yaml) fn key_is_no_text(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a key has to be a text").at(span, "not a text").help("put the key in quotes if the brackets belong to it")
}
