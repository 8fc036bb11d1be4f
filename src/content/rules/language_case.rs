//! A language tag in an unusual case.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};

/// A language tag that is not in the case that all others use.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0252",
    name: "language-case",
    severity: Severity::Warning,
    docs: "The capitals in this language tag (a short code such as `en-GB`) are unusual. It means the same, but some LMSs compare tags \
           letter by letter and would not know it. The language is in small letters, the country in capitals, and a script begins with one \
           capital, as in `zh-Hant`. `coursec check --fix` writes it so.",
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
