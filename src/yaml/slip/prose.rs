//! Slips of a text that needed quotes.

use std::ops::Range;

use super::{Mend, SIGN, Slip, Stop};
use crate::yaml::extent::{self, Line};
use crate::yaml::mended::Patch;
use crate::yaml::quoted::{patches, quoted};
use crate::yaml::rules::{alias, colon_in_text, comma_in_text, hash_in_text, quotation_mark, sign_before_text, syntax, tag};

/// The bytes of a replacement that is shown whole.
const SHOWN: usize = 120;

impl Stop<'_> {
    /// What puts the value `range` in quotes, as the mend of `slip`.
    fn in_quotes(&self, slip: Slip, range: &Range<usize>) -> Slip {
        let text = &self.source[range.clone()];
        slip.help(advice(text)).fix("put the text in quotes", patches(self.source, range.clone()))
    }

    /// A ` #` that ended a text which goes on in the next line.
    pub(super) fn remark(&self) -> Option<Slip> {
        let range = match self.swallowed() {
            Some((open, hash)) => extent::flow(self.source, open, hash)?,
            None if self.says(&["comment intercepting"]) => self.value()?,
            None => return None,
        };
        let text = &self.source[range.clone()];
        let hash = range.start + text.find(" #")? + 1;
        let shown = hash..Line::at(self.source, hash).end();
        let slip = Slip::new(&hash_in_text::LINT, hash_in_text::MESSAGE, shown, "YAML reads this as a remark").stopped(self.at);
        if self.source[hash..].starts_with("# ") {
            let help = "put the whole text in quotes; if this is a remark, move it to a line of its own above the text";
            return Some(slip.help(help).mends([patches(self.source, range)]));
        }
        Some(self.in_quotes(slip, &range))
    }

    /// The bracket above that only a remark closes, and where the remark begins.
    fn swallowed(&self) -> Option<(usize, usize)> {
        const FAR: usize = 200;
        let lines = std::iter::once(self.line()).chain(extent::lines_above(self.source, self.line())).take(FAR);
        let found = |open: usize| {
            let close = extent::closing(self.source, open, false)?;
            let swallowed = extent::closing(self.source, open, true).is_none_or(|real| real > close);
            let hash = open + self.source[open..close].find(" #")?;
            swallowed.then_some((open, hash))
        };
        self.bracket.into_iter().chain(lines.filter_map(|line| line.bracket(self.source))).find_map(found)
    }

    pub(super) fn quote(&self) -> Option<Slip> {
        // A tag has escapes too, after `%`.
        if self.says(&["quoted"]) && self.says(&["escape", "hexadecimal", "code point"]) {
            let at = self.escape().unwrap_or(self.at);
            let slip = Slip::new(&quotation_mark::LINT, "in double quotes `\\` has a meaning of its own", self.character(at), "here");
            let help = "write `\\\\` for one `\\`, or put the text in single quotes: `'...'`";
            return Some(slip.help(help).fix("write `\\\\`", vec![Patch::insert(at, "\\")]));
        }
        let trailing = self.says(&["trailing"]);
        if !trailing && !self.says(&["quoted", "unclosed quote"]) {
            return self.after_quote();
        }
        let opened = self.opened();
        let line = self.line();
        match opened {
            Some(at) if at < line.start || !trailing => Some(self.unclosed(at)),
            _ if trailing => self.after_quote(),
            _ => Some(Slip::new(&quotation_mark::LINT, UNCLOSED, self.character(self.at), "here").help(CLOSE_QUOTE)),
        }
    }

    /// The first `\` that stands for nothing in the double quotes which begin before or at the place. YAML 1.2.2, 5.7.
    fn escape(&self) -> Option<usize> {
        let line = self.line();
        let before = &self.source.as_bytes()[line.start..self.source.len().min(self.at + 1)];
        let from = line.start + before.iter().rposition(|byte| *byte == b'"').unwrap_or(0);
        let mut rest = self.source[from..].char_indices().skip(1);
        while let Some((at, c)) = rest.next() {
            let known = |(_, next): (usize, char)| "0abt\tnvfre \"/\\N_LPxuU\n\r".contains(next);
            if c == '\\' && !rest.next().is_some_and(known) {
                return Some(from + at);
            }
        }
        None
    }

    /// Where the quotation mark stands that opened the text at the place.
    fn opened(&self) -> Option<usize> {
        let opens = |at: &usize| matches!(&self.source[*at..=*at], "\"" | "'") && self.source[..*at].ends_with([' ', '[', '{', ',', '\n']);
        (self.read.min(self.at)..self.at).filter(|at| self.source.is_char_boundary(*at) && self.source.is_char_boundary(at + 1)).find(opens)
    }

    fn unclosed(&self, at: usize) -> Slip {
        let line = Line::at(self.source, at);
        let end = line.start + line.text.trim_end().len();
        let mark = &self.source[at..=at];
        let inside = self.inside().or_else(|| line.text[..at - line.start].find(['[', '{']).map(|open| line.start + open));
        // In brackets the text ends before the one that closes them.
        let end = inside.map_or(end, |_| line.start + line.text.trim_end().trim_end_matches([']', '}', ',']).len());
        let mut slip = Slip::new(&quotation_mark::LINT, UNCLOSED, self.character(at), "opens here").help(CLOSE_QUOTE);
        slip.stopped = Some(self.at);
        slip.mends([vec![Patch::insert(end, mark)]])
    }

    /// More text after a closing quotation mark.
    fn after_quote(&self) -> Option<Slip> {
        let range = self.value()?;
        let text = &self.source[range.clone()];
        let mark = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        if range.start >= self.at || Line::at(self.source, range.start).start != self.line().start {
            return None;
        }
        let close = 1 + text[1..].find(mark)?;
        if close + 1 >= text.len() {
            return None;
        }
        let rest = range.start + close + 1;
        let at = rest + self.source[rest..].len() - self.source[rest..].trim_start().len();
        let slip =
            Slip::new(&quotation_mark::LINT, "more text stands after the closing quotation mark", at..range.end, "outside the quotes");
        // In `'don't go` the apostrophe is no closing mark: where the text was to end is not known.
        if self.source[range.start + close + 1..].starts_with(char::is_alphanumeric) && !text.ends_with(mark) {
            return Some(slip.help(CLOSE_QUOTE).mends([patches(self.source, range)]));
        }
        Some(self.in_quotes(slip, &range))
    }

    /// A sign that begins a text, and means something else to YAML.
    pub(super) fn sign(&self) -> Option<Slip> {
        let range = self.value()?;
        let text = &self.source[range.clone()];
        let line = self.line();
        if range.start < line.start && self.reason != SIGN || range.start > self.at {
            return None;
        }
        let first = text.chars().next()?;
        let read = match first {
            '*' | '&' | '!' | '%' | '@' | '`' => true,
            '-' | '?' => text[1..].starts_with(' '),
            '|' | '>' => !text[1..].trim_start_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']).trim().is_empty(),
            '[' | '{' => extent::closing(self.source, range.start, false).is_some_and(|close| close < self.at && close + 1 < range.end),
            _ => false,
        };
        if !read || text.contains('\n') && matches!(first, '|' | '>') && !text.lines().next().unwrap_or_default().contains(' ') {
            return None;
        }
        let message = sign_before_text::message(first);
        let slip = Slip::new(&sign_before_text::LINT, message, self.character(range.start), "a sign of YAML");
        Some(self.in_quotes(slip, &range).mends(self.name(range.start)))
    }

    /// The sign at byte `at` with the name that follows it, where it is no part of a text but was meant as one of YAML.
    fn name(&self, at: usize) -> Option<Mend> {
        let lint = match &self.source[at..=at] {
            "&" => &alias::LINT,
            "!" => &tag::LINT,
            _ => return None,
        };
        let word = self.source[at..].split([' ', '\t', '\n']).next().unwrap_or_default();
        let rest = &self.source[at + word.len()..];
        let end = at + word.len() + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let message = if word.starts_with('&') { alias::ANCHOR } else { tag::MESSAGE };
        let slip = Slip::new(lint, message, at..at + word.len(), "a sign of YAML, and no part of the value");
        let slip = slip.help(format!("remove `{word}`")).fix("remove it", vec![Patch::replace(at..end, "")]);
        Some(Mend::told(slip))
    }

    /// `: ` inside a text.
    pub(super) fn colon(&self) -> Option<Slip> {
        let flow = self.inside().is_some();
        if !(self.says(&["mapping values"]) || flow && self.says(&["expected ','"])) {
            return None;
        }
        let range = self.value()?;
        let text = &self.source[range.clone()];
        let colon = text.find(": ").or_else(|| text.find(":\n")).or_else(|| text.strip_suffix(':').map(str::len))?;
        let at = range.start + colon;
        let slip = Slip::new(&colon_in_text::LINT, colon_in_text::MESSAGE, at..at + 1, "YAML reads what stands before it as a key");
        Some(self.in_quotes(slip, &range))
    }

    /// A comma that ended a text in braces, where what follows is no YAML.
    pub(super) fn comma(&self) -> Option<Slip> {
        let open = self.inside().filter(|open| self.source[*open..].starts_with('{'))?;
        let range = extent::flow(self.source, open, self.at)?;
        let comma = range.start + self.source[range.clone()].find(',')?;
        let slip = Slip::new(&comma_in_text::LINT, comma_in_text::MESSAGE, comma..comma + 1, "YAML ends the text here");
        Some(self.in_quotes(slip, &range))
    }

    pub(super) fn bracket(&self) -> Option<Slip> {
        let at = self.bracket.filter(|_| self.inside().is_none())?;
        let line = Line::at(self.source, at);
        let close = if self.source[at..].starts_with('[') { "]" } else { "}" };
        let label = format!("this `{}` is not closed", &self.source[at..=at]);
        let mut slip = Slip::new(&syntax::LINT, syntax::MESSAGE, at..at + 1, label).help("close it: `[` with `]`, `{` with `}`");
        slip.stopped = (self.at > at + 1).then_some(self.at);
        let end = line.start + line.text.trim_end().len();
        // What is empty so far may go on anywhere.
        Some(if end > at + 1 { slip.mends([vec![Patch::insert(end, close)]]) } else { slip })
    }
}

const UNCLOSED: &str = "this quotation mark is not closed";
const CLOSE_QUOTE: &str = "close the quotation mark where the text ends; inside `'...'` an apostrophe is written twice: `''`";

/// What to do with a text that needs quotes.
fn advice(text: &str) -> String {
    if text.contains('\n') {
        return "put the text in quotes, or write it below a `|`".to_owned();
    }
    let made = quoted(text);
    if made.len() <= SHOWN {
        return format!("put the text in quotes: `{made}`");
    }
    let (start, mark) = (made.chars().take(40).collect::<String>(), made.chars().next_back().unwrap_or('\''));
    format!("put the text in quotes: `{} ...{mark}`", start.trim_end())
}
