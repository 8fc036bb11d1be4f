//! A plain line holds Markdown or HTML.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::lines::lines;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// A plain line with marks that would be shown as they are.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0258",
    name: "markup-in-plain-text",
    severity: Severity::Warning,
    docs: "This text holds signs for bold words, a link or a tag, and learners would see the signs themselves: the stars of `**Fire**`, for \
           example. Titles, statements, terms, questions and claims are plain text, because an LMS shows them just as they are. Take the \
           signs out. If the text really speaks of such signs, silence this warning with that reason.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: '**Clean** hands'\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// What Markdown or HTML would be: a tag, an entity, stars or underscores around words, backticks, a link. A `<` before a number, and
/// stars or underscores inside a word, are none.
static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    const FORMS: [&str; 6] = [
        r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>",
        r"&(?:[a-z]{2,8}|#[0-9]{1,7});",
        r"\*\*\S(?:[^*]*\S)?\*\*|(?:^|\s)\*[^\s*](?:[^*]*[^\s*])?\*(?:\W|$)",
        r"(?:^|\s)__?[^\s_](?:[^_]*[^\s_])?__?(?:\W|$)",
        r"`[^`]+`",
        r"!?\[[^\]]*\]\([^)\s]+\)",
    ];
    Regex::new(&FORMS.join("|")).expect("the forms are a pattern")
});

/// The first mark of `text`.
fn mark(text: &str) -> Option<&str> {
    MARKUP.find(text).map(|found| found.as_str().trim())
}

/// Finds them.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    for line in lines(course) {
        if let Some(mark) = mark(&line.text) {
            diagnostics.push(
                Diagnostic::new(&LINT, format!("`{mark}` would be shown as it is: this text is plain"))
                    .at(line.span, "plain text")
                    .help("leave the marks out"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn marks_are_told_from_what_only_looks_like_them() {
        for (text, found) in [
            ("**Fire** safety", "**Fire**"),
            ("Use *clear* words", "*clear*"),
            ("See [this](lesson:a)", "[this](lesson:a)"),
            ("<b>Fire</b>", "<b>"),
            ("Fish &amp; chips", "&amp;"),
            ("Run `make`", "`make`"),
            ("_Really_", "_Really_"),
        ] {
            assert_eq!(mark(text), Some(found), "{text}");
        }
        for text in ["2 * 3 * 4", "a < b > c", "snake_case_name", "R&D; and more", "5 < 6", "[sic]", "C* and D*", "At 50 % & more", "i<3"] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
