//! Where the characters of a scalar stand in its source.

use std::ops::Range;

use granit_parser::ScalarStyle;

/// Runs of `text` that stand in `source` as they are: (byte in `text`, byte in `source`), ascending. `source` is the
/// scalar as written, with its quotes; of a block its whole lines, without the header. YAML 1.2.2, 7.3 and 8.1.
pub(super) fn runs(text: &str, source: &str, style: ScalarStyle) -> Vec<(u32, u32)> {
    // Most scalars are one line that reads as it is written.
    if style == ScalarStyle::Plain && text == source && !text.is_empty() && !text.contains('\n') {
        return vec![(0, 0)];
    }
    let mut walk = Walk { text, at: 0, runs: Vec::new() };
    match style {
        ScalarStyle::Plain => walk.lines(source, 0),
        ScalarStyle::SingleQuoted => walk.single(source),
        ScalarStyle::DoubleQuoted => walk.double(source),
        ScalarStyle::Literal | ScalarStyle::Folded => walk.block(source),
    }
    walk.runs
}

/// The first line of `plain`, a plain scalar as written, that was a line of its own: after an empty one, or of a list. YAML joins it.
pub(super) fn joined(plain: &str) -> Option<Range<usize>> {
    let mut lines = plain.split_inclusive('\n');
    let mut at = lines.next()?.len();
    let mut empty = false;
    for line in lines {
        let words = line.trim();
        let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let marked = ["- ", "* ", "+ ", "> ", "| "].iter().any(|mark| words.starts_with(mark));
        let listed = marked || number.len() < words.len() && number.starts_with(". ");
        if !words.is_empty() && (empty || listed) {
            let first = at + line.len() - line.trim_start().len();
            return Some(first..first + words.len());
        }
        empty = words.is_empty();
        at += line.len();
    }
    None
}

/// A place in the text, and the runs up to there.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    runs: Vec<(u32, u32)>,
}

impl Walk<'_> {
    /// Takes `piece`, which stands at byte `place` of the source, past the white space that folding made. False where it does not follow.
    fn take(&mut self, piece: &str, place: usize) -> bool {
        if piece.is_empty() {
            return true;
        }
        let rest = &self.text[self.at..];
        let folded = |at: &usize| rest.as_bytes()[..*at].last().is_none_or(|byte| matches!(byte, b' ' | b'\n'));
        let Some(skip) = (0..=rest.len()).take_while(folded).find(|skip| rest[*skip..].starts_with(piece)) else { return false };
        self.run(self.at + skip, place);
        self.at += skip + piece.len();
        true
    }

    fn run(&mut self, text: usize, source: usize) {
        if let (Ok(text), Ok(source)) = (u32::try_from(text), u32::try_from(source)) {
            self.runs.push((text, source));
        }
    }

    /// Lines of which each loses the white space around it.
    fn lines(&mut self, source: &str, base: usize) {
        let mut start = base;
        for line in source.split_inclusive('\n') {
            let piece = line.trim();
            let indent = line.len() - line.trim_start().len();
            if !self.take(piece, start + indent) {
                return;
            }
            start += line.len();
        }
    }

    /// `''` stands for `'`.
    fn single(&mut self, source: &str) {
        let inner = source.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(source);
        let mut start = source.find(inner).unwrap_or(0);
        let mut rest = inner;
        while let Some(quote) = rest.find("''") {
            self.lines_quoted(&rest[..=quote], start);
            start += quote + 2;
            rest = &rest[quote + 2..];
        }
        self.lines_quoted(rest, start);
    }

    /// As `lines`, but white space at the very ends is text.
    fn lines_quoted(&mut self, source: &str, base: usize) {
        if source.contains('\n') {
            self.lines(source, base);
        } else {
            self.take(source, base);
        }
    }

    /// Escapes: each stands for one character, or for a line break that is left out.
    fn double(&mut self, source: &str) {
        let inner = source.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(source);
        let mut start = 1;
        let mut rest = inner;
        while let Some(slash) = rest.find('\\') {
            self.lines_quoted(&rest[..slash], start);
            let escape = &rest[slash..];
            let length = match escape.as_bytes().get(1) {
                Some(b'x') => 4,
                Some(b'u') => 6,
                Some(b'U') => 10,
                Some(b'\n' | b'\r') => 1,
                _ => 1 + escape.chars().nth(1).map_or(0, char::len_utf8),
            };
            if length > 1 {
                self.run(self.at, start + slash);
                self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
            }
            let end = (slash + length).min(rest.len());
            start += end;
            if length > 1 {
                // So that it can be told where the escape ends.
                self.run(self.at, start);
            }
            rest = rest.get(end..).unwrap_or_default();
        }
        self.lines_quoted(rest, start);
    }

    /// Whole lines of which each loses the indentation of the block.
    fn block(&mut self, source: &str) {
        let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let first = source.lines().find(|line| !line.trim().is_empty()).map_or(0, spaces);
        let kept = spaces(self.text.trim_start_matches('\n'));
        let indent = first.saturating_sub(kept);
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            let cut = spaces(line).min(indent);
            let piece = line[cut..].trim_end_matches(['\n', '\r']);
            if !self.take(piece, start + cut) && !self.take(piece.trim_end(), start + cut) {
                return;
            }
            start += line.len();
        }
    }
}
