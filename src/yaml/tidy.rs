//! The form that most files are in, read at once: a key or an entry a line, by indentation, texts on one line or below a `|`.
//!
//! In: a text. Out: its tree. Where anything else is in the text, be it right or wrong, the parser reads all of it, which takes five times
//! as long; a test holds that both make the same of what is read here.

use std::ops::Range;

use memchr::{memchr, memchr2_iter};

use super::read::{self, BYTES};
use super::{Entry, Form, Kind, Node, Style, Text};
use crate::diag::{FileId, Span, Warned};

/// So deep may values nest here.
const DEPTH: usize = 32;
/// So many keys may a mapping have here: each is compared with those before it.
const KEYS: usize = 64;
/// So many values may a file have here.
const NODES: usize = 200_000;

/// Reads `source`, the text of `file`; `None` where it is no YAML (what is wrong is said).
pub fn read(file: FileId, source: &str) -> Warned<Option<Node>> {
    match tree(file, source) {
        Some(root) => Warned { output: Some(root), diagnostics: Vec::new() },
        None => read::read(file, source),
    }
}

/// The tree of a text in this form.
fn tree(file: FileId, source: &str) -> Option<Node> {
    let text = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let skipped = source.len() - text.len();
    if source.len() > BYTES || !is_plain(text) {
        return None;
    }
    let mut tidy = Tidy { file, text, skipped, at: 0, column: None, nodes: 0 };
    tidy.next_line();
    let root = tidy.map(tidy.column?, 0)?;
    tidy.column.is_none().then_some(root)
}

/// Whether every character is one that can be seen, and every line ends in the same way.
fn is_plain(text: &str) -> bool {
    let seen = |c: char| c >= '\u{A0}' && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    let shown = text.bytes().fold(true, |all, byte| all & (byte == b'\n' || byte >= b' ' && byte != 0x7f));
    shown && (text.is_ascii() || text.chars().all(|c| c.is_ascii() || seen(c)))
}

/// What is read; functions give `None` where something is not of this form.
struct Tidy<'s> {
    file: FileId,
    text: &'s str,
    skipped: usize,
    /// What is read next: the first word of a line, or what stands behind a dash or a key.
    at: usize,
    /// The column of the first word of that line; `None` at the end of the text.
    column: Option<usize>,
    nodes: usize,
}

