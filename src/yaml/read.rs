//! From a text to its tree.

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Place};

use super::extent::Line;
use super::keys::Keys;
use super::mended::Mended;
use super::remark::Remark;
use super::rules::{alias, document, duplicate_key, syntax, tag, too_large};
use super::runs::{joined, runs};
use super::slip::pasted::{SPACE, is_oddly_indented};
use super::slip::{SIGN, Stop};
use super::step::{Judge, Judged, Step, entry, further};
use super::{Entry, Form, Kind, Node, Style, Text};
use crate::diag::{Diagnostic, FileId, Span, Warned};

/// So deep may values nest: a course needs about eight levels.
const DEPTH: usize = 64;
/// So many values may a file have.
const NODES: usize = 500_000;
/// So many bytes may a file have.
const BYTES: usize = 16 * 1024 * 1024;
/// So many bytes are read again, at most, to look past slips.
pub(super) const AGAIN: usize = 64 * 1024 * 1024;
/// Of so many anchors it is looked up whether anything uses them.
const LOOKED_UP: usize = 500;
/// So many slips are mended in memory.
const SLIPS: usize = 100;

/// Reads `source`, the text of `file`; `None` where it is no YAML (what is wrong is said). What stands after a slip is read as if that were
/// mended, where it can be.
pub fn read(file: FileId, source: &str) -> Warned<Option<Node>> {
    let Warned { output, diagnostics } = read_as(file, source, &|_| Judged::default());
    Warned { output: output.map(|(root, _)| root), diagnostics }
}

/// The same for a text of which `judge` tells what is wrong with what has been read: of the mends of a slip the one is taken that leaves least wrong.
/// With the text as it was read.
pub(super) fn read_as(file: FileId, source: &str, judge: Judge<'_>) -> Warned<Option<(Node, Mended)>> {
    if source.len() > BYTES {
        return Warned { output: None, diagnostics: vec![too_large::file(Span::new(file, 0, 0), BYTES)] };
    }
    let text = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let mut mended = Mended::new(text, source.len() - text.len());
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut left = AGAIN.max(source.len());
    let mut attempt = attempt(file, &mended);
    for _ in 0..SLIPS {
        if let Some((slip, step)) = entry(file, &mended, &attempt, &mut left, judge) {
            told.push(syntax::told(file, slip, &mended));
            (mended, attempt) = (step.text, step.tried);
            continue;
        }
        let stopped = match attempt.output {
            Ok(mut root) => {
                let guessed: Vec<Span> =
                    told.iter().filter(|one| one.fixes.is_empty()).filter_map(|one| Some(one.primary.as_ref()?.span)).collect();
                root.guess(&guessed);
                told.extend(attempt.diagnostics);
                return Warned { output: Some((root, mended)), diagnostics: told };
            }
            Err(Halt::Refused(diagnostic)) => {
                told.extend(attempt.diagnostics);
                told.push(*diagnostic);
                return Warned { output: None, diagnostics: told };
            }
            Err(Halt::Stopped(stopped)) => stopped,
        };
        let stop = stopped.stop(&mended.text);
        let mut slip = stop.slip();
        let next = further(file, &slip, &mended, stop.at, &mut left, judge);
        if let Some(Step { certain: true, mend, .. }) = next {
            slip.settle(mend);
        }
        let line = |at: usize| text[..(at - (source.len() - text.len())).min(text.len())].matches('\n').count();
        let here = mended.original(slip.at.start);
        // What follows from a slip on the same line is not another.
        let again = told.iter().filter_map(|one| one.primary.as_ref()).any(|label| line(label.span.start as usize) == line(here));
        if !again {
            told.push(syntax::told(file, slip, &mended));
        }
        let Some(step) = next else {
            told.extend(attempt.diagnostics);
            return Warned { output: None, diagnostics: told };
        };
        (mended, attempt) = (step.text, step.tried);
    }
    Warned { output: None, diagnostics: told }
}

