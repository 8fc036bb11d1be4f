//! A heading of the first level in a text.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};
use std::ops::Range;

use super::LESSON;
use crate::yaml::Text;

/// A heading of the first level in a text.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0402",
    name: "heading-level",
    severity: Severity::Error,
    docs: "A heading inside a text begins with one `#`. That is the level of the page's own title, and learners who listen to a page find \
           their way by these levels. Write one more: `##`.",
    wrong: &[("lessons/how.md", "# How\n\nWith soap.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "## How\n\nWith soap.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// The heading in `range` of `text` is of the first level.
pub(in crate::content) fn diagnostic(text: &Text, range: Range<usize>) -> Diagnostic {
    let heading = text.text.get(range.clone()).unwrap_or_default();
    let line = heading.trim_end().len();
    let span = text.locate(range.start..range.start + line);
    let diagnostic = Diagnostic::new(&LINT, "a heading in a text begins with `##`")
        .at(span, "of the first level")
        .help("write `##`: the first level is the title of the page");
    // A heading that is underlined has no `#` that could be doubled.
    if heading.starts_with('#') {
        return diagnostic.fix("write `##`", vec![Edit { span: Span { end: span.start, ..span }, replacement: "#".to_owned() }]);
    }
    diagnostic
}
