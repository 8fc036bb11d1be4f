//! What makes two typed answers the same.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

static MARKS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\p{M}").expect("the expression is a constant"));
static PUNCTUATION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\p{P}").expect("the expression is a constant"));

/// What is ignored, in the order of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four independent words of the language, each there or not")]
pub(super) struct Ignore {
    pub(super) case: bool,
    pub(super) space: bool,
    pub(super) accents: bool,
    pub(super) punctuation: bool,
}

impl Default for Ignore {
    fn default() -> Self {
        Self { case: true, space: true, accents: false, punctuation: false }
    }
}

impl Ignore {
    /// The words of YAML and of the run-time's data.
    pub(super) const WORDS: [&str; 4] = ["case", "space", "accents", "punctuation"];

    /// Reads the words.
    pub(super) fn of(words: &[&str]) -> Self {
        let has = |word| words.contains(&word);
        Self { case: has("case"), space: has("space"), accents: has("accents"), punctuation: has("punctuation") }
    }

    /// Its words.
    pub(super) fn words(self) -> Vec<&'static str> {
        let on = [self.case, self.space, self.accents, self.punctuation];
        Self::WORDS.into_iter().zip(on).filter(|(_, on)| *on).map(|(word, _)| word).collect()
    }

    /// A typed answer without what is ignored.
    pub(super) fn fold(self, text: &str) -> String {
        let mut text = self.unaccented(text);
        if self.case {
            text = text.to_lowercase();
        }
        self.spaced(text)
    }

    /// A typed answer as patterns see it: case is the pattern's own affair.
    pub(super) fn fold_but_case(self, text: &str) -> String {
        self.spaced(self.unaccented(text))
    }

    fn unaccented(self, text: &str) -> String {
        let mut text: String = text.nfc().collect();
        if self.accents {
            let apart: String = text.nfd().collect();
            text = MARKS.replace_all(&apart, "").nfc().collect();
        }
        if self.punctuation {
            text = PUNCTUATION.replace_all(&text, "").into_owned();
        }
        text
    }

    fn spaced(self, text: String) -> String {
        if self.space { collapse(&text) } else { text }
    }
}

/// Runs of what JavaScript's `\s` is become one space; none at the ends.
pub(super) fn collapse(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A typed answer as it is reported.
pub(super) fn reported(text: &str) -> String {
    collapse(&text.nfc().collect::<String>())
}

/// ECMA-262 12.2 and 12.3: Unicode's spaces and line ends, with U+FEFF, without U+0085.
fn is_space(c: char) -> bool {
    c == '\u{FEFF}' || (c.is_whitespace() && c != '\u{85}')
}
