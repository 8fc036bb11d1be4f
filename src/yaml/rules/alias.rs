//! Anchors, aliases and merge keys.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// Anchors, aliases and merge keys.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0103",
    name: "yaml-alias",
    severity: Severity::Error,
    docs: "A value is written as `&name`, `*name` or `<<`, which is YAML's shorthand for \"the same as over there\". Whoever reads that line \
           has to search the file for what it stands for, so course files do without it. Write the words out in each place. If your text \
           only happens to begin with `&` or `*`, put it in quotes.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: &name Clean hands\ndescription: *name\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\ndescription: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// An alias.
pub(in crate::yaml) fn used(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a YAML alias cannot be used here")
        .at(span, "stands for something elsewhere")
        .help("write the value out, or put a text that begins with `*` in quotes")
}

/// What is wrong with an anchor.
pub(in crate::yaml) const ANCHOR: &str = "a YAML anchor cannot be used here";

/// An anchor; where nothing is `used` by its name, it can go.
pub(in crate::yaml) fn anchor(span: Span, used: bool) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&LINT, ANCHOR).at(span, "names a value").help("remove it, or put a text that begins with `&` in quotes");
    if used { diagnostic } else { diagnostic.fix("remove it", vec![Edit { span, replacement: String::new() }]) }
}

/// A merge key.
pub(in crate::yaml) fn merge(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "a YAML merge key cannot be used here").at(span, "takes keys from elsewhere").help("write the keys out")
}
