//! Slips of white space: tabs, indentation, a space or a `|` that is missing.

use super::moves::{columns, moves};
use super::words::colon;
use super::{Mend, Slip, Stop};
use crate::yaml::extent::{Line, lines, lines_above, lines_below};
use crate::yaml::mended::Patch;
use crate::yaml::rules::{indentation, missing_block_sign, missing_space, tab};

/// The lines that are looked at, at most.
const LINES: usize = 500;

/// Keys that an entry of a list often begins with.
const FIRST: [&str; 5] = ["id", "bank", "from", "lang", "answer"];

impl Stop<'_> {
    pub(super) fn tab(&self) -> Option<Slip> {
        let line = self.line();
        let before = line.text[..line.indent()].find('\t').map(|tab| tab + line.start);
        let after = || self.source[self.at..].find('\t').filter(|_| self.says(&["tab"])).map(|tab| tab + self.at);
        let tab = before.or_else(after)?;
        let line = Line::at(self.source, tab);
        let tabbed: Vec<Line<'_>> = lines(self.source).filter(|line| line.text[..line.indent()].contains('\t')).collect();
        let more = tabbed.iter().filter(|other| other.start > tab).count();
        let help = match more {
            0 => "indent with spaces: YAML takes no tabs".to_owned(),
            1 => "indent with spaces: YAML takes no tabs; one more line below begins with a tab too".to_owned(),
            more => format!("indent with spaces: YAML takes no tabs; {more} more lines below begin with a tab too"),
        };
        let slip = Slip::new(&tab::LINT, tab::MESSAGE, tab..tab + 1, "a tab").help(help);
        let found = |title: String, patches| Mend::told(slip.clone().fix(title, patches));
        let mends: Vec<Mend> = if let [_] = tabbed.as_slice() {
            let at = line.start..line.start + line.indent();
            let spaces =
                |column: usize| found(format!("put {column} spaces in its place"), vec![Patch::replace(at.clone(), " ".repeat(column))]);
            columns(self.source, line).into_iter().map(spaces).collect()
        } else {
            let wide = |width: usize| {
                let expand = |line: &Line<'_>| {
                    let white = &line.text[..line.indent()];
                    Patch::replace(line.start..line.start + white.len(), white.replace('\t', &" ".repeat(width)))
                };
                found(format!("put {width} spaces in the place of each tab"), tabbed.iter().map(expand).collect())
            };
            let widths = if tabbed.is_empty() { &[][..] } else { &[2, 4, 8, 1] };
            widths.iter().copied().map(wide).collect()
        };
        Some(slip.mends(mends))
    }

    /// A dash or colon without its space.
    pub(super) fn spacing(&self) -> Option<Slip> {
        let line = self.line();
        let words = line.text.trim_start();
        if words.starts_with('-') && !words.starts_with("- ") && !words.starts_with("--") && words.len() > 1 {
            return Some(missing_space::after("-", line.start + line.indent(), &words[1..]));
        }
        let words = line.words();
        let (key, rest) = words.split_once(':')?;
        let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !bare || rest.is_empty() || rest.starts_with([' ', '\t', '/']) {
            return None;
        }
        Some(missing_space::after(":", line.start + line.inner() + key.len(), rest))
    }

    /// A text of several lines that stands below its key without `|`.
    pub(super) fn no_block(&self) -> Option<Slip> {
        let line = self.line();
        let head = lines_above(self.source, line).take(LINES).find(|above| above.inner() < line.indent())?;
        let key = head.key()?;
        let open = head.words()[key.len()..].trim() == ":";
        let first = head.below(self.source).into_iter().chain(lines_below(self.source, head)).find(|line| !line.text.trim().is_empty())?;
        let prose = first.key().is_none() && (!first.text.trim_start().starts_with("- ") || self.says(&["comment"]));
        if !open || !prose {
            return None;
        }
        let end = head.start + head.text.trim_end().len();
        let at = head.start + head.inner();
        let slip = Slip::new(&missing_block_sign::LINT, missing_block_sign::MESSAGE, at..end, "no `|` after it");
        Some(slip.help(format!("write `{key}: |`")).fix("put `|` after the key", vec![Patch::insert(end, " |")]).stopped(self.at))
    }

    /// The first key of an entry without its `:`; the next key shows it.
    pub(super) fn no_colon(&self) -> Option<Slip> {
        let line = self.line();
        line.key().filter(|_| self.says(&["mapping values"]))?;
        let above = lines_above(self.source, line).next()?;
        let entry = above.inner() > above.indent() && above.inner() == line.inner() && above.key().is_none();
        let (key, value) = above.words().split_once(' ').filter(|(key, _)| entry && FIRST.contains(key))?;
        Some(colon(key, above.start + above.inner(), value).stopped(self.at))
    }

    /// A heading that is indented less than the text it belongs to: YAML takes it for a remark, which ends the text.
    pub(super) fn heading(&self) -> Option<Slip> {
        let line = self.line();
        let mut above = std::iter::successors(line.above(self.source), |line| line.above(self.source)).take(LINES);
        let mark = above.find(|above| !above.text.trim().is_empty())?;
        if !mark.text.trim_start().starts_with('#') || mark.indent() >= line.indent() {
            return None;
        }
        let head = lines_above(self.source, mark).take(LINES).find(|above| above.inner() < line.indent())?;
        let key = head.key().filter(|_| head.text.trim_end().trim_end_matches(['-', '+']).ends_with(['|', '>']))?;
        let at = mark.start + mark.indent()..mark.start + mark.text.trim_end().len();
        let slip = Slip::new(&indentation::LINT, indentation::MESSAGE, at, format!("ends the text of `{key}`, as a remark"));
        let mend = Patch::replace(mark.start..mark.start + mark.indent(), " ".repeat(line.indent()));
        Some(slip.help("indent it like the other lines of the text").mends([vec![mend]]))
    }

    /// A key that is indented like a text that goes on.
    pub(super) fn key_too_deep(&self) -> Option<Slip> {
        let line = self.line();
        let key = line.key().filter(|_| self.says(&["mapping values"]) && self.inside().is_none())?;
        if line.start + line.inner() + key.len() != self.at {
            return None;
        }
        let first = line.start + line.inner();
        let slip = Slip::new(&indentation::LINT, indentation::MESSAGE, first..self.at, "indented deeper than the line above");
        let help = "indent it like the keys beside it; a text of several lines stands below a `|`";
        Some(slip.help(help).mends(moves(self.source, line)))
    }

    /// A line or word that stands where nothing can.
    pub(super) fn placing(&self) -> Option<Slip> {
        let line = self.line();
        let before = &self.source[line.start..self.at];
        if self.says(&["expected ':'", "no longer valid"]) {
            let words = line.start + line.inner()..line.start + line.text.trim_end().len();
            let slip = Slip::new(&indentation::LINT, indentation::MESSAGE, words, "no key with a value, and no part of the text above");
            let help = "write `key: value`; a line that goes on with the text above is indented as deep as that text begins";
            return Some(slip.help(help).mends(moves(self.source, line)));
        }
        let first = before.trim_start_matches('-').trim().is_empty() || self.at == line.start + line.inner();
        if !first || !self.says(&["expected '-'", "expected key", "indent", "block sequence", "expected <document start>"]) {
            return None;
        }
        let at = line.start + line.indent();
        let word = line.text.trim_start().split(' ').next().map_or(0, str::len);
        let slip = Slip::new(&indentation::LINT, indentation::MESSAGE, at..at + word, "not indented like the lines around it");
        Some(slip.help("indent the line like its neighbours, with spaces").mends(moves(self.source, line)))
    }
}