/// Why reading ended before the end.
pub(super) enum Halt {
    /// The parser stopped.
    Stopped(Stopped),
    /// What follows is not looked at.
    Refused(Box<Diagnostic>),
}

/// Where the parser stopped, and what was open there.
pub(super) struct Stopped {
    pub(super) at: usize,
    reason: String,
    read: usize,
    bracket: Option<usize>,
}

impl Stopped {
    fn stop<'a>(&'a self, source: &'a str) -> Stop<'a> {
        Stop { source, at: self.at, reason: &self.reason, read: self.read, bracket: self.bracket }
    }
}

/// Reads a text once, as far as the parser goes.
pub(super) fn attempt(file: FileId, mended: &Mended) -> Warned<Result<Node, Halt>> {
    let mut reader =
        Reader { file, source: &mended.text, mended, nodes: 0, diagnostics: Vec::new(), held: None, seen: 0, brackets: Vec::new() };
    let options = granit_parser::options! { emit_comments: false, emit_unresolved_aliases: true, disallow_directives: true };
    let mut parser = Parser::new_from_str_with_options(&mended.text, options);
    let output = reader.stream(&mut parser);
    Warned { output, diagnostics: reader.diagnostics }
}

/// A halt is a mistake after which nothing more of a text can be read.
type Read<T> = Result<T, Halt>;

/// An event of the parser with its place.
type Told<'s> = Result<(Event<'s>, Place), ScanError>;

struct Reader<'s> {
    file: FileId,
    source: &'s str,
    mended: &'s Mended,
    nodes: usize,
    diagnostics: Vec<Diagnostic>,
    /// An event that has been looked at but not used.
    held: Option<(Event<'s>, Place)>,
    /// The end of what the parser has told of.
    seen: usize,
    /// Where the brackets that are open stand.
    brackets: Vec<usize>,
}

