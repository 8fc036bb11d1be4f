//! A language tag in an unusual case.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// A language tag that is not in the case that all others use.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0252",
    name: "language-case",
    severity: Severity::Warning,
    docs: "A language tag has its usual case: the language in small letters, a script with one capital, the country in capitals, as in `en-GB` or \
           `zh-Hant`. It means the same otherwise, but some LMSs compare tags letter by letter. `coursec check --fix` writes it so.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-gb\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// The tag at `span` is `canonical` in its usual case.
pub(super) fn unusual(written: &str, canonical: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the language tag `{written}` is written `{canonical}`"))
        .at(span, "in an unusual case")
        .help(format!("write `{canonical}`"))
        .fix(format!("write `{canonical}`"), vec![Edit { span, replacement: canonical.to_owned() }])
}
