//! Where a value begins and ends in lines that YAML could not read.
//!
//! In: a text and a place in it. Out: lines, keys and the value there, as an author sees them. Never fails: what is not recognised is `None`.

use std::ops::Range;

/// A line as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// Its text, without the line break.
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    /// The line that holds byte `at`.
    pub(super) fn at(source: &'a str, at: usize) -> Self {
        let start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
        Self { start, text: source[start..].split('\n').next().unwrap_or_default().trim_end_matches('\r') }
    }

    /// The line before.
    pub(super) fn above(self, source: &'a str) -> Option<Self> {
        self.start.checked_sub(1).map(|at| Self::at(source, at))
    }

    /// The line after.
    pub(super) fn below(self, source: &'a str) -> Option<Self> {
        let next = source[self.start..].find('\n')? + self.start + 1;
        (next < source.len()).then(|| Self::at(source, next))
    }

    /// The byte after its last.
    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// Whether nothing is on it, or only a remark.
    pub(super) fn is_blank(self) -> bool {
        let words = self.text.trim_start();
        words.is_empty() || words.starts_with('#')
    }

    /// The columns before its first word.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// The columns before its first word that is no dash of a list.
    pub(super) fn inner(self) -> usize {
        let mut rest = self.text.trim_start();
        while let Some(more) = rest.strip_prefix("- ") {
            rest = more.trim_start();
        }
        self.text.len() - rest.len()
    }

    /// What stands after indentation and dashes.
    pub(super) fn words(self) -> &'a str {
        &self.text[self.inner()..]
    }

    /// The key at its beginning: what stands before the first `:` that ends one, if it looks like a key.
    pub(super) fn key(self) -> Option<&'a str> {
        let words = self.words();
        let (key, rest) = words.split_once(':')?;
        let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        (bare && (rest.is_empty() || rest.starts_with([' ', '\t']))).then_some(key)
    }

    /// The bracket that its value begins with.
    pub(super) fn bracket(self, source: &str) -> Option<usize> {
        let start = self.value().map_or(self.start + self.indent(), |(start, _)| start);
        source[start..].starts_with(['[', '{']).then_some(start)
    }

    /// The value after its key, or after its dash; with the column that its lines have to be deeper than.
    fn value(self) -> Option<(usize, usize)> {
        let from = match self.key() {
            Some(key) => self.inner() + key.len() + 1,
            None if self.inner() > self.indent() => self.inner(),
            None => return None,
        };
        let value = from + self.text[from..].len() - self.text[from..].trim_start().len();
        let column = if self.key().is_some() { self.inner() } else { self.inner() - 2 };
        Some((self.start + value, column))
    }
}

/// The lines of a text.
pub(super) fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    std::iter::successors(Some(Line::at(source, 0)), move |line| line.below(source))
}

/// The lines below `line`, nearest first.
pub(super) fn lines_below<'a>(source: &'a str, line: Line<'a>) -> impl Iterator<Item = Line<'a>> {
    const MOST: usize = 500;
    std::iter::successors(line.below(source), move |line| line.below(source)).take(MOST)
}

/// The lines above `line`, nearest first, that something stands on.
pub(super) fn lines_above<'a>(source: &'a str, line: Line<'a>) -> impl Iterator<Item = Line<'a>> {
    std::iter::successors(line.above(source), move |line| line.above(source)).filter(|line| !line.is_blank())
}

/// The value in block form that byte `at` belongs to: after a key or a dash, with the lines that go on with it.
pub(super) fn block(source: &str, at: usize) -> Option<Range<usize>> {
    let line = Line::at(source, at);
    let own = line.value().filter(|(start, _)| *start <= at);
    let (start, column, mut last) = match own {
        Some((start, column)) => (start, column, line),
        // It goes on with the text of a line above that is indented less.
        None => {
            let head = lines_above(source, line).find(|above| above.inner() < line.indent())?;
            let (start, column) = head.value()?;
            (start, column, line)
        }
    };
    while let Some(next) = last.below(source) {
        let goes_on = !next.text.trim().is_empty() && next.indent() > column && next.key().is_none() && next.inner() == next.indent();
        if !goes_on {
            break;
        }
        last = next;
    }
    let end = start + source[start..last.end().max(start)].trim_end().len();
    Some(start..without_remark(source, start..end))
}