impl<'s> Reader<'s> {
    fn next<I: Iterator<Item = Told<'s>>>(&mut self, events: &mut I) -> Read<(Event<'s>, Place)> {
        if let Some(held) = self.held.take() {
            return Ok(held);
        }
        match events.next() {
            Some(Ok((event, place))) => {
                self.seen = self.seen.max(range(place).end);
                Ok((event, place))
            }
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.source.len());
                Err(self.stopped(at, &error.info()))
            }
            None => Ok((Event::StreamEnd, Place::default())),
        }
    }

    fn stopped(&self, at: usize, reason: &str) -> Halt {
        let at = (0..=at.min(self.source.len())).rev().find(|at| self.source.is_char_boundary(*at)).unwrap_or(0);
        Halt::Stopped(Stopped { at, reason: reason.to_owned(), read: self.seen, bracket: self.brackets.last().copied() })
    }

    /// Bytes of the text that is read, as a place of the file.
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.mended.original(range.start);
        Span::new(self.file, start, self.mended.original(range.end).max(start))
    }

    /// A list or mapping begins; where it has a bracket, that is open now.
    fn open(&mut self, at: usize) -> bool {
        let bracket = self.source[at..].starts_with(['[', '{']);
        if bracket {
            self.brackets.push(at);
        }
        bracket
    }

    fn stream<I: Iterator<Item = Told<'s>>>(&mut self, events: &mut I) -> Read<Node> {
        let mut root = None;
        let mut documents = 0;
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents == 2 {
                        // Only the first is the file's; what is wrong in it is told too.
                        self.diagnostics.push(document::second(self.span(range(place))));
                        break;
                    }
                }
                Event::StreamStart | Event::DocumentEnd | Event::Anchor(..) => {}
                _ => {
                    self.held = Some((event, place));
                    root = Some(self.node(events, 0)?);
                }
            }
        }
        let empty = Span::new(self.file, 0, 0);
        Ok(root.unwrap_or(Node { span: empty, kind: Kind::Scalar(Text { span: empty, ..Text::default() }, Style::Plain) }))
    }

    fn node<I: Iterator<Item = Told<'s>>>(&mut self, events: &mut I, depth: usize) -> Read<Node> {
        let (event, place) = self.next(events)?;
        let bytes = range(place);
        let span = self.span(bytes.clone());
        self.nodes += 1;
        if depth > DEPTH {
            let told = too_large::deep(span, DEPTH);
            if !self.skip(event, events)? {
                return Err(Halt::Refused(Box::new(told)));
            }
            self.diagnostics.push(told);
            return Ok(Node { span, kind: Kind::Broken });
        }
        if self.nodes > NODES {
            return Err(Halt::Refused(Box::new(too_large::many(span, NODES))));
        }
        self.refuse_extras(&event, place)?;
        let kind = match event {
            Event::Scalar(text, ..) if text.starts_with(|c: char| !c.is_ascii() && c.is_whitespace()) && self.is_odd(bytes.start) => {
                return Err(self.stopped(bytes.start, SPACE));
            }
            Event::Scalar(text, style, ..) => return Ok(self.scalar(&text, style, bytes)),
            Event::SequenceStart(..) => return self.list(events, depth, bytes),
            Event::MappingStart(..) => return self.map(events, depth, bytes),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                if self.is_prose(bytes.start) {
                    return Err(self.stopped(bytes.start, SIGN));
                }
                self.diagnostics.push(alias::used(span));
                Kind::Broken
            }
            _ => Kind::Broken,
        };
        Ok(Node { span, kind })
    }

    /// Passes over the value that `event` begins; `false` where it is so deep that what follows is not looked at either.
    fn skip<I: Iterator<Item = Told<'s>>>(&mut self, mut event: Event<'s>, events: &mut I) -> Read<bool> {
        let mut open = 0;
        loop {
            open += usize::from(matches!(event, Event::SequenceStart(..) | Event::MappingStart(..)));
            open -= usize::from(matches!(event, Event::SequenceEnd | Event::MappingEnd));
            if open == 0 || open > DEPTH || matches!(event, Event::StreamEnd) {
                return Ok(open == 0);
            }
            event = self.next(events)?.0;
        }
    }

    /// Anchors and tags: the value is read all the same, unless the sign begins a text.
    fn refuse_extras(&mut self, event: &Event<'s>, place: Place) -> Read<()> {
        let bytes = range(place);
        if event.anchor_id().is_some_and(|anchor| anchor > 0) {
            let start = self.source[..bytes.start].rfind('&').unwrap_or(bytes.start);
            if self.is_prose(start) {
                return Err(self.stopped(start, SIGN));
            }
            let name = self.source[start..].split_whitespace().next().unwrap_or_default();
            let used = self.diagnostics.len() >= LOOKED_UP || self.source.contains(&format!("*{}", &name[1.min(name.len())..]));
            self.diagnostics.push(alias::anchor(self.span(start..start + name.len()), used));
        }
        if event.tag().is_some() {
            let at = place.tag_span().map_or(bytes, range);
            if self.is_prose(at.start) {
                return Err(self.stopped(at.start, SIGN));
            }
            self.diagnostics.push(tag::used(self.span(at)));
        }
        Ok(())
    }

    /// Whether what begins at byte `at` has spaces before it that are none to YAML, which takes them for its first letters.
    fn is_odd(&self, at: usize) -> bool {
        let line = Line::at(self.source, at);
        is_oddly_indented(line) && self.source[line.start..at].trim().is_empty()
    }

    /// Whether the sign at byte `at` begins a text: words follow that no alias, anchor or tag has.
    fn is_prose(&self, at: usize) -> bool {
        let line = self.source[at..].lines().next().unwrap_or_default();
        let end = if self.brackets.is_empty() { line.len() } else { line.find([',', '}', ']']).unwrap_or(line.len()) };
        let (name, rest) = line[..end].split_once([' ', '\t']).unwrap_or((&line[..end], ""));
        let goes_on = !rest.trim().is_empty() && !rest.trim_start().starts_with(['#', ':']);
        let name = &name[1.min(name.len())..];
        match &line[..1.min(line.len())] {
            "*" => goes_on || name.contains('*'),
            // Whether it is used is looked up in the whole text, so not for anchors by the thousand.
            "&" => goes_on && !name.is_empty() && self.diagnostics.len() < 500 && !self.source.contains(&format!("*{name}")),
            "!" => goes_on && !name.starts_with(['!', '<']) && !name.starts_with(|c: char| c.is_ascii_lowercase()),
            _ => false,
        }
    }

    fn scalar(&self, text: &str, style: ScalarStyle, bytes: std::ops::Range<usize>) -> Node {
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let (start, end) = (bytes.start, bytes.end);
        // The parser tells of nothing as `~`, which an author may have written.
        let text = if start == end { "" } else { text };
        // The span of a block begins at its first character; where the others stand is told by whole lines.
        let line = if block { self.source[..start].rfind('\n').map_or(0, |newline| newline + 1) } else { start };
        let trimmed = self.source[start..end].trim_end().len();
        let span = if block { self.span(start..start + trimmed) } else { self.span(bytes) };
        let place = |at: u32| u32::try_from(self.mended.original(line + at as usize)).unwrap_or(u32::MAX);
        let runs = runs(text, &self.source[line..end], style).into_iter().map(|(text, source)| (text, place(source))).collect();
        let how = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            _ => Style::Block,
        };
        let quote = match style {
            ScalarStyle::SingleQuoted => Some('\''),
            ScalarStyle::DoubleQuoted => Some('"'),
            _ => None,
        };
        let mut text = Text { text: text.to_owned(), span, runs, quote, remark: None, joined: None };
        match how {
            Style::Plain => {
                text.remark = Remark::after(self.source, start, end, |start, end| self.span(start..end));
                text.joined = joined(&self.source[start..end]).map(|line| self.span(start + line.start..start + line.end));
            }
            Style::Block => text.remark = Remark::below(self.source, start, start + trimmed, |start, end| self.span(start..end)),
            Style::Quoted => {}
        }
        Node { span, kind: Kind::Scalar(text, how) }
    }

    fn list<I: Iterator<Item = Told<'s>>>(&mut self, events: &mut I, depth: usize, mut bytes: std::ops::Range<usize>) -> Read<Node> {
        let mut nodes = Vec::new();
        let bracket = self.open(bytes.start);
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::SequenceEnd => {
                    self.brackets.truncate(self.brackets.len() - usize::from(bracket));
                    bytes.end = range(place).end.max(bytes.end);
                    return Ok(Node { span: self.span(bytes), kind: Kind::List(nodes) });
                }
                Event::Anchor(..) => {}
                _ => {
                    self.held = Some((event, place));
                    nodes.push(self.node(events, depth + 1)?);
                }
            }
        }
    }

    fn map<I: Iterator<Item = Told<'s>>>(&mut self, events: &mut I, depth: usize, mut bytes: std::ops::Range<usize>) -> Read<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = Keys::default();
        let mut entry_below = false;
        let bracket = self.open(bytes.start);
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::MappingEnd => {
                    self.brackets.truncate(self.brackets.len() - usize::from(bracket));
                    bytes.end = range(place).end.max(bytes.end);
                    return Ok(Node { span: self.span(bytes), kind: Kind::Map(entries) });
                }
                Event::Anchor(..) => continue,
                _ => self.held = Some((event, place)),
            }
            let key = self.node(events, depth + 1)?;
            let after = self.seen;
            let value = self.node(events, depth + 1)?;
            let Kind::Scalar(key, _) = key.kind else {
                if !matches!(key.kind, Kind::Broken) {
                    self.diagnostics.push(syntax::key_is_no_text(key.mark()));
                }
                continue;
            };
            // In braces a word that no `:` follows: the comma before it has ended a text.
            let bare = bracket && value.span.start == value.span.end && !self.source[after..].trim_start().starts_with(':');
            if key.text == "<<" {
                self.diagnostics.push(alias::merge(key.span));
            } else if let Some(first) = seen.first(&entries, &key.text).filter(|_| !bare) {
                // What follows an `id` that lacks its `-` is told by that.
                let begins = key.text == "id" && entries.first().is_some_and(|entry| entry.key.text == "id");
                if !entry_below {
                    self.diagnostics.push(duplicate_key::twice(&key, first, begins));
                }
                entry_below |= begins;
            } else {
                let form = match (bracket, bare) {
                    (false, _) => Form::Lines,
                    (true, false) => Form::Braces,
                    (true, true) => Form::Bare,
                };
                entries.push(Entry { key, value, form });
            }
        }
    }
}

