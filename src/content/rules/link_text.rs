//! A link whose words do not say where it leads.

use super::LESSON;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A link whose words do not say where it leads.
pub(in crate::content) static LINT: Lint = Lint {
    code: "W0411",
    name: "link-text",
    severity: Severity::Warning,
    docs: "The words of a link do not say where it leads. Learners who listen to a page often jump from link to link, and hear only these \
           words. \"Click here\" or a bare address tells them nothing. Name what is at the other end. (WCAG 2.2, 2.4.4)",
    wrong: &[("lessons/how.md", "To see it, [click here](https://example.org/film).\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "See [the film on washing hands](https://example.org/film).\n"), ("units/hand-washing.yaml", LESSON)],
};

/// Words that lead anywhere.
const EMPTY: [&str; 9] = ["click", "click here", "follow this link", "here", "learn more", "more", "read more", "this link", "this page"];

/// What is wrong with `words` as those of a link at `span`, if something is.
pub(in crate::content) fn check(words: &str, span: Span) -> Option<Diagnostic> {
    let plain = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let told = |message: String| Diagnostic::new(&LINT, message).at(span, "");
    if words.is_empty() {
        return Some(told("a link has no words".to_owned()).help("write in the brackets what it leads to: `[the film](https://...)`"));
    }
    if EMPTY.contains(&plain.as_str()) {
        return Some(
            told(format!("the words `{words}` do not say where the link leads"))
                .help("name what is there, as in `[the film on washing hands](...)`"),
        );
    }
    let is_address = (words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.")) && !words.contains(' ');
    is_address.then(|| {
        told("an address stands in place of a link's words".to_owned())
            .help("write `[what is there](address)`: an address is read out letter by letter")
    })
}