impl<'s> Tidy<'s> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.skipped, range.end + self.skipped)
    }

    /// The line from byte `from` on.
    fn line(&self, from: usize) -> &'s str {
        let rest = &self.text[from..];
        &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
    }

    /// Goes on from the beginning of a line to the first one that has a word and is no remark.
    fn next_line(&mut self) {
        while self.at < self.text.len() {
            let line = self.line(self.at);
            let words = line.trim_start_matches(' ');
            if !words.is_empty() && !words.starts_with('#') {
                let column = line.len() - words.len();
                self.at += column;
                self.column = Some(column);
                return;
            }
            self.at = (self.at + line.len() + 1).min(self.text.len());
        }
        self.column = None;
    }

    /// Goes on from `end`, behind the last word of a line.
    fn end_line(&mut self, end: usize) -> Option<()> {
        let rest = self.line(end);
        rest.bytes().all(|byte| byte == b' ').then(|| {
            self.at = (end + rest.len() + 1).min(self.text.len());
            self.next_line();
        })
    }

    fn is_entry(&self) -> bool {
        self.text[self.at..].starts_with("- ")
    }

    /// The length of the key that comes next, if one does.
    fn key(&self) -> Option<usize> {
        let bytes = &self.text.as_bytes()[self.at..];
        let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
        let ends = bytes.get(length) == Some(&b':') && matches!(bytes.get(length + 1), None | Some(b' ' | b'\n'));
        (ends && bytes[0].is_ascii_alphabetic()).then_some(length)
    }

    fn map(&mut self, column: usize, depth: usize) -> Option<Node> {
        let start = self.at;
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let key = self.text(self.at..self.at + self.key()?);
            if entries.len() == KEYS || entries.iter().any(|entry| entry.key.text == key.text) {
                return None;
            }
            self.at += key.text.len() + 1;
            let value = self.value(column, depth)?;
            entries.push(Entry { key, value, form: Form::Lines });
            match self.column {
                Some(next) if next == column && !self.is_entry() => {}
                Some(next) if next > column => return None,
                _ => return Some(Node { span: self.span(start..self.at), kind: Kind::Map(entries) }),
            }
        }
    }

    /// A list whose dashes stand at `column`, told to begin at `start`.
    fn list(&mut self, column: usize, start: usize, depth: usize) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            self.at += 2;
            nodes.push(match self.key() {
                Some(_) => self.inner(column + 2, column, depth)?,
                None => self.scalar(column, depth)?,
            });
            match self.column {
                Some(next) if next == column && self.is_entry() => {}
                Some(next) if next > column => return None,
                _ => return Some(Node { span: self.span(start..self.at), kind: Kind::List(nodes) }),
            }
        }
    }

    /// A mapping or list that begins at `column`, below a key or behind a dash at `above`.
    fn inner(&mut self, column: usize, above: usize, depth: usize) -> Option<Node> {
        self.nodes += 1;
        if depth == DEPTH || self.nodes > NODES {
            return None;
        }
        match self.is_entry() {
            true if column > above => self.list(column, self.at, depth + 1),
            // The parser says of a list that stands no deeper than its key that it begins with its first value.
            true => self.list(column, self.at + 2, depth + 1),
            false => self.map(column, depth + 1),
        }
    }

    /// What stands behind a key at `column`.
    fn value(&mut self, column: usize, depth: usize) -> Option<Node> {
        let line = self.line(self.at);
        let words = line.trim_start_matches(' ');
        if !words.is_empty() {
            self.at += line.len() - words.len();
            return self.scalar(column, depth);
        }
        self.end_line(self.at)?;
        let next = self.column?;
        if next > column || next == column && self.is_entry() { self.inner(next, column, depth) } else { None }
    }

    /// A value that begins on the line of its key or dash, which stands at `column`.
    fn scalar(&mut self, column: usize, depth: usize) -> Option<Node> {
        self.nodes += 1;
        if self.nodes > NODES {
            return None;
        }
        let line = self.line(self.at);
        match line.as_bytes().first()? {
            b'|' if line.len() == 1 => self.block(column),
            b'[' if depth < DEPTH => self.flow(line),
            b'\'' | b'"' => self.quoted(line),
            _ => self.plain(line),
        }
    }

    /// A text of one line without quotes, at `range`.
    fn text(&self, range: Range<usize>) -> Text {
        let span = self.span(range.clone());
        Text { text: self.text[range].to_owned(), span, runs: vec![(0, span.start)], quote: None, remark: None, joined: None }
    }

    fn word(&self, range: Range<usize>) -> Node {
        let text = self.text(range);
        Node { span: text.span, kind: Kind::Scalar(text, Style::Plain) }
    }

    fn plain(&mut self, line: &str) -> Option<Node> {
        let words = line.trim_end_matches(' ');
        let bytes = words.as_bytes();
        let begins = |c: char| c.is_alphanumeric() || matches!(c, '(' | '/' | '^' | '_');
        let is_sign = |at: usize| match bytes[at] {
            b':' => matches!(bytes.get(at + 1), None | Some(b' ')),
            _ => bytes[at - 1] == b' ',
        };
        if !words.starts_with(begins) || memchr2_iter(b':', b'#', bytes).any(is_sign) {
            return None;
        }
        let node = self.word(self.at..self.at + words.len());
        self.end_line(self.at + words.len())?;
        Some(node)
    }

    fn quoted(&mut self, line: &str) -> Option<Node> {
        let mark = if line.starts_with('"') { '"' } else { '\'' };
        let words = &line[1..];
        let end = words.find([mark, '\\']).filter(|end| *end > 0 && words[*end..].starts_with(mark))?;
        let (start, end) = (self.at, self.at + end + 2);
        let span = self.span(start..end);
        let text = self.text[start + 1..end - 1].to_owned();
        self.end_line(end)?;
        let text = Text { text, span, runs: vec![(0, span.start + 1)], quote: Some(mark), remark: None, joined: None };
        Some(Node { span, kind: Kind::Scalar(text, Style::Quoted) })
    }

    /// A list of words in brackets, on one line.
    fn flow(&mut self, line: &str) -> Option<Node> {
        let (start, inside) = (self.at, &line[1..line.find(']')?]);
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'_' | b'.' | b'/' | b'-');
        let mut nodes = Vec::new();
        let mut from = start + 1;
        for part in inside.split(',').filter(|_| !inside.is_empty()) {
            let word = part.trim_matches(' ');
            if !word.starts_with(|c: char| c.is_ascii_alphanumeric()) || !word.bytes().all(letter) {
                return None;
            }
            let place = from + part.len() - part.trim_start_matches(' ').len();
            nodes.push(self.word(place..place + word.len()));
            from += part.len() + 1;
        }
        self.nodes += nodes.len();
        let end = start + inside.len() + 2;
        self.end_line(end)?;
        Some(Node { span: self.span(start..end), kind: Kind::List(nodes) })
    }

    /// The lines below a `|`, which belong to what stands at `column`.
    fn block(&mut self, column: usize) -> Option<Node> {
        let mut line_start = self.at + 2;
        let first = self.text.get(line_start..)?;
        let indent = first.len() - first.trim_start_matches(' ').len();
        let start = line_start + indent;
        if indent <= column {
            return None;
        }
        let (mut text, mut runs, mut empty, mut end) = (String::new(), Vec::new(), 0, start);
        while line_start < self.text.len() {
            let line = self.line(line_start);
            let words = line.trim_start_matches(' ');
            if line.is_empty() {
                empty += 1;
            } else if words.is_empty() {
                return None;
            } else if line.len() - words.len() < indent {
                // The parser says of a remark there that the text ends behind it.
                if words.starts_with('#') {
                    return None;
                }
                break;
            } else {
                (0..std::mem::take(&mut empty)).for_each(|_| text.push('\n'));
                let place = self.span(line_start + indent..line_start + indent).start;
                runs.push((u32::try_from(text.len()).ok()?, place));
                text.push_str(&line[indent..]);
                text.push('\n');
                end = line_start + line.len();
            }
            line_start += line.len() + 1;
        }
        // The first line is one of words, and the last one ends.
        if runs.is_empty() || line_start > self.text.len() {
            return None;
        }
        self.at = line_start;
        self.next_line();
        let span = self.span(start..start + self.text[start..end].trim_end().len());
        let text = Text { text, span, runs, quote: None, remark: None, joined: None };
        Some(Node { span, kind: Kind::Scalar(text, Style::Block) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::{FileId, read, tree};

    const TIDY: &str = "id: unit-1\n# A remark.\ntitle: Hands, clean: (2) it's 20\u{b0} \u{201c}warm\u{201d}\nteaches: [1.1, LO2,a b]\nempty: []\n\
                        outcomes:\n  - id: 1.1\n    statement: 'One: two # three'\n    criteria:\n    - \"a, b\"\n    - c d\n\n  - id: LO2\n\
                        lessons:\n- body: |\n    One **two**\n    three \n\n      - four\n    # five\n\n  title: Six\nlast:\n  deeper:\n    deepest: 1.5\n";

    fn both(source: &str) -> Option<(String, String)> {
        let root = tree(FileId(0), source)?;
        let parsed = read::read(FileId(0), source);
        assert!(parsed.diagnostics.is_empty(), "{source:?} {:?}", parsed.diagnostics);
        Some((format!("{root:#?}"), format!("{:#?}", parsed.output.expect("nothing was said against it"))))
    }

    #[test]
    fn it_reads_what_the_parser_reads() {
        let tidy = TIDY.replace("Hands, clean: ", "Hands, clean ");
        for source in [
            tidy.as_str(),
            &format!("\u{FEFF}{tidy}"),
            tidy.trim_end(),
            &format!("{tidy}\n  \n# End"),
            "a: b",
            "a:\n- b: |\n   c\n  d: e\n",
        ] {
            let (tidy, parsed) = both(source).expect("it is tidy");
            assert_eq!(tidy, parsed, "{source}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::with_cases(3000) })]
        #[test]
        fn it_reads_nothing_else(edits in prop::collection::vec((0..400_usize, 0..12_usize, prop::sample::select(vec![
            "", " ", "  ", "\n", "\n\n", "-", "- ", ":", ": ", "#", " #", "'", "\"", "|", ">", "[", "]", ",", "&", "*", "!", "%", "?", "~", "---", "...", "\\",
            "\t", "\r", "a", "0", "id: x\n", "\u{85}", "\u{2028}", "\u{a0}", "\u{e9}", "{", "}", "@", "`", "<<", "=", "null",
        ])), 1..4)) {
            let mut source = TIDY.replace("Hands, clean: ", "Hands, clean ");
            for (at, length, text) in edits {
                let near = |at: usize| (at.min(source.len())..=source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len());
                let (start, end) = (near(at), near(at + length));
                source.replace_range(start..end, text);
            }
            if let Some((tidy, parsed)) = both(&source) {
                prop_assert_eq!(tidy, parsed, "{}", source);
            }
        }
    }
}