/// The bytes of a place.
fn range(place: Place) -> std::ops::Range<usize> {
    let start = place.start.byte_offset().unwrap_or(0);
    start..place.end.byte_offset().unwrap_or(0).max(start)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diag::FileId;
    use crate::yaml::{Kind, Text};

    fn value(source: &str) -> Text {
        let read = read(FileId(0), source);
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let root = read.output.expect("the source is YAML");
        match &root.get("a").expect("it has a key `a`").kind {
            Kind::Scalar(text, _) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_word_is_found_where_it_is_written() {
        for source in [
            "a: one two *three*\n",
            "a: one\n  two\n\n  *three* four\n",
            "a: 'it''s one, *three* it''s'\n",
            "a: \"one \\u00e9\\n \\\"two\\\" *three*\"\n",
            "a: \"one\n  two \\\n  *three*\"\n",
            "a: |\n  one\n\n    two\n  é *three*\nb: 1\n",
            "a: |2-\n    one\n  *three*\n",
            "a: >\n  one\n  two\n\n    three\n  *three*\n\n",
            "a: >-\n  one\n  *three*\n",
            "\u{FEFF}a: *three*\n".replace("*three*", "x *three*").as_str(),
            "a: |\r\n  one\r\n  *three*\r\nb: 2\r\n",
            "x: [1]\na: 'one\n\n  *three*'\n",
        ] {
            let text = value(source);
            let at = text.text.find("*three*").expect("it is in the text");
            let span = text.locate(at..at + 7);
            assert_eq!(&source[span.start as usize..span.end as usize], "*three*", "{source:?} {text:?}");
        }
    }

    #[test]
    fn spans_end_with_the_value() {
        for (source, whole) in [("a: one\nb: 2\n", "one"), ("a: 'one'  # x\n", "'one'"), ("a: |\n  one\n  two\n\nb: 1\n", "one\n  two")] {
            let span = value(source).span;
            assert_eq!(&source[span.start as usize..span.end as usize], whole);
        }
    }

    #[test]
    fn hostile_input_ends_in_one_diagnostic() {
        for source in
            ["[".repeat(20_000), "- ".repeat(20_000), "a: {".repeat(500), "\u{0}".to_owned(), "a: \"".to_owned(), "? ".repeat(300)]
        {
            let read = read(FileId(0), &source);
            assert!(!read.diagnostics.is_empty(), "{}", &source[..1]);
        }
    }

    #[test]
    fn what_hides_meaning_is_refused() {
        for (source, code) in [
            ("a: &x\n  b: 1\n", "E0103"),
            ("a: &x 1\n", "E0123"),
            ("a: *x\n", "E0103"),
            ("<<: {a: 1}\n", "E0103"),
            ("a: !t 1\n", "E0104"),
            ("a: 1\n---\nb: 1\n", "E0105"),
            ("a: 1\na: 2\n", "E0102"),
            ("a: [\n", "E0101"),
            ("[a]: 1\n", "E0101"),
            ("%YAML 1.2\n---\na: 1\n", "E0101"),
        ] {
            let codes: Vec<_> = read(FileId(0), source).diagnostics.iter().map(|diagnostic| diagnostic.lint.code).collect();
            assert_eq!(codes, [code], "{source}");
        }
    }
}