/// The value in brackets that byte `at` belongs to: between commas and brackets, after its key.
pub(super) fn flow(source: &str, open: usize, at: usize) -> Option<Range<usize>> {
    let close = closing(source, open, false)?;
    let map = source[open..].starts_with('{');
    let (mut start, mut end, mut depth) = (open + 1, close, 0usize);
    // In braces what has no key goes on with the text before the comma.
    let keyed = |start: usize| {
        let part = source[start..close].trim_start();
        let key = part.split(':').next().unwrap_or_default();
        !map || key.len() < part.len() && !key.contains([' ', ',', '"', '\'', '{', '['])
    };
    for (place, c) in outside_quotes(source, open + 1, close) {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 && !keyed(place + 1) => {}
            ',' if depth == 0 && place < at => start = place + 1,
            ',' if depth == 0 => {
                end = place;
                break;
            }
            _ => {}
        }
    }
    let part = &source[start..end];
    let value = match part.find(": ") {
        Some(colon) if map && start + colon < at => start + colon + 1,
        _ => start,
    };
    let text = &source[value..end];
    let from = value + text.len() - text.trim_start().len();
    Some(from..from + text.trim().len())
}

/// The innermost bracket that is open at `at`, where the value on its line begins with one.
pub(super) fn open(source: &str, at: usize) -> Option<usize> {
    let first = Line::at(source, at).bracket(source).filter(|first| *first < at)?;
    let mut opened = Vec::new();
    for (place, c) in outside_quotes(source, first, at) {
        match c {
            '[' | '{' => opened.push(place),
            ']' | '}' => drop(opened.pop()),
            _ => {}
        }
    }
    opened.pop()
}

/// Where the bracket at `open` is closed, on its own line or the next few.
/// Where `remarks`, what stands after ` #` is none of it.
pub(super) fn closing(source: &str, open: usize, remarks: bool) -> Option<usize> {
    // An author's map in brackets is short; what comes later closes another.
    const FAR: usize = 2000;
    let line = Line::at(source, open);
    let mut depth = 0usize;
    let most = (open + FAR).min(source.len());
    let mut remark = false;
    for (place, c) in outside_quotes(source, open, most) {
        remark = (remark || c == '#' && source[..place].ends_with([' ', '\t'])) && c != '\n';
        match c {
            _ if remark && remarks => {}
            '[' | '{' => depth += 1,
            ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(place);
                }
            }
            // A line that has a key of its own and is not deeper ends it.
            '\n' => {
                let next = Line::at(source, place + 1);
                if !next.is_blank() && next.indent() <= line.indent() {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

/// The characters of `from..to` that stand in no quotation marks.
fn outside_quotes(source: &str, from: usize, to: usize) -> impl Iterator<Item = (usize, char)> + use<'_> {
    let mut quote = None;
    let mut before = ' ';
    let to = (to..=source.len()).find(|to| source.is_char_boundary(*to)).unwrap_or(source.len());
    source[from..to].char_indices().filter_map(move |(at, c)| {
        let opens = matches!(before, ' ' | ',' | '[' | '{' | ':' | '\n');
        if !c.is_whitespace() || c == '\n' {
            before = c;
        } else {
            before = ' ';
        }
        match quote {
            Some(mark) => {
                if c == mark || c == '\n' {
                    quote = None;
                }
                None
            }
            None if matches!(c, '"' | '\'') && opens => {
                quote = Some(c);
                None
            }
            None => Some((from + at, c)),
        }
    })
}

/// The end of `range` without a remark: two blanks or more, then `# `.
fn without_remark(source: &str, range: Range<usize>) -> usize {
    let text = &source[range.clone()];
    if text.contains('\n') {
        return range.end;
    }
    let remark = text.match_indices(" # ").map(|(at, _)| at).find(|at| text[..*at].ends_with(' '));
    remark.map_or(range.end, |at| range.start + text[..at].trim_end().len())
}
