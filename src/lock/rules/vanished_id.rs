//! An id that vanished while a new one reads the same.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::lock::census::Counted;

/// An id that vanished while a new one reads the same.
pub(in crate::lock) static LINT: Lint = Lint {
    code: "W0290",
    name: "vanished-id",
    severity: Severity::Warning,
    docs: "Something that was released is gone, and something new has the same text. Most likely it was renamed or moved. Learners' answers \
           would stay with the old id (the short name after `id:`) and not be found. If it is the same thing, add the line that the message \
           shows under `moved:` in course.yaml. If it is a new thing, change its text. In a release this is an error.",
    wrong: &[
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\n",
        ),
        (
            "course.lock",
            "! release 1 version=0.9.0 digest=0 record=f07e532674587489\nhand-washing unit 0 id=hand-washing at=0 since=1\nhand-washing/LO-1 outcome 0 id=LO-1 at=0.0 since=1\nhand-washing/LO-1 @1 wording=4f5511200b564494\n",
        ),
    ],
    right: &[
        (
            "course.lock",
            "! release 1 version=0.9.0 digest=0 record=f07e532674587489\nhand-washing unit 0 id=hand-washing at=0 since=1\nhand-washing/LO-1 outcome 0 id=LO-1 at=0.0 since=1\nhand-washing/LO-1 @1 wording=4f5511200b564494\n",
        ),
        (
            "course.yaml",
            "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands in a kitchen\nunits: [units/hand-washing.yaml]\nmoved:\n  - {from: hand-washing/LO-1, to: hand-washing/LO1}\n",
        ),
    ],
};

/// What was at `path` seems to be `twin` now; an error where a release would make that final.
pub(in crate::lock) fn diagnostic(path: &str, twin: &Counted<'_>, releasing: bool) -> Diagnostic {
    let new = &twin.path;
    let mut diagnostic = Diagnostic::new(&LINT, format!("`{path}` is gone, and `{new}` reads the same"))
        .at(twin.span, "new, with the same text")
        .help(format!("if it was renamed or moved, add to `moved:` in course.yaml: `{{from: {path}, to: {new}}}`"));
    if releasing {
        diagnostic.severity = Severity::Error;
        diagnostic.why = Some("a release would make it final".to_owned());
    }
    diagnostic
}
