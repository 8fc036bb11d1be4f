//! A heading that skips a level.

use std::ops::Range;

use super::LESSON;
use crate::diag::{Diagnostic, Edit, Lint, Severity};
use crate::yaml::Text;

/// A heading that skips a level.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0411",
    name: "heading-skips",
    severity: Severity::Error,
    docs: "A heading skips a level, such as a `####` right below a `##`. Learners who listen to a page use its headings as the table of \
           contents, and would think that they missed a part. Go one level deeper at a time, and begin each text with `##`. How large a \
           heading looks is up to the theme. (WCAG 2.2, 1.3.1)",
    wrong: &[("lessons/how.md", "## How\n\nWith soap.\n\n#### With gel\n\nNever alone.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "## How\n\nWith soap.\n\n### With gel\n\nNever alone.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// The heading in `range` of `text` is of `level`, and the one before it of level `before`; 1 where there is none.
pub(in crate::content) fn diagnostic(text: &Text, range: &Range<usize>, level: usize, before: usize) -> Diagnostic {
    let heading = text.text.get(range.clone()).unwrap_or_default();
    let span = text.locate(range.start..range.start + heading.trim_end().len());
    let right = "#".repeat(before + 1);
    let label = if before == 1 {
        "the first heading of this text".to_owned()
    } else {
        format!("the heading before it is a `{}`", "#".repeat(before))
    };
    let surplus = text.locate(range.start..range.start + (level - before - 1));
    Diagnostic::new(&LINT, format!("the heading is a `{}`, and no `{right}` stands above it", "#".repeat(level)))
        .at(span, label)
        .help(format!("write `{right}`: each heading goes at most one level deeper than the one before it"))
        .fix(format!("write `{right}`"), vec![Edit { span: surplus, replacement: String::new() }])
}
