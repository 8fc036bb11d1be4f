//! A picture that is no file of the course.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A picture that is no file of the course.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0404",
    name: "image-elsewhere",
    severity: Severity::Error,
    docs: "A picture is somewhere on the web, and not in the course. A package holds all that it shows: it works without a network, and no \
           other site learns who looks at it. Save the picture into `media/`, and name it there, as `media/tap.svg`, or as `media:id` if it \
           has an entry in `media:`.",
    wrong: &[("lessons/how.md", "![A tap](https://example.org/tap.svg)\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[
        ("lessons/how.md", "![A tap](media/tap.svg)\n"),
        ("units/hand-washing.yaml", LESSON),
        ("media/tap.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n"),
    ],
};

/// `address` at `span` is no file of the course.
pub(in crate::content) fn diagnostic(address: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("the picture `{address}` is not a file of the course"))
        .at(span, "not in media/")
        .help("put the file into media/ and write `![what it shows](media/file.svg)`, or `![](media:id)` with an entry in `media:`")
}
