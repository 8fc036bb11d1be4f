//! What an author did where the parser stopped: its own words are for programmers.
//!
//! In: the text, the place, the parser's reason. Out: where to point, and what to say there. It never fails: what is not recognised keeps the parser's reason.

/// What to say of a text that is no YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Bytes to point at.
    pub(super) at: std::ops::Range<usize>,
    /// What is there.
    pub(super) label: String,
    /// The next action.
    pub(super) help: &'static str,
    /// Where the parser stopped, if that is elsewhere.
    pub(super) stopped: Option<usize>,
}

/// Where the parser stopped, and what was open there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<'a> {
    /// The whole text.
    pub(super) source: &'a str,
    /// The byte it stopped at.
    pub(super) at: usize,
    /// Its reason.
    pub(super) reason: &'a str,
    /// The end of what was read before.
    pub(super) read: usize,
    /// The innermost bracket that is open.
    pub(super) bracket: Option<usize>,
}

const CLOSE_QUOTE: &str = "close the quotation mark where the text ends; inside `'...'` an apostrophe is written twice: `''`";
const CLOSE_BRACKET: &str = "close it: `[` with `]`, `{` with `}`";
const QUOTE_COLON: &str = "put a text that holds `: ` in quotes, or write it below a `|`";
const INDENT: &str = "indent the line like its neighbours, with spaces";

impl Stop<'_> {
    /// The slip that explains the stop.
    pub(super) fn slip(&self) -> Slip {
        self.tab()
            .or_else(|| self.quote())
            .or_else(|| self.bracket())
            .or_else(|| self.spacing())
            .or_else(|| self.colon())
            .or_else(|| self.placing())
            .unwrap_or_else(|| self.here(self.reason, "look at the indentation, quotation marks and brackets here and in the line above"))
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.reason.contains(word))
    }

    /// The line where it stopped, and where that begins.
    fn line(&self) -> (usize, &str) {
        let start = self.source[..self.at].rfind('\n').map_or(0, |newline| newline + 1);
        (start, self.source[start..].lines().next().unwrap_or_default())
    }

    fn here(&self, label: &str, help: &'static str) -> Slip {
        Slip { at: self.character(self.at), label: label.to_owned(), help, stopped: None }
    }

    fn character(&self, at: usize) -> std::ops::Range<usize> {
        at..self.source[at..].chars().next().map_or(at, |c| at + c.len_utf8())
    }

    /// The line without its indentation and the dash of a list.
    fn words(&self) -> &str {
        let words = self.line().1.trim_start();
        words.strip_prefix("- ").map_or(words, str::trim_start)
    }

    fn tab(&self) -> Option<Slip> {
        let (start, line) = self.line();
        let indentation = line.len() - line.trim_start().len();
        let before = line[..indentation].find('\t').map(|tab| tab + start);
        let after = || self.source[self.at..].find('\t').filter(|_| self.says(&["tab"])).map(|tab| tab + self.at);
        let tab = before.or_else(after)?;
        Some(Slip { at: tab..tab + 1, label: "a tab".to_owned(), help: "indent with spaces: YAML takes no tabs", stopped: None })
    }

    fn quote(&self) -> Option<Slip> {
        if self.says(&["escape"]) {
            let help = "write `\\\\` for one `\\`, or put the text in single quotes: `'...'`";
            return Some(self.here("in double quotes `\\` has a meaning of its own", help));
        }
        if !self.says(&["quoted"]) || self.says(&["trailing"]) {
            return None;
        }
        let opens = |at: &usize| matches!(&self.source[*at..=*at], "\"" | "'") && self.source[..*at].ends_with([' ', '[', '{', ',', '\n']);
        let opened = (self.read.min(self.at)..self.at)
            .filter(|at| self.source.is_char_boundary(*at) && self.source.is_char_boundary(at + 1))
            .find(opens);
        let label = "this quotation mark is not closed";
        Some(opened.map_or_else(
            || self.here(label, CLOSE_QUOTE),
            |at| Slip { at: at..at + 1, label: label.to_owned(), help: CLOSE_QUOTE, stopped: Some(self.at) },
        ))
    }

    fn bracket(&self) -> Option<Slip> {
        let at = self.bracket?;
        let label = format!("this `{}` is not closed", &self.source[at..=at]);
        Some(Slip { at: at..at + 1, label, help: CLOSE_BRACKET, stopped: (self.at > at + 1).then_some(self.at) })
    }

    /// A dash or colon without its space.
    fn spacing(&self) -> Option<Slip> {
        let (start, line) = self.line();
        let words = line.trim_start();
        if words.starts_with('-') && !words.starts_with("- ") && words.len() > 1 {
            let dash = start + line.len() - words.len();
            return Some(Slip {
                at: dash..dash + 1,
                label: "no space after it".to_owned(),
                help: "put a space after the `-`",
                stopped: None,
            });
        }
        let words = self.words();
        let (key, rest) = words.split_once(':')?;
        let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !bare || rest.is_empty() || rest.starts_with([' ', '\t', '/']) {
            return None;
        }
        let colon = start + line.len() - rest.len() - 1;
        Some(Slip { at: colon..colon + 1, label: "no space after it".to_owned(), help: "put a space after the `:`", stopped: None })
    }

    /// A colon that makes a key where there can be none.
    fn colon(&self) -> Option<Slip> {
        if !self.says(&["mapping values"]) {
            return None;
        }
        let key = self.words().split(':').next().unwrap_or_default();
        let (start, line) = self.line();
        let first = start + line.len() - line.trim_start().len();
        if !key.contains(' ') && self.source[first..self.at].trim_start_matches("- ") == key {
            let at = first..first + self.source[first..self.at].len();
            let help = "indent it like the keys beside it; a text of several lines stands below a `|`";
            return Some(Slip { at, label: "indented deeper than the line above".to_owned(), help, stopped: None });
        }
        Some(self.here("`: ` inside a text", QUOTE_COLON))
    }

    /// A line or word that stands where nothing can.
    fn placing(&self) -> Option<Slip> {
        if self.says(&["unexpected character"]) {
            let c = self.source[self.at..].chars().next()?;
            return Some(self.here(&format!("a text cannot begin with `{c}`"), "put the text in quotes"));
        }
        let (start, _) = self.line();
        let before = self.source[start..self.at].trim_end();
        if before.ends_with(['"', '\'']) {
            let help = "put the whole text in quotation marks: in `'...'`, or in `\"...\"` where it holds an apostrophe";
            return Some(self.here("more text after the closing quotation mark", help));
        }
        if before.ends_with([']', '}']) {
            return Some(self.here("more text after the closing bracket", "put a text that begins with `[` or `{` in quotes"));
        }
        if self.says(&["expected ':'"]) {
            let help = "write `key: value`; a line that goes on with the text above is indented as deep as that text begins";
            return Some(self.here("no key with a value, and no part of the text above", help));
        }
        let first = before.trim_start_matches('-').trim().is_empty();
        (first && self.says(&["expected '-'", "expected key", "indent"]))
            .then(|| self.here("not indented like the lines around it", INDENT))
    }
}
