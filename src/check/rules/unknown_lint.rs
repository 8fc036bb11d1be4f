//! `lints` names what there is not.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::{certain, nearest};

/// A lint that there is not.
pub(in crate::check) static LINT: Lint = Lint {
    code: "E0216",
    name: "unknown-lint",
    severity: Severity::Error,
    docs: "The list `lints:` in course.yaml names a warning that does not exist. In this list you silence a warning or make it stricter; \
           under a wrong name, nothing would change. The name of a warning is on the first line of its explanation: type `coursec explain` \
           and its code.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n\
         lints: {criterion-not-evidence: {level: allow, reason: Assessed at work.}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n\
         lints: {criterion-not-evidenced: {level: allow, reason: Assessed at work.}}\n",
    )],
};

/// `name` is none of `lints`.
pub(in crate::check) fn unknown(name: &str, span: Span, lints: &[&'static Lint]) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("there is no warning named `{name}`")).at(span, "not the name of a warning");
    match nearest(name, lints.iter().map(|lint| lint.name)) {
        Some(near) => {
            let sure = certain(name, lints.iter().map(|lint| lint.name)) == Some(near);
            diagnostic.help(format!("did you mean `{near}`?")).write(near, span, sure)
        }
        None => diagnostic.help("`coursec explain` and the code of a warning shows its name"),
    }
}
